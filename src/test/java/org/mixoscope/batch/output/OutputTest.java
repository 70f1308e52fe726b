package org.mixoscope.batch.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;

/// What all formats have in common.
@BesideWindows
class OutputTest {
  /// Around the border of a shard.
  private static final int FIRST = 997;

  private static final int END = 1003;

  /// Folders of files of single samples.
  private static final Set<String> NOT_GROWING =
      Set.of("0000", "Annotations", "JPEGImages", "images");

  @TempDir Path root;

  /// The run is ended by force after any sample, in the middle of the next ones.
  @ParameterizedTest
  @MethodSource("settings")
  void runThatWasEndedGoesOnToTheSameBytes(OutputSettings settings) throws IOException {
    Path whole = Folders.write(root.resolve("whole"), settings, IntStream.range(FIRST, END));
    for (int cut = FIRST; cut <= END; cut++) {
      Path folder = Files.createDirectory(root.resolve("cut-" + cut));
      List<Long> state;
      try (Output output = Folders.open(folder, settings, List.of())) {
        for (int index = FIRST; index < cut; index++) {
          Folders.add(output, settings, index);
        }
        state = output.state();
        // What the journal does not know of any more: two samples of which one is whole.
        for (int index = cut; index < Math.min(cut + 2, END); index++) {
          Folders.add(output, settings, index);
        }
      }
      appendRubbish(folder, state);

      try (Output output = Folders.open(folder, settings, state)) {
        assertEquals(state, output.state());
        for (int index = cut; index < END; index++) {
          Folders.add(output, settings, index);
        }
        output.finish();
      }

      Folders.assertSame(whole, folder);
    }
  }

  /// To every file that the run would go on with.
  private static void appendRubbish(Path folder, List<Long> state) throws IOException {
    boolean secondShard = !state.isEmpty() && state.getFirst() == 1;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!(secondShard && file.endsWith("mixed-000000.tar"))) {
          Files.writeString(file, "half a li", StandardOpenOption.APPEND);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void finishingAgainChangesNothing(OutputSettings settings) throws IOException {
    Path once = Folders.write(root.resolve("once"), settings, IntStream.range(0, 5));
    Path again = Files.createDirectory(root.resolve("again"));
    List<Long> state;
    try (Output output = Folders.open(again, settings, List.of())) {
      for (int index = 0; index < 5; index++) {
        Folders.add(output, settings, index);
      }
      state = output.state();
      output.finish();
    }
    Folders.assertSame(once, again);

    // The process ended between the last file and the word that all is done.
    try (Output output = Folders.open(again, settings, state)) {
      output.finish();
    }

    Folders.assertSame(once, again);
  }

  @ParameterizedTest
  @MethodSource("settings")
  void samplesArePreparedInAnyOrder(OutputSettings settings) throws IOException {
    Path forth = Folders.write(root.resolve("forth"), settings, IntStream.range(0, 6));
    Path back = Files.createDirectory(root.resolve("back"));
    try (Output output = Folders.open(back, settings, List.of())) {
      Output.Part[] parts = new Output.Part[6];
      for (int index = 5; index >= 0; index--) {
        parts[index] = Folders.prepare(output, settings, index);
      }
      for (Output.Part part : parts) {
        part.append();
      }
      output.finish();
    }

    Folders.assertSame(forth, back);
  }

  @ParameterizedTest
  @MethodSource("thatGrow")
  void fileThatWasCutSinceIsNotWrittenOn(OutputSettings settings) throws IOException {
    List<Long> state;
    try (Output output = Folders.open(root, settings, List.of())) {
      Folders.add(output, settings, 0);
      state = output.state();
    }
    Path growing = growing();
    byte[] whole = Files.readAllBytes(growing);
    Files.write(growing, Arrays.copyOf(whole, whole.length - 1));

    IOException e =
        assertThrows(IOException.class, () -> Folders.open(root, settings, state).close());
    assertEquals(
        growing + " is shorter than this run left it: it was changed since", e.getMessage());
  }

  private Path growing() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !NOT_GROWING.contains(String.valueOf(file.getParent().getFileName())))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void encodingMustGoWithTheFormat() {
    for (OutputFormat format : OutputFormat.values()) {
      Encoding wrong = format.isArray() ? new Encoding.Png() : Encoding.Numbers.UINT8;
      assertThrows(IllegalArgumentException.class, () -> new OutputSettings(format, wrong, false));
    }
    assertEquals(
        "recipes: only picture files carry them, not an array",
        assertThrows(
                IllegalArgumentException.class,
                () -> new OutputSettings(OutputFormat.NPY, Encoding.Numbers.UINT8, true))
            .getMessage());
  }

  /// Those that have a file which grows with the samples.
  static Stream<OutputSettings> thatGrow() {
    return settings()
        .filter(
            settings ->
                switch (settings.format()) {
                  case YOLO, YOLO_POLYGONS -> false;
                  default -> true;
                });
  }

  static Stream<OutputSettings> settings() {
    return Stream.of(OutputFormat.values())
        .map(
            format ->
                new OutputSettings(
                    format,
                    format.isArray() ? Encoding.Numbers.FLOAT32 : new Encoding.Png(),
                    false));
  }
}
