package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.Clutter;
import org.mixoscope.dataset.annotated.JsonKind;
import org.mixoscope.dataset.annotated.LabelMeFile;
import org.mixoscope.dataset.labelled.Sidecars.Format;
import org.mixoscope.image.PictureNames;

/// A folder of pictures with LabelMe's JSON files beside them, or one with a folder of pictures and
/// one of these files.
final class LabelMeFiles {
  private static final Format FORMAT = new Format("labelme", ".json", LabelMeFile::read);

  private LabelMeFiles() {}

  /// A folder; null if it is none.
  ///
  /// @throws DataSetException if the files are there and no pictures
  static @Nullable DataSet open(Path source, ReadAs as) throws DataSetException {
    try {
      if (!Files.isDirectory(source)) {
        return null;
      }
      Path first = Sidecars.firstBeside(source, FORMAT.ending());
      if (first != null) {
        return JsonKind.of(first) == JsonKind.LABEL_ME ? read(source, source, source, as) : null;
      }
      List<String> folders = folders(source);
      List<String> pictures = MaskNames.pictureFolders(folders);
      Path ofPictures = source.resolve(pictures.isEmpty() ? "" : pictures.getFirst());
      if (isOfThem(source)) {
        requirePictures(source);
        return read(source, source, ofPictures, as);
      }
      for (String one : pictures.isEmpty() ? List.<String>of() : folders) {
        if (isOfThem(source.resolve(one)) && Sidecars.firstBeside(ofPictures, ".json") == null) {
          return read(source, source.resolve(one), ofPictures, as);
        }
      }
      return null;
    } catch (IOException e) {
      throw DataSetException.unreadable(source, e, DataSetReason.UNREADABLE);
    }
  }

  private static DataSet read(Path root, Path annotations, Path pictures, ReadAs as)
      throws IOException {
    return new Sidecars(FORMAT, root, annotations, pictures, as).read();
  }

  private static void requirePictures(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder, Sidecars.DEPTH)) {
      if (all.noneMatch(file -> PictureNames.isPicture(String.valueOf(file.getFileName())))) {
        throw new DataSetException(DataSetReason.LABELS_ALONE.of(folder, FORMAT.ending()));
      }
    }
  }

  private static List<String> folders(Path of) throws IOException {
    try (Stream<Path> all = Files.list(of)) {
      return all.filter(Files::isDirectory)
          .map(one -> String.valueOf(one.getFileName()))
          .filter(name -> !Clutter.isOne(name))
          .sorted()
          .toList();
    }
  }

  /// Whether the first of the JSON files in a folder itself is one.
  private static boolean isOfThem(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      Path first =
          all.filter(file -> Sidecars.isOne(file, FORMAT.ending()))
              .sorted()
              .findFirst()
              .orElse(null);
      return first != null && JsonKind.of(first) == JsonKind.LABEL_ME;
    }
  }
}
