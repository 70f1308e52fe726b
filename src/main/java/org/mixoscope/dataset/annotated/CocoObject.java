package org.mixoscope.dataset.annotated;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.Coordinates.Points;
import org.mixoscope.dataset.annotated.Outline.Polygons;
import org.mixoscope.dataset.annotated.Outline.Rectangle;
import org.mixoscope.dataset.annotated.Outline.Runs;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;

/// One annotation of COCO's, field by field. A segmentation is taken before a box: boxes follow
/// masks.
final class CocoObject {
  private final Objection where;
  private @Nullable Rectangle box;
  private @Nullable Outline segmentation;
  private boolean crowd;
  private boolean ignored;
  private boolean isOurs;
  private boolean hasKeyPoints;
  private double visible = 1;
  private double weight = 1;

  CocoObject(Objection where) {
    this.where = where;
  }

  /// A field of which the value begins at the current token; others than an object's are passed
  /// over.
  void read(String field, JsonParser json) throws IOException {
    switch (field) {
      case "bbox" -> box = box(json);
      case "segmentation" -> segmentation = segmentation(json);
      case "iscrowd" -> crowd = flag(json, field);
      case "ignore" -> ignored = flag(json, field);
      case "visible" -> {
        visible = share(json, field);
        isOurs = true;
      }
      case "keypoints" -> {
        hasKeyPoints = json.currentToken() == JsonToken.START_ARRAY;
        json.skipChildren();
      }
      case "weight" -> weight = share(json, field);
      default -> json.skipChildren();
    }
  }

  boolean hasPlace() {
    return box != null || segmentation != null;
  }

  /// Whether there are key points, which are passed over.
  boolean hasKeyPoints() {
    return hasKeyPoints;
  }

  /// @param frame of its picture; null if it is not known
  Marked marked(int category, @Nullable Frame frame) throws AnnotationException {
    if (frame != null && segmentation instanceof Runs(Frame size, int[] _) && !size.equals(frame)) {
      throw AnnotationReason.OTHER_RUNS.refusal(where, size, frame);
    }
    Outline outline = segmentation == null ? box : segmentation;
    if (outline == null) {
      throw new IllegalStateException("no place: " + where);
    }
    // What is to be ignored we write as a crowd, too, which is all that COCO's tools know.
    boolean many = crowd && !(ignored && isOurs);
    return new Marked(category, outline, many, ignored, visible, weight);
  }

  private @Nullable Rectangle box(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    double[] four = new double[4];
    int count = 0;
    requireList(json, "bbox");
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (count == four.length) {
        throw bad("bbox", Need.FOUR);
      }
      four[count++] = number(json, "bbox");
    }
    if (count == 0) {
      return null;
    }
    if (count != four.length) {
      throw bad("bbox", Need.FOUR);
    }
    return Coordinates.box(where, four[0], four[1], four[2], four[3]);
  }

  private @Nullable Outline segmentation(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> null;
      case START_OBJECT -> runs(json);
      case START_ARRAY -> polygons(json);
      default -> throw bad("segmentation", Need.SEGMENTATION);
    };
  }

  /// A list of polygons, or the numbers of the only one.
  private @Nullable Polygons polygons(JsonParser json) throws IOException {
    Points points = new Points(where);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.START_ARRAY) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
          points.add(number(json, "segmentation"));
        }
        points.end();
      } else {
        points.add(number(json, "segmentation"));
      }
    }
    points.end();
    List<double[]> rings = points.rings();
    return rings.isEmpty() ? null : new Polygons(rings);
  }

  private Runs runs(JsonParser json) throws IOException {
    int[] size = {};
    int[] counts = null;
    String text = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "size" -> size = whole(json, field);
        case "counts" -> {
          if (json.currentToken() == JsonToken.VALUE_STRING) {
            text = json.getText();
          } else {
            counts = whole(json, field);
          }
        }
        default -> json.skipChildren();
      }
    }
    return runs(where, size, counts, text);
  }

  /// @param size height and width
  /// @param counts null if there is a text
  static Runs runs(Objection where, int[] size, int @Nullable [] counts, @Nullable String text)
      throws AnnotationException {
    if (size.length != 2 || size[0] < 1 || size[1] < 1 || (counts == null && text == null)) {
      throw AnnotationReason.BAD_FIELD.refusal(where, "segmentation", Need.SEGMENTATION.of());
    }
    Frame frame = new Frame(size[0], size[1]);
    try {
      return new Runs(frame, text == null ? Objects.requireNonNull(counts) : Rle.runs(text));
    } catch (IllegalArgumentException e) {
      throw AnnotationReason.BAD_RUNS.refusal(e, where, frame);
    }
  }

  private int[] whole(JsonParser json, String field) throws IOException {
    requireList(json, field);
    int[] values = new int[16];
    int count = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      double value = number(json, field);
      if (value != Math.rint(value)) {
        throw bad(field, Need.WHOLE);
      }
      values[count++] = (int) value;
    }
    return Arrays.copyOf(values, count);
  }

  private double number(JsonParser json, String field) throws IOException {
    if (!json.currentToken().isNumeric()) {
      throw bad(field, Need.NUMBERS);
    }
    return Coordinates.position(where, field, json.getDoubleValue());
  }

  private boolean flag(JsonParser json, String field) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_NULL, VALUE_FALSE -> false;
      case VALUE_TRUE -> true;
      default -> number(json, field) != 0;
    };
  }

  private double share(JsonParser json, String field) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return 1;
    }
    double value = number(json, field);
    if (!(value > 0 && value <= 1)) {
      throw bad(field, Need.SHARE);
    }
    return value;
  }

  private void requireList(JsonParser json, String field) throws AnnotationException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw bad(field, Need.LIST);
    }
  }

  private AnnotationException bad(String field, Need what) {
    return AnnotationReason.BAD_FIELD.refusal(where, field, what.of());
  }
}
