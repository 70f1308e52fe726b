package org.mixoscope.dataset.annotated;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.Coordinates.Points;
import org.mixoscope.dataset.annotated.Outline.Cutout;
import org.mixoscope.dataset.annotated.Outline.Polygons;
import org.mixoscope.dataset.annotated.Outline.Rectangle;
import org.mixoscope.dataset.annotated.Outline.Several;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Mask;

/// LabelMe's JSON of one picture: polygons, rectangles, those that are turned too, circles and
/// masks. Shapes of one group and label are one object; shapes without area are left out and
/// counted. The picture in the file itself is passed over. Not for two threads at once.
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
  private boolean hasPicture;
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
    try (InputStream in = Files.newInputStream(file);
        JsonParser json = MAPPER.createParser(in)) {
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
        case "imageData" -> hasPicture = json.currentToken() == JsonToken.VALUE_STRING;
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
    if (before == null) {
      objects.add(one);
    } else {
      Outline both = joined(where, objects.get(before).outline(), outline);
      objects.set(before, new Marked(one.category(), both, false));
    }
  }

  private static Outline joined(Objection where, Outline first, Outline more)
      throws AnnotationException {
    return rings(first) instanceof Polygons one && rings(more) instanceof Polygons other
        ? joined(where, one, other)
        : new Several(List.of(rings(first), rings(more)));
  }

  /// A rectangle as the polygon that it is.
  private static Outline rings(Outline outline) {
    return outline instanceof Rectangle(Edges(double x1, double y1, double x2, double y2))
        ? new Polygons(List.of(new double[] {x1, y1, x2, y1, x2, y2, x1, y2}))
        : outline;
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
      case "polygon", "oriented_rectangle", "rotation" ->
          points.length < 6 ? null : new Polygons(List.of(points));
      case "rectangle" -> {
        // Some programs write all four corners.
        require(where, points, points.length == 8 ? 8 : 4);
        yield new Rectangle(Raster.bounds(List.of(points)));
      }
      case "mask" -> {
        require(where, points, 4);
        yield cutout(where, points, shape.path("mask"));
      }
      case "circle" -> {
        require(where, points, 4);
        yield circle(points);
      }
      default -> null;
    };
  }

  /// Pixels from a corner on, as LabelMe has them: whole positions are those of the first and the
  /// last pixel and cut what is stored; others are rounded, and all that is stored counts.
  private static Cutout cutout(Objection where, double[] points, JsonNode mask)
      throws AnnotationException {
    Pixels stored = stored(where, mask);
    int x = (int) Math.rint(points[0]);
    int y = (int) Math.rint(points[1]);
    int width = stored.frame().width();
    int height = stored.frame().height();
    if (Arrays.stream(points).allMatch(value -> value == Math.rint(value))) {
      width = Math.clamp((long) points[2] - x + 1, 0, width);
      height = Math.clamp((long) points[3] - y + 1, 0, height);
    }
    return new Cutout(
        Mask.of(
            new Box(x, y, x + width, y + height),
            (row, column) -> stored.valueAt(row - y, column - x, 0) != 0));
  }

  /// @return one channel, 0 where the object is not
  private static Pixels stored(Objection where, JsonNode mask) throws AnnotationException {
    try {
      byte[] png = Base64.getDecoder().decode(mask.asText());
      Pixels found = new PictureReader().indices(png, "mask").pixels();
      if (found.channels() == 1) {
        return found;
      }
    } catch (IllegalArgumentException | PictureException e) {
      throw AnnotationReason.BAD_FIELD.refusal(e, where, "mask", Need.MASK.of());
    }
    throw AnnotationReason.BAD_FIELD.refusal(where, "mask", Need.MASK.of());
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
    return new Sidecar(picture, annotation.tidied(file.toString(), oddities), hasPicture);
  }
}
