package org.mixoscope.dataset.annotated;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;

/// What a row of a table, or the JSON of a sample in a shard, says of the objects of a picture: a
/// field `objects`, and beside it perhaps `width` and `height` of the picture and `objects_gone`.
public final class ObjectRow {
  /// The field.
  public static final String FIELD = "objects";

  private ObjectRow() {}

  /// Reads the objects of a picture.
  ///
  /// @param where for messages
  /// @param row has the field
  /// @param classes numbers names, or indices as text
  /// @param name of the picture
  /// @param oddities counts what is unusual. Modified
  /// @throws AnnotationException if it is no such row
  /// @throws IOException if there is no such class
  public static Annotation read(
      Objection where, JsonNode row, ClassNames classes, String name, Oddities oddities)
      throws IOException {
    int width = row.path("width").asInt();
    int height = row.path("height").asInt();
    Frame frame = width > 0 && height > 0 ? new Frame(height, width) : null;
    int gone = Math.max(0, row.path("objects_gone").asInt());
    return ObjectsJson.read(where, row.path(FIELD), frame, gone, classes, name, oddities);
  }
}
