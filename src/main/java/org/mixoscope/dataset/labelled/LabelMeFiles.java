package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.JsonKind;
import org.mixoscope.dataset.annotated.LabelMeFile;
import org.mixoscope.dataset.labelled.Sidecars.Format;

/// A folder of pictures with LabelMe's JSON files beside them.
final class LabelMeFiles {
  private static final Format FORMAT = new Format("labelme", ".json", LabelMeFile::read);

  private LabelMeFiles() {}

  /// A folder; null if it is none.
  static @Nullable DataSet open(Path source, ReadAs as) throws DataSetException {
    try {
      if (!Files.isDirectory(source)) {
        return null;
      }
      Path first = Sidecars.firstBeside(source, FORMAT.ending());
      return first == null || JsonKind.of(first) != JsonKind.LABEL_ME
          ? null
          : new Sidecars(FORMAT, source, source, source, as).read();
    } catch (IOException e) {
      throw DataSetException.unreadable(source, e, DataSetReason.UNREADABLE);
    }
  }
}
