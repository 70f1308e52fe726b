package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mixoscope.lab.data.Digits;

/// A digit that is drawn by hand: lines of a round pen.
///
/// @param lines each of points, in any unit; a single point is a dot
record Sketch(List<List<Sketch.Spot>> lines) {
  static final Sketch EMPTY = new Sketch(List.of());

  /// The digits that are shipped were scanned to so many pixels a side, and then counted by cells.
  private static final int SCAN = 32;

  private static final int CELLS = 8;
  private static final int CELL = SCAN / CELLS;

  /// Half of the pen, in pixels of the scan.
  private static final double PEN = 2;

  /// x to the right and y down.
  record Spot(double x, double y) {}

  Sketch {
    lines = lines.stream().map(List::copyOf).toList();
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /// With a new line that begins somewhere.
  Sketch begin(Spot spot) {
    List<List<Spot>> more = new ArrayList<>(lines);
    more.add(List.of(spot));
    return new Sketch(more);
  }

  /// With the last line drawn further.
  Sketch go(Spot spot) {
    List<List<Spot>> more = new ArrayList<>(lines);
    more.add(Stream.concat(more.removeLast().stream(), Stream.of(spot)).toList());
    return new Sketch(more);
  }

  /// Without the line drawn last, if there is one.
  Sketch withoutLast() {
    return new Sketch(lines.subList(0, Math.max(0, lines.size() - 1)));
  }

  /// As those digits are: it fills the frame, in its middle, whatever its size was.
  ///
  /// @return 28×28 numbers within [0, 1]; all 0 of nothing
  float[] digit() {
    float[] cells = new float[CELLS * CELLS];
    if (!isEmpty()) {
      List<List<Spot>> fitted = fitted();
      for (int i = 0; i < SCAN * SCAN; i++) {
        int x = i % SCAN;
        int y = i / SCAN;
        int cell = y / CELL * CELLS + x / CELL;
        cells[cell] += ink(fitted, x + 0.5, y + 0.5) / (CELL * CELL);
      }
    }
    return Digits.enlarged(cells);
  }

  /// In pixels of the scan.
  private List<List<Spot>> fitted() {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (List<Spot> line : lines) {
      for (Spot spot : line) {
        left = Math.min(left, spot.x);
        right = Math.max(right, spot.x);
        top = Math.min(top, spot.y);
        bottom = Math.max(bottom, spot.y);
      }
    }
    double scale = (SCAN - 2 * PEN) / Math.max(1e-3, Math.max(right - left, bottom - top));
    double x = (left + right) / 2;
    double y = (top + bottom) / 2;
    return lines.stream()
        .map(
            line ->
                line.stream()
                    .map(
                        spot ->
                            new Spot(
                                SCAN / 2.0 + (spot.x - x) * scale,
                                SCAN / 2.0 + (spot.y - y) * scale))
                    .toList())
        .toList();
  }

  /// How much of a pixel the pen covers.
  private static float ink(List<List<Spot>> fitted, double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    for (List<Spot> line : fitted) {
      for (int i = 0; i < line.size(); i++) {
        nearest = Math.min(nearest, distance(line.get(Math.max(0, i - 1)), line.get(i), x, y));
      }
    }
    return (float) Math.clamp(PEN + 0.5 - nearest, 0, 1);
  }

  private static double distance(Spot from, Spot to, double x, double y) {
    double dx = to.x - from.x;
    double dy = to.y - from.y;
    double length = dx * dx + dy * dy;
    double t = length == 0 ? 0 : Math.clamp(((x - from.x) * dx + (y - from.y) * dy) / length, 0, 1);
    return Math.hypot(from.x + t * dx - x, from.y + t * dy - y);
  }
}
