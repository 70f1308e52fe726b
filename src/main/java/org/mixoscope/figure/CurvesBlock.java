package org.mixoscope.figure;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/// Plots beside each other; in a narrow figure below each other.
record CurvesBlock(List<CurveSheet.Plot> plots, Type type) implements Block {
  private static final double LINES = 9;
  private static final double NARROWEST = 22;
  private static final double GAP = 1.6;

  @Override
  public double height(double width) {
    int rows = Math.ceilDiv(plots.size(), columns(width));
    return rows * LINES * type.line();
  }

  private int columns(double width) {
    return Math.clamp((int) (width / (NARROWEST * type.size())), 1, plots.size());
  }

  @Override
  public void draw(Pen pen, double x, double y, double width) {
    int columns = columns(width);
    double gap = GAP * type.size();
    double each = (width - (columns - 1) * gap) / columns;
    for (int k = 0; k < plots.size(); k++) {
      double left = x + k % columns * (each + gap);
      int row = k / columns;
      double top = y + row * LINES * type.line();
      new Place(pen, plots.get(k), left, top, each).draw();
    }
  }

  /// Where one lies.
  private final class Place {
    private final Pen pen;
    private final CurveSheet.Plot plot;
    private final double left;
    private final double right;
    private final double top;
    private final double base;
    private final double thin = type.size() / 14;

    Place(Pen pen, CurveSheet.Plot plot, double x, double y, double width) {
      this.pen = pen;
      this.plot = plot;
      double room = Math.max(tick(plot.low()).width(), tick(plot.high()).width());
      left = x + room + type.size() * 0.4;
      right = x + width;
      top = y + 1.6 * type.line();
      base = y + LINES * type.line() - 1.8 * type.line();
      pen.text(type.bold(plot.title(), type.paper().text()), x, y + type.baseline());
    }

    void draw() {
      int line = type.paper().line();
      plot.marks()
          .forEach(
              mark ->
                  pen.stroke(
                      new Line2D.Double(xOf(mark), top, xOf(mark), base), line, thin, 3 * thin));
      pen.stroke(new Line2D.Double(left, base, right, base), line, thin, 0);
      pen.stroke(new Line2D.Double(left, top, left, base), line, thin, 0);
      side(plot.low(), base);
      side(plot.high(), top);
      double below = base + type.baseline() * 1.1;
      pen.text(type.muted("0"), left, below);
      Phrase last = type.muted(String.format(Locale.ROOT, "%.0f", plot.last()));
      pen.text(last, right - last.width(), below);
      Phrase epochs = type.muted(type.word("epochs"));
      pen.text(epochs, (left + right - epochs.width()) / 2, below);
      pen.inside(
          new Rectangle2D.Double(left, top - thin, right - left, base - top + 2 * thin),
          () -> plot.curves().forEach(this::draw));
    }

    private void draw(CurveSheet.Curve curve) {
      Path2D path = new Path2D.Double();
      for (int i = 0; i < curve.values().size(); i++) {
        double value = curve.values().get(i);
        if (!Double.isFinite(value)) {
          continue;
        }
        double x = xOf(curve.at().get(i));
        double y = base - (value - plot.low()) / (plot.high() - plot.low()) * (base - top);
        if (path.getCurrentPoint() == null) {
          path.moveTo(x, y);
        } else {
          path.lineTo(x, y);
        }
      }
      pen.stroke(
          path, curve.rgb(), (curve.dashed() ? 1.2 : 2) * thin, curve.dashed() ? 4 * thin : 0);
    }

    private double xOf(double at) {
      return left + at / plot.last() * (right - left);
    }

    private Phrase tick(double value) {
      return type.muted(String.format(Locale.ROOT, plot.unit(), value));
    }

    private void side(double value, double y) {
      Phrase tick = tick(value);
      pen.text(tick, left - type.size() * 0.4 - tick.width(), y + type.size() * 0.35);
    }
  }
}
