package org.mixoscope.dataset.annotated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mixoscope.dataset.annotated.Outline.Polygons;
import org.mixoscope.dataset.annotated.Outline.Rectangle;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.target.Edges;

/// Checks the numbers of files and makes outlines of them.
final class Coordinates {
  /// No picture is so large.
  private static final double MOST = 1e9;

  private Coordinates() {}

  /// A number that may be a position.
  ///
  /// @param field what it is called
  static double position(Objection where, String field, double value) throws AnnotationException {
    if (!(Math.abs(value) <= MOST)) {
      throw AnnotationReason.BAD_FIELD.refusal(where, field, Need.NUMBERS.of());
    }
    return value;
  }

  /// COCO's box, of positions.
  static Rectangle box(Objection where, double x, double y, double width, double height)
      throws AnnotationException {
    if (width < 0 || height < 0) {
      throw AnnotationReason.NEGATIVE.refusal(where, width, height);
    }
    return new Rectangle(new Edges(x, y, x + width, y + height));
  }

  /// Gathers the points of an object, and stops before there are too many.
  static final class Points {
    private final Objection where;
    private final List<double[]> rings = new ArrayList<>();
    private double[] ring = new double[64];
    private int count;
    private long all;

    Points(Objection where) {
      this.where = where;
    }

    void add(double value) throws AnnotationException {
      if (++all > 2L * Polygons.MOST_POINTS) {
        throw tooMany();
      }
      if (count == ring.length) {
        ring = Arrays.copyOf(ring, 2 * count);
      }
      ring[count++] = position(where, "segmentation", value);
    }

    /// Ends a ring. One of fewer than three points has no inside.
    void end() throws AnnotationException {
      if (count % 2 != 0) {
        throw AnnotationReason.ODD_POINTS.refusal(where, count);
      }
      if (count >= 6) {
        rings.add(Arrays.copyOf(ring, count));
      }
      count = 0;
      if (rings.size() > Polygons.MOST_RINGS) {
        throw tooMany();
      }
    }

    private AnnotationException tooMany() {
      return AnnotationReason.TOO_MANY_POINTS.refusal(
          where, Polygons.MOST_POINTS, Polygons.MOST_RINGS);
    }

    List<double[]> rings() {
      return rings;
    }
  }
}
