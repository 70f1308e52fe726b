package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;

/// Jobs that end before their time: killed, interrupted, out of disk.
@BesideWindows
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class BatchProcessTest {
  private static final long PATIENCE = Duration.ofMinutes(3).toNanos();
  private static final int COPIES = 150;

  /// Of seven pictures, one of which cannot be read.
  private static final int SAMPLES = 7 * COPIES;

  @TempDir Path folder;
  private Path source = Path.of("");

  @BeforeEach
  void writePictures() throws IOException {
    source = folder.resolve("photos");
    for (int i = 0; i < 6; i++) {
      Path file = source.resolve(i % 2 + "/" + i + ".png");
      Files.createDirectories(file.resolveSibling(""));
      Photo.noise(40, 40, i).write(file);
    }
    Files.writeString(source.resolve("1/bad.png"), "no picture");
  }

  @ParameterizedTest
  @ValueSource(strings = {"imagefolder", "webdataset", "npz", "parquet"})
  void killedAtAnyMomentItGoesOnToTheSameBytes(String format) throws Exception {
    Path whole = folder.resolve("whole");
    Run.of(batch(whole, format, "--threads", "1")).good();
    Path killed = folder.resolve("killed");

    int reached = 0;
    for (int kill = 1; kill <= 3; kill++) {
      Process process = start(batch(killed, format, "--threads", "2", "--resume"));
      awaitSample(process, killed, kill * SAMPLES / 10);
      process.destroyForcibly().waitFor();
      int next = next(killed);
      assertTrue(next >= reached && next < SAMPLES, "killed at " + next);
      reached = next;
    }
    Run.of(batch(killed, format, "--resume")).good();

    BatchCommandTest.assertSameFiles(whole, killed);
  }

  /// By the signal that Ctrl+C's is treated like; that one is ignored by what runs in the
  /// background.
  @Test
  void interruptedItFinishesTheSamplesUnderWayAndSaysHowToGoOn() throws Exception {
    assumeTrue(
        ProcessHandle.current().supportsNormalTermination(), "processes can be asked to end");
    Path whole = folder.resolve("whole");
    Run.of(batch(whole, "imagefolder")).good();
    Path out = folder.resolve("out");
    Process process = start(batch(out, "imagefolder"));
    awaitSample(process, out, SAMPLES / 10);

    // Not by the process itself, which would close its streams.
    assertTrue(process.toHandle().destroy());

    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(143, process.waitFor());
    int next = next(out);
    assertEquals(
        "mixoscope batch: stopped, %d of %d samples are done; go on with the same command and"
                .formatted(next, SAMPLES)
            + " --resume",
        err.strip());
    try (Stream<Path> files = Files.walk(out.resolve("images"))) {
      long pictures = files.filter(Files::isRegularFile).count();
      assertEquals(Files.readAllLines(out.resolve("metadata.jsonl")).size(), pictures);
    }
    Run.of(batch(out, "imagefolder", "--resume")).good();
    BatchCommandTest.assertSameFiles(whole, out);
  }

  @Test
  void aFullDiskIsOneLineAndTheJobGoesOnWhenThereIsRoom() throws Exception {
    Path out = Files.createDirectory(folder.resolve("out"));
    assumeTrue(
        run(List.of("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", out.toString())) == 0,
        "a small disk can be mounted for a test");
    Path whole = folder.resolve("whole");
    Run.of(batch(whole, "webdataset")).good();
    Path copy = folder.resolve("copy");
    List<String> command = ProcessTest.java(options(), List.of(batch(out, "webdataset"))).command();
    Path script = folder.resolve("script.sh");
    Files.writeString(
        script,
        """
        mount -t tmpfs -o size=1m tmpfs "%1$s" || exit 9
        %2$s 2>"%3$s"
        echo $? >"%4$s"
        mount -o remount,size=100m "%1$s"
        %2$s --resume && cp -r "%1$s" "%5$s"
        """
            .formatted(out, quoted(command), folder.resolve("err"), folder.resolve("code"), copy));

    assertEquals(0, run(List.of("unshare", "-rm", "sh", script.toString())));

    assertEquals(
        "mixoscope batch: %s: the disk is full: make room, then resume".formatted(out),
        Files.readString(folder.resolve("err")).strip());
    assertEquals("1", Files.readString(folder.resolve("code")).strip());
    BatchCommandTest.assertSameFiles(whole, copy);
  }

  @Test
  void twoRunsOfOneFolderDoNotMix() throws Exception {
    Path out = folder.resolve("out");
    Process process = start(batch(out, "imagefolder"));
    awaitSample(process, out, 10);

    Run second = Run.of(batch(out, "imagefolder", "--resume"));

    assertTrue(second.err().contains("another run writes into it"), second.err());
    process.destroyForcibly().waitFor();
    assertFalse(process.isAlive());
  }

  private String[] batch(Path out, String format, String... more) {
    List<String> command =
        new ArrayList<>(
            List.of("batch", source.toString(), out.toString(), "--format", format, "--quiet"));
    command.addAll(List.of("--size", "32x32", "--copies", Integer.toString(COPIES)));
    command.addAll(List.of(more));
    return command.toArray(String[]::new);
  }

  private static List<String> options() {
    List<String> java = new ArrayList<>(ProcessTest.QUIET);
    java.addAll(List.of("-cp", ProcessTest.noJavaFx()));
    return java;
  }

  private static Process start(String... arguments) throws IOException {
    return ProcessTest.java(options(), List.of(arguments)).start();
  }

  private static int run(List<String> command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1; // there is no such program
    }
  }

  private static String quoted(List<String> command) {
    return String.join(" ", command.stream().map(word -> "'" + word + "'").toList());
  }

  /// Until the journal says that a sample is done.
  private static void awaitSample(Process process, Path out, int sample) throws Exception {
    long end = System.nanoTime() + PATIENCE;
    while (next(out) < sample) {
      assertTrue(process.isAlive(), "it ended before it was to be killed");
      assertTrue(System.nanoTime() < end, "nothing happens");
      Thread.onSpinWait();
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  /// The first sample that is not done, as the journal's two places have it.
  private static int next(Path out) throws IOException {
    Path journal = out.resolve(".mixoscope-journal");
    if (!Files.exists(journal)) {
      return 0;
    }
    byte[] bytes = Files.readAllBytes(journal);
    int next = 0;
    for (int slot = 0; slot + 512 <= bytes.length; slot += 512) {
      String[] numbers =
          new String(bytes, slot, 512, StandardCharsets.US_ASCII).split("\n", 2)[0].split(" ");
      next = Math.max(next, numbers.length > 1 ? Integer.parseInt(numbers[1]) : 0);
    }
    return next;
  }
}
