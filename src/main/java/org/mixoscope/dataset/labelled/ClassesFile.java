package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names of classes in a text file, one a line.
final class ClassesFile {
  private ClassesFile() {}

  /// The first of some files of a folder that is there; null for none.
  static @Nullable List<String> in(@Nullable Path folder, String... names) throws DataSetException {
    for (String name : names) {
      Path file = folder == null ? Path.of(name) : folder.resolve(name);
      if (Files.isRegularFile(file)) {
        return read(file);
      }
    }
    return null;
  }

  private static List<String> read(Path file) throws DataSetException {
    try {
      List<String> classes =
          Files.readAllLines(file, StandardCharsets.UTF_8).stream()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
      if (classes.isEmpty()) {
        throw new DataSetException(file + " is empty: needs a class name in each line");
      }
      return classes;
    } catch (DataSetException e) {
      throw e;
    } catch (IOException e) {
      throw new DataSetException(file + " cannot be read: must be UTF-8 text", e);
    }
  }
}
