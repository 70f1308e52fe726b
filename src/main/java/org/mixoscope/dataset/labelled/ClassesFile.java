package org.mixoscope.dataset.labelled;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The names of classes in a text file, one a line.
final class ClassesFile {
  private ClassesFile() {}

  /// What the user names, else the first of some files of a folder that is there; null for none.
  static @Nullable ClassList in(ReadAs as, @Nullable Path folder, String... names)
      throws DataSetException {
    Path given = as.classes();
    if (given != null) {
      return read(given);
    }
    for (String name : names) {
      Path file = folder == null ? Path.of(name) : folder.resolve(name);
      if (Files.isRegularFile(file)) {
        return read(file);
      }
    }
    return null;
  }

  private static ClassList read(Path file) throws DataSetException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return read(file, bytes);
    } catch (IOException e) {
      throw DataSetException.unreadable(file, e, DataSetReason.NOT_UTF_8);
    }
  }

  /// What is in a file.
  ///
  /// @param file what to call it
  static ClassList read(Path file, InputStream bytes) throws DataSetException {
    try (BufferedReader lines = TextFile.of(bytes)) {
      List<String> classes =
          lines.readAllLines().stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
      if (classes.isEmpty()) {
        throw new DataSetException(DataSetReason.EMPTY_CLASSES.of(file));
      }
      return new ClassList(file, classes);
    } catch (IOException e) {
      throw DataSetException.unreadable(file, e, DataSetReason.NOT_UTF_8);
    }
  }
}
