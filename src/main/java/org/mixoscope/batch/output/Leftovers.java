package org.mixoscope.batch.output;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files of a run that are written anew, or would be if all else stayed as it is.
final class Leftovers {
  private Leftovers() {}

  /// Deletes the files of a folder, if it is there, whose number is within [least, end).
  ///
  /// @param name of such a file, its number being the first group
  static void delete(Path folder, Pattern name, int least, int end) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Matcher matcher = name.matcher(String.valueOf(file.getFileName()));
        if (matcher.matches()) {
          int number = Integer.parseInt(matcher.group(1));
          if (number >= least && number < end) {
            Files.delete(file);
          }
        }
      }
    }
  }
}
