package org.mixoscope.dataset.annotated;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.Coordinates.Points;
import org.mixoscope.dataset.annotated.Outline.Polygons;
import org.mixoscope.dataset.annotated.Outline.Rectangle;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.target.Edges;

/// LabelMe's JSON of one picture: polygons, rectangles and circles. Polygons of one group and label
/// are one object; shapes without area are left out and counted. The picture in the file itself is
/// passed over. Not for two threads at once.
public final class LabelMeFile {
  private static final JsonMapper MAPPER = new JsonMapper();

  /// Sides of the polygon that a circle is taken for.
  private static final int SIDES = 64;

  private final Path file;
  private final ClassNames classes;
  private final Oddities oddities;
  private final List<Marked> objects = new ArrayList<>();
  private final Map<String, Integer> groups = new LinkedHashMap<>();
  private @Nullable String picture;
  private boolean hasShapes;
  private int width;
  private int height;

  private LabelMeFile(Path file, ClassNames classes, Oddities oddities) {
    this.file = file;
    this.classes = classes;
    this.oddities = oddities;
  }

  /// Reads the objects of a picture.
  ///
  /// @param classes numbers their names
  /// @param oddities counts what is unusual. Modified
  /// @throws AnnotationException if it is no such file
  /// @throws IOException if it cannot be read
  public static Sidecar read(Path file, ClassNames classes, Oddities oddities) throws IOException {
    LabelMeFile labelMe = new LabelMeFile(file, classes, oddities);
    try (JsonParser json = MAPPER.createParser(file.toFile())) {
      labelMe.read(json);
    } catch (JsonProcessingException e) {
      throw AnnotationReason.NO_JSON.refusal(e, file);
    }
    return labelMe.contents();
  }

  private void read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw AnnotationReason.NO_JSON.refusal(file);
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "imagePath" -> picture = json.getValueAsString();
        case "imageWidth" -> width = json.getValueAsInt();
        case "imageHeight" -> height = json.getValueAsInt();
        case "shapes" -> shapes(json);
        default -> json.skipChildren();
      }
    }
    if (!hasShapes) {
      throw AnnotationReason.MISSING.refusal(file, "shapes");
    }
  }

  private void shapes(JsonParser json) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw AnnotationReason.BAD_FIELD.refusal(file, "shapes", Need.LIST.of());
    }
    hasShapes = true;
    for (int number = 0; json.nextToken() != JsonToken.END_ARRAY; number++) {
      shape(Spot.SHAPE.of(file, number), MAPPER.readTree(json));
    }
  }

  private void shape(Objection where, JsonNode shape) throws IOException {
    String label = shape.path("label").asText().strip();
    if (label.isEmpty()) {
      throw AnnotationReason.MISSING.refusal(where, "label");
    }
    Outline outline = outline(where, shape);
    if (outline == null) {
      oddities.add(Oddity.OTHER_SHAPE, where);
      return;
    }
    Marked one = new Marked(classes.number(where, label), outline, false);
    JsonNode group = shape.path("group_id");
    Integer before =
        group.isNumber() || group.isTextual()
            ? groups.putIfAbsent(group.asText() + " " + label, objects.size())
            : null;
    if (before != null
        && outline instanceof Polygons more
        && objects.get(before).outline() instanceof Polygons first) {
      objects.set(before, new Marked(one.category(), joined(where, first, more), false));
    } else {
      objects.add(one);
    }
  }

  private static Polygons joined(Objection where, Polygons first, Polygons more)
      throws AnnotationException {
    Points all = new Points(where);
    for (Polygons part : List.of(first, more)) {
      for (double[] ring : part.rings()) {
        for (double value : ring) {
          all.add(value);
        }
        all.end();
      }
    }
    return new Polygons(all.rings());
  }

  /// @return null if it is no area
  private static @Nullable Outline outline(Objection where, JsonNode shape) throws IOException {
    String kind = shape.path("shape_type").asText("polygon");
    double[] points = points(where, shape.path("points"));
    return switch (kind) {
      case "polygon" -> points.length < 6 ? null : new Polygons(List.of(points));
      case "rectangle" -> {
        require(where, points, 4);
        yield new Rectangle(
            new Edges(
                Math.min(points[0], points[2]),
                Math.min(points[1], points[3]),
                Math.max(points[0], points[2]),
                Math.max(points[1], points[3])));
      }
      case "circle" -> {
        require(where, points, 4);
        yield circle(points);
      }
      default -> null;
    };
  }

  private static void require(Objection where, double[] points, int count)
      throws AnnotationException {
    if (points.length != count) {
      throw AnnotationReason.BAD_FIELD.refusal(where, "points", Need.POINTS.of());
    }
  }

  private static double[] points(Objection where, JsonNode points) throws AnnotationException {
    Points all = new Points(where);
    double[] flat = new double[2 * Math.min(points.size(), Polygons.MOST_POINTS + 1)];
    for (int i = 0; i < points.size(); i++) {
      for (int k = 0; k < 2; k++) {
        JsonNode value = points.get(i).path(k);
        if (points.get(i).size() != 2 || !value.isNumber()) {
          throw AnnotationReason.BAD_FIELD.refusal(where, "points", Need.POINTS.of());
        }
        all.add(value.doubleValue());
        flat[2 * i + k] = value.doubleValue();
      }
    }
    return flat;
  }

  /// A polygon of the same area, around its first point through its second.
  private static Polygons circle(double[] points) {
    double radius = Math.hypot(points[2] - points[0], points[3] - points[1]);
    double step = 2 * Math.PI / SIDES;
    double outer = radius * Math.sqrt(step / Math.sin(step));
    double[] ring = new double[2 * SIDES];
    for (int i = 0; i < SIDES; i++) {
      ring[2 * i] = points[0] + outer * Math.cos(i * step);
      ring[2 * i + 1] = points[1] + outer * Math.sin(i * step);
    }
    return new Polygons(List.of(ring));
  }

  private Sidecar contents() {
    boolean hasSize = width > 0 && height > 0;
    if (!hasSize) {
      oddities.add(Oddity.NO_FRAME, file);
    }
    Frame frame = hasSize ? new Frame(height, width) : null;
    Annotation annotation = new Annotation(frame, false, objects);
    return new Sidecar(picture, annotation.tidied(file.toString(), oddities));
  }
}
