package org.mixoscope.dataset.labelled;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.LeftOutReason;
import org.mixoscope.dataset.labelled.TableFile.Row;
import org.mixoscope.image.PictureNames;

/// The masks that a table names. They are the labels if the user says so, or if there are no
/// others.
final class TableMasks {
  private final ReadAs as;
  private final TablePictures files;
  private final Notes notes;
  private final List<String> pictures = new ArrayList<>();
  private final List<String> masks = new ArrayList<>();
  private @Nullable Boolean taken;

  /// @param files finds what rows name
  /// @param notes is told what is left out. Modified
  TableMasks(ReadAs as, TablePictures files, Notes notes) {
    this.as = as;
    this.files = files;
    this.notes = notes;
  }

  /// Takes a row, or leaves it to those who know labels; the first row decides for all.
  boolean take(Row row) {
    JsonNode mask = row.mask();
    if (taken == null) {
      taken = false;
      if (mask != null && isMask(mask)) {
        taken = as.target() == TargetKind.MAP || row.label().isMissingNode();
        if (!taken) {
          notes.remark(FindingReason.UNUSED_MASKS.of(mask.isArray() ? "masks" : mask.asText()));
        }
      }
    }
    if (!taken) {
      return false;
    }
    if (mask != null && mask.isArray()) {
      notes.leftOut.add(LeftOutReason.BLENDED.of(), row.path());
    } else if (mask == null || mask.asText().isBlank()) {
      notes.leftOut.add(LeftOutReason.NO_MASK.of(), row.path());
    } else {
      pictures.add(files.find(row.path()));
      masks.add(files.find(mask.asText().strip()));
    }
    return true;
  }

  /// A path of a picture file, or masks that blend as they are written here.
  static boolean isMask(JsonNode mask) {
    return mask.isArray()
        ? !mask.isEmpty() && mask.get(0).has("file_name")
        : mask.isTextual() && PictureNames.isPicture(mask.asText().strip());
  }

  boolean isEmpty() {
    return pictures.isEmpty();
  }

  /// The paths of the pictures, from the folder of the table.
  List<String> pictures() {
    return List.copyOf(pictures);
  }

  /// What the masks say.
  Labels labels(Path folder) throws DataSetException {
    Names paths = new Names();
    masks.forEach(paths::add);
    return new MapReading(as, List.of(folder), false, notes)
        .labels(new FileEntries(folder, paths), masks.size());
  }
}
