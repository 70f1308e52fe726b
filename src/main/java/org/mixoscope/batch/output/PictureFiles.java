package org.mixoscope.batch.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;

/// All pictures in one folder, as the formats of objects have them.
///
/// @param folder which is there
record PictureFiles(Path folder, Encoding.File encoding) {
  private static final Pattern SAMPLE = Pattern.compile("([0-9]+)\\.[a-z]+");

  /// With a folder that is made if it is not there.
  static PictureFiles in(Path folder, Encoding.File encoding) throws IOException {
    return new PictureFiles(Files.createDirectories(folder), encoding);
  }

  /// Deletes pictures and what else is said of one sample in a file of its own.
  static void clear(Stretch rest) throws IOException {
    for (String name : List.of("images", "labels", "JPEGImages", "Annotations")) {
      Leftovers.delete(rest.folder().resolve(name), SAMPLE, rest.begin(), rest.end());
    }
  }

  /// Writes the picture of a sample, any number of threads.
  ///
  /// @return its name
  String write(Sample sample, @Nullable String recipe) throws IOException {
    String name = SampleName.of(sample.index()) + "." + encoding.extension();
    Files.write(folder.resolve(name), encoding.encode(sample, recipe));
    return name;
  }
}
