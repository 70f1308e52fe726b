package org.mixoscope.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.cli.Cluster;

/// A real cluster on the loopback: a master, two workers, and the jar as it is submitted. One of
/// its executors is killed in the middle.
@Tag("jar")
class StandaloneTest {
  private static final int PICTURES = 400;
  private static final String EXECUTOR = "CoarseGrainedExecutorBackend";
  private static final String[] OPTIONS = {
    "--size", "64x64", "--format", "webdataset", "--image", "png", "--copies", "20"
  };

  @TempDir Path folder;

  private final List<Process> processes = new ArrayList<>();
  private final List<Path> links = new ArrayList<>();

  @AfterEach
  void end() throws IOException {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
    }
    for (Path link : links) { // JUnit would warn of every one
      Files.delete(link);
    }
  }

  @Test
  @Timeout(600)
  void everyByteIsThatOfOneMachineThoughAnExecutorIsKilled() throws Exception {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    Photos.make(photos, PICTURES);
    Path home = sparkHome();
    int port = freePort();
    String master = "spark://127.0.0.1:" + port;
    start(
        "master",
        home,
        "org.apache.spark.deploy.master.Master",
        "--host",
        "127.0.0.1",
        "--port",
        "" + port,
        "--webui-port",
        "" + freePort());
    for (int worker = 0; worker < 2; worker++) {
      start(
          "worker" + worker,
          home,
          "org.apache.spark.deploy.worker.Worker",
          master,
          "--host",
          "127.0.0.1",
          "--cores",
          "1",
          "--memory",
          "700m",
          "--webui-port",
          "" + freePort(),
          "--work-dir",
          folder.resolve("work" + worker).toString());
    }
    Path together = folder.resolve("together");
    List<String> submit =
        new ArrayList<>(
            List.of(
                "--master",
                master,
                "--executor-memory",
                "600m",
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.executor.extraJavaOptions=" + temporary(),
                "--class",
                SparkBatch.class.getName(),
                System.getProperty("mixoscope.spark.jar", "target/mixoscope-spark.jar"),
                photos.toString(),
                together.toString()));
    submit.addAll(List.of(OPTIONS));
    Process driver =
        start("driver", home, "org.apache.spark.deploy.SparkSubmit", submit.toArray(String[]::new));

    boolean ended = false;
    while (!ended && !isBegun(together)) {
      ended = driver.waitFor(20, TimeUnit.MILLISECONDS);
    }
    ProcessHandle executor = executor().orElseThrow(() -> new AssertionError(said("driver")));
    assertTrue(executor.destroyForcibly()); // kill -9
    assertTrue(Files.readString(together.resolve("run.json")).contains("\"running\""));
    int code = driver.waitFor();

    assertEquals(0, code, () -> said("driver"));
    Path alone = folder.resolve("alone");
    StringWriter err = new StringWriter();
    String[] args = new String[OPTIONS.length + 2];
    args[0] = photos.toString();
    args[1] = alone.toString();
    System.arraycopy(OPTIONS, 0, args, 2, OPTIONS.length);
    Cluster.main(new OneMachine(), new PrintWriter(new StringWriter()), new PrintWriter(err), args);
    Map<String, byte[]> one = Photos.below(alone);
    Map<String, byte[]> other = Photos.below(together);
    assertEquals(one.keySet(), other.keySet(), err::toString);
    one.forEach((name, bytes) -> assertArrayEquals(bytes, other.get(name), name));
  }

  private static boolean isBegun(Path out) throws IOException {
    if (!Files.isDirectory(out)) {
      return false;
    }
    try (Stream<Path> files = Files.list(out)) {
      return files.anyMatch(file -> file.toString().endsWith(".tar"));
    }
  }

  private Optional<ProcessHandle> executor() {
    return processes.stream()
        .flatMap(Process::descendants)
        .filter(one -> one.info().commandLine().orElse("").contains(EXECUTOR))
        .findFirst();
  }

  private String said(String name) {
    try {
      return Files.readString(folder.resolve(name + ".log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  /// A folder as that of a Spark that was unpacked: the libraries of this test without ours.
  private Path sparkHome() throws IOException {
    Path home = folder.resolve("spark");
    Path jars = Files.createDirectories(home.resolve("jars"));
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (String name : all.split(File.pathSeparator)) {
      Path jar = Path.of(name);
      if (name.endsWith(".jar") && !name.contains("bytedeco") && !name.contains("minicluster")) {
        links.add(Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar));
      }
    }
    return home;
  }

  /// What is killed leaves what it had there: executors, and workers the folders of these.
  private String temporary() throws IOException {
    return "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process start(String name, Path home, String main, String... args) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        new ArrayList<>(
            List.of(
                java,
                "@" + Path.of("src/spark/java.args").toAbsolutePath(),
                "-Xmx600m",
                temporary(),
                "-cp",
                home.resolve("jars") + "/*",
                main));
    command.addAll(Arrays.asList(args));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().put("SPARK_HOME", home.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("SPARK_LOCAL_DIRS", folder.resolve("scratch").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    processes.add(process);
    return process;
  }
}
