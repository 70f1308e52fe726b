package org.mixoscope.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.cli.Cluster;

/// What Spark writes is what one machine writes.
class SparkBatchTest {
  private static final int PICTURES = 1050;

  @TempDir static Path photos;

  @TempDir Path folder;

  @BeforeAll
  static void makePhotos() throws IOException {
    Photos.make(photos, PICTURES);
  }

  private record Ended(int code, String out, String err) {}

  private static Ended run(boolean spark, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Cluster cluster = spark ? new SparkCluster(local()) : new OneMachine();
    int code = Cluster.main(cluster, new PrintWriter(out), new PrintWriter(err), args);
    return new Ended(code, out.toString(), err.toString());
  }

  private static SparkConf local() {
    return new SparkConf(false).setMaster("local[2]").set("spark.ui.enabled", "false");
  }

  private static void assertSame(Path expected, Path found) {
    Map<String, byte[]> one = Photos.below(expected);
    Map<String, byte[]> other = Photos.below(found);
    assertEquals(one.keySet(), other.keySet());
    one.forEach((name, bytes) -> assertArrayEquals(bytes, other.get(name), name));
  }

  private String[] args(Path out, String... options) {
    return Stream.concat(Stream.of(photos.toString(), out.toString()), Stream.of(options))
        .toArray(String[]::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--format webdataset --method fmix",
        "--format parquet --copies 2 --keep-originals --embed-recipes",
        "--format npy --pairing other-class"
      })
  void everyByteIsThatOfOneMachine(String options) {
    String[] all = ("--size 8x8 " + options).split(" ");
    Path alone = folder.resolve("alone");
    Path together = folder.resolve("together");
    assertEquals(0, run(false, args(alone, all)).code);

    Ended ended = run(true, args(together, all));

    assertEquals("", ended.err);
    assertEquals(0, ended.code);
    assertTrue(ended.out.contains("left out, their pictures cannot be read"), ended.out);
    assertSame(alone, together);
  }

  @Test
  void whatIsDoneIsNotDoneAgain() throws IOException {
    String[] options = {"--size", "8x8", "--format", "webdataset", "--resume"};
    Path alone = folder.resolve("alone");
    Path together = folder.resolve("together");
    assertEquals(0, run(false, args(alone, options)).code);
    Path first = together.resolve("mixed-000000.tar");
    assertEquals(
        1, run(true, args(together, "--size", "8x8", "--format", "webdataset", "--strict")).code);
    assertFalse(Files.exists(together.resolve("mixed-000000.tar")), "it has a broken picture");

    Ended ended = run(true, args(together, options));

    assertEquals(0, ended.code, ended.err);
    assertSame(alone, together);
    var written = Files.getLastModifiedTime(first);
    assertTrue(run(true, args(together, options)).out.contains("written before"));
    assertEquals(written, Files.getLastModifiedTime(first));
  }

  @Test
  void whatItCannotDoIsRefusedInALine() {
    for (List<String> options :
        List.of(
            List.of("--format", "imagefolder"),
            List.of("--format", "parquet", "--threads", "2"),
            List.of("--format", "parquet", "--shard", "0/2"))) {
      Ended ended = run(true, args(folder.resolve("none"), options.toArray(String[]::new)));

      assertTrue(ended.code > 0);
      assertEquals(1, ended.err.lines().count(), ended.err);
      assertFalse(Files.exists(folder.resolve("none").resolve("run.json")));
    }
  }

  /// Else the file that starts these tests, and the manual, are of another Spark.
  @Test
  void optionsOfJavaAreThoseOfSparksLauncher() throws IOException {
    String ours =
        String.join(
            " ",
            Files.readAllLines(Path.of("src/spark/java.args")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList());

    assertEquals(JavaModuleOptions.defaultModuleOptions().strip(), ours);
  }
}
