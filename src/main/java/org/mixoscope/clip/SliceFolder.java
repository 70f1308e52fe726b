package org.mixoscope.clip;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureNames;

/// A folder with DICOM files and no other pictures: slices of a volume.
///
/// @param files those that are slices by their names
/// @param others how many files are beside them
record SliceFolder(List<Path> files, int others) {
  private static final String DICOM = ".dcm";

  /// @return null if it is none
  /// @throws IOException if it cannot be read
  static @Nullable SliceFolder of(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return null;
    }
    List<Path> files = new ArrayList<>();
    int others = 0;
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path file : all) {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith(".") || Files.isDirectory(file)) {
          continue;
        }
        if (PictureNames.ending(name).equals(DICOM)) {
          files.add(file);
        } else if (PictureNames.isPicture(name)) {
          return null;
        } else {
          others++;
        }
      }
    }
    files.sort(null);
    return files.isEmpty() ? null : new SliceFolder(List.copyOf(files), others);
  }
}
