package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Frame;

/// The program as users start it: a process of its own, with streams, charset and exit code.
@BesideWindows
class ProcessTest {
  private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto");

  /// JavaCPP and foreign memory warn without these; the launcher gives them too.
  static final List<String> QUIET =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  @TempDir Path folder;
  private String a = "";
  private String b = "";

  @BeforeEach
  void writePictures() throws IOException {
    a = Photo.noise(40, 30, 1).write(folder.resolve("cat.png"));
    b = Photo.noise(40, 30, 2).write(folder.resolve("cup.png"));
  }

  /// Neither the locale's charset nor its decimal comma changes a byte.
  @Test
  void mixPrintsUtf8AndPointsInAnyLocale() throws Exception {
    List<String> java = new ArrayList<>(QUIET);
    java.addAll(List.of("-Duser.language=de", "-Dstdout.encoding=US-ASCII", "-cp", noJavaFx()));
    List<String> mix = List.of("mix", a, b, "-o", path("out.png"), "--lambda", "0.25", "--json");

    Run run = start(java, mix).good();
    Run people = start(java, mix.subList(0, mix.size() - 1)).good();

    assertEquals(0.25, run.json().get("lambda").doubleValue());
    assertTrue(people.out().contains("λ       0.250000"), people.out());
    assertTrue(people.out().contains("λ̂       "), people.out());
    assertEquals(new Frame(30, 40), Photo.read(folder.resolve("out.png")).frame());
  }

  /// A training prints the same bytes wherever it runs, but for its time.
  @Test
  void trainNeedsNoWindow() throws Exception {
    List<String> java = new ArrayList<>(QUIET);
    java.addAll(List.of("-Duser.language=de", "-cp", noJavaFx()));
    List<String> train = List.of("train", "moons", "--epochs", "2", "--seeds", "2");

    String out = start(java, train).good().out();

    List<String> here = Run.of(train.toArray(String[]::new)).good().out().lines().toList();
    assertEquals(
        here.subList(0, here.size() - 1), out.lines().toList().subList(0, here.size() - 1));
    assertTrue(out.contains("none"), out);
  }

  @Test
  void exitCodeSaysWhatWentWrong() throws Exception {
    List<String> java = List.of("-cp", noJavaFx());

    start(java, List.of("mix", a, b, "-o", path("out.png"), "--alpha", "0"))
        .bad(
            2, "mixoscope mix: --alpha = 0: must be above 0 and finite (see mixoscope mix --help)");
    start(java, List.of("mix", a, b, "-o", path("no/out.png")))
        .bad(
            1,
            "mixoscope mix: -o %s: there is no folder %s"
                .formatted(path("no/out.png"), path("no")));
  }

  @Test
  void tooLittleMemoryIsOneLine() throws Exception {
    List<String> java = new ArrayList<>(QUIET);
    java.addAll(List.of("-Xmx40m", "-cp", noJavaFx()));

    Run run = start(java, List.of("mix", a, b, "-o", path("out.png"), "--size", "6000x6000"));

    assertTrue(run.err().startsWith("mixoscope mix: out of memory: "), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertEquals(1, run.code());
    assertFalse(Files.exists(folder.resolve("out.png")));
  }

  @Test
  void outputThatCannotBePrintedIsAFailure() throws Exception {
    File full = new File("/dev/full");
    assumeTrue(full.exists(), "there is a device that is always full");
    ProcessBuilder builder = java(List.of("-cp", noJavaFx()), List.of("--version"));

    Process process = builder.redirectOutput(full).start();

    assertEquals(
        "mixoscope: not all of the output could be printed",
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    assertEquals(1, process.waitFor());
  }

  @Test
  void withoutDisplayExploreSaysWhatToDo() throws Exception {
    assumeLinux();

    start(List.of("-cp", noJavaFx()), List.of())
        .bad(
            1,
            "mixoscope: no display; render the window with:"
                + " mixoscope snapshot A B -o FIGURE.png");
  }

  @Test
  void withoutDisplayTheBuildRendersTheWindow() throws Exception {
    assumeLinux();
    String file = path("target/mixoscope.png");

    Run run = start(withJavaFx(), List.of("explore", "--without-display", file)).good();

    assertEquals(
        "No display: the Explore window was rendered to " + file + System.lineSeparator(),
        run.out());
    assertEquals(new Frame(800, 1280), Photo.read(Path.of(file)).frame());
  }

  @Test
  void snapshotRendersTheWindow() throws Exception {
    String file = path("figure.png");
    List<String> command =
        List.of(
            "snapshot",
            a,
            b,
            "-o",
            file,
            "--theme",
            "dark",
            "--lang",
            "zh",
            "--scale",
            "2",
            "--width",
            "900",
            "--height",
            "700");

    Run run = start(withJavaFx(), command).good();

    assertEquals("The Explore window was rendered to " + file + System.lineSeparator(), run.out());
    assertEquals(new Frame(1400, 1800), Photo.read(Path.of(file)).frame());
  }

  /// Without a screen, JavaFX or a word on the error stream.
  @Test
  void figureIsDrawnWithoutAScreen() throws Exception {
    List<String> java = new ArrayList<>(QUIET);
    java.addAll(List.of("-cp", noJavaFx()));
    for (String extension : List.of("png", "svg", "pdf", "gif")) {
      String file = path("figure." + extension);

      Run run = start(java, List.of("figure", a, b, "-o", file)).good();

      assertEquals("The figure was written to " + file + System.lineSeparator(), run.out());
      assertTrue(Files.size(Path.of(file)) > 1000, file);
    }
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static void assumeLinux() {
    assumeTrue(System.getProperty("os.name").startsWith("Linux"), "displays are checked on Linux");
  }

  /// The class path without JavaFX: what needs no screen must not touch it.
  static String noJavaFx() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("openjfx"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /// The options of the launcher, with JavaFX from where this test's own JVM has it.
  private static List<String> withJavaFx() {
    String modules = System.getProperty("jdk.module.path");
    assumeTrue(modules != null, "JavaFX is on the module path");
    return List.of(
        "@src/main/launcher/java.args",
        "--module-path",
        modules,
        "-cp",
        System.getProperty("java.class.path"));
  }

  private static Run start(List<String> java, List<String> arguments)
      throws IOException, InterruptedException {
    Path err = Files.createTempFile("mixoscope", ".err");
    Process process = java(java, arguments).redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Run run = new Run(process.waitFor(), out, Files.readString(err));
    Files.delete(err);
    return run;
  }

  static ProcessBuilder java(List<String> java, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(QUICK);
    command.addAll(java);
    command.add("org.mixoscope.cli.Main");
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
    return builder;
  }
}
