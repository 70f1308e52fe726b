package org.mixoscope.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;

/// A data set of small pictures, two of which cannot be read.
final class Photos {
  private static final List<String> CLASSES = List.of("cat", "cup", "sky");

  private Photos() {}

  /// Makes it.
  ///
  /// @param count how many pictures
  static void make(Path folder, int count) throws IOException {
    for (String name : CLASSES) {
      Files.createDirectories(folder.resolve(name));
    }
    for (int i = 0; i < count; i++) {
      Path file = folder.resolve(CLASSES.get(i % CLASSES.size())).resolve("%05d.png".formatted(i));
      if (i == 5 || i == count - 7) {
        Files.writeString(file, "no picture");
      } else {
        RandomGenerator random = RandomStreams.of(1, 0, i);
        byte[] bytes = new byte[3 * 12 * 10];
        random.nextBytes(bytes);
        PictureWriter.write(Pixels.of(bytes, new Frame(10, 12), 3), file, null);
      }
    }
  }

  /// All files below a folder by their names, as hexadecimal.
  static SortedMap<String, byte[]> below(Path folder) {
    SortedMap<String, byte[]> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
