package org.mixoscope.clip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureNames;

/// A folder with DICOM files and no other pictures: slices of a volume.
///
/// @param files those that are slices by their names, or by how they begin
/// @param others how many files are beside them
record SliceFolder(List<Path> files, int others) {
  private static final String DICOM = ".dcm";
  private static final String MARK = "DICM";
  private static final int PREAMBLE = 128;

  /// Scanners name their files by numbers, so what has another ending is looked into.
  private static boolean isDicom(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(PREAMBLE + MARK.length());
      return new String(start, StandardCharsets.ISO_8859_1).startsWith(MARK, PREAMBLE);
    }
  }

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
        if (PictureNames.isPicture(name) && !PictureNames.ending(name).equals(DICOM)) {
          return null;
        }
        if (PictureNames.isPicture(name) || isDicom(file)) {
          files.add(file);
        } else {
          others++;
        }
      }
    }
    files.sort(null);
    return files.isEmpty() ? null : new SliceFolder(List.copyOf(files), others);
  }
}
