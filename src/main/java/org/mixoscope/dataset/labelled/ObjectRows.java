package org.mixoscope.dataset.labelled;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.ObjectRow;
import org.mixoscope.kernel.Objection;

/// Objects in the JSON of pictures, as Hugging Face's tables and samples of WebDataset have them,
/// see [ObjectRow].
final class ObjectRows {
  private final Path source;
  private final ReadAs as;
  private final ClassKeys keys;
  private final ObjectCollector objects;
  private int size;

  /// @param source for messages
  /// @param declared the classes, if the data set says so
  ObjectRows(Path source, @Nullable ClassList declared, ReadAs as, Notes notes) {
    this.source = source;
    this.as = as;
    keys = new ClassKeys(declared, as, notes);
    objects = new ObjectCollector(as, notes);
  }

  /// Whether the label of a picture is its objects.
  ///
  /// @param row all that is known of it
  /// @param hasLabel whether there is another label
  static boolean isIn(JsonNode row, boolean hasLabel, ReadAs as) {
    TargetKind target = as.target();
    return row.hasNonNull(ObjectRow.FIELD)
        && as.labelColumn() == null
        && (target == null
            || target == TargetKind.OBJECTS
            || (target == TargetKind.LABELS && !hasLabel));
  }

  /// @param row all that is known of the next picture
  /// @param picture its name
  /// @param file where a recipe finds the row again; null for nowhere
  void add(Objection where, JsonNode row, String picture, @Nullable String file)
      throws DataSetException {
    try {
      objects.add(
          ObjectRow.read(where, row, keys::key, picture, objects.oddities),
          as.ordersClasses() ? null : file);
    } catch (IOException e) {
      throw DataSetException.unreadable(source, e, DataSetReason.UNREADABLE);
    }
    size++;
  }

  int size() {
    return size;
  }

  /// All labels.
  ///
  /// @param entries the pictures
  Labels collected(Entries entries) throws DataSetException {
    objects.requireSizes(source, entries);
    ClassKeys.Found found = keys.found(source.toString());
    return objects.collected(source, found.names(), found.places(), entries);
  }
}
