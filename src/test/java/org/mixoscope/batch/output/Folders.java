package org.mixoscope.batch.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mixoscope.kernel.Frame;

/// Writes samples through [Output], and compares what is there.
final class Folders {
  static final Frame FRAME = new Frame(9, 7);
  static final long SEED = -42;

  private Folders() {}

  static Output open(Path folder, OutputSettings settings, List<Long> state) throws IOException {
    return open(folder, settings, false, state);
  }

  private static Output open(
      Path folder, OutputSettings settings, boolean labelWeights, List<Long> state)
      throws IOException {
    return Output.open(
        Stretch.whole(folder, Integer.MAX_VALUE),
        settings,
        TestSample.classes(),
        SEED,
        labelWeights,
        null,
        state);
  }

  /// Writes samples with these numbers into a new folder.
  static Path write(Path folder, OutputSettings settings, IntStream indices) throws IOException {
    return write(folder, settings, false, indices);
  }

  /// @param labelWeights whether they say the weights in the label
  static Path write(Path folder, OutputSettings settings, boolean labelWeights, IntStream indices)
      throws IOException {
    Files.createDirectories(folder);
    try (Output output = open(folder, settings, labelWeights, List.of())) {
      for (int index : indices.toArray()) {
        add(output, settings, index);
      }
      output.finish();
    }
    return folder;
  }

  static void add(Output output, OutputSettings settings, int index) throws IOException {
    prepare(output, settings, index).append();
  }

  /// Of a sample that the format has a place for.
  static Output.Part prepare(Output output, OutputSettings settings, int index) throws IOException {
    TestSample sample = TestSample.of(index, FRAME);
    return output.prepare(
        settings.format().isOfObjects() ? sample.madeWithObjects() : sample.made(), null);
  }

  /// The files that users see.
  static Map<String, byte[]> files(Path folder) throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.startsWith(".")) {
          all.put(name, Files.readAllBytes(file));
        }
      }
    }
    return all;
  }

  static void assertSame(Path expected, Path actual) throws IOException {
    Map<String, byte[]> files = files(expected);
    assertEquals(files.keySet(), files(actual).keySet());
    for (Map.Entry<String, byte[]> file : files(actual).entrySet()) {
      assertArrayEquals(files.get(file.getKey()), file.getValue(), file.getKey());
    }
  }
}
