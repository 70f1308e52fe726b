package org.mixoscope.figure;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.Locale;
import org.mixoscope.kernel.Beta;
import org.mixoscope.stats.BetaCurve;

/// The density of Beta(α, α) with λ as drawn, and λ̂ dashed where it is another. Where the density
/// is infinite the curve leaves the plot.
///
/// @param lambda as drawn
/// @param share λ̂
record BetaBlock(Beta beta, double lambda, double share, Type type) implements Block {
  private static final double LINES = 7;
  private static final int POINTS = 200;

  private static final double APART = 0.002;

  @Override
  public double height(double width) {
    return LINES * type.line();
  }

  @Override
  public void draw(Pen pen, double x, double y, double width) {
    pen.text(title(), x, y + type.baseline());
    double side = type.size() * 0.6;
    double top = y + 1.35 * type.line();
    double base = y + height(width) - type.line();
    new Plot(pen, x + side, width - 2 * side, top, base).draw();
  }

  private Phrase title() {
    String alpha = String.format(Locale.ROOT, "%.4g", beta.alpha());
    String shortest =
        alpha.contains(".") && !alpha.contains("e") ? alpha.replaceAll("\\.?0+$", "") : alpha;
    return type.muted("Beta(α, α), α = " + shortest);
  }

  /// Where the plot lies.
  private final class Plot {
    private final Pen pen;
    private final double left;
    private final double width;
    private final double top;
    private final double base;

    Plot(Pen pen, double left, double width, double top, double base) {
      this.pen = pen;
      this.left = left;
      this.width = width;
      this.top = top;
      this.base = base;
    }

    void draw() {
      double curveTop = top + type.line();
      Path2D curve = new Path2D.Double();
      for (BetaCurve.Point point : BetaCurve.of(beta).points(POINTS)) {
        double y = base - point.height() * (base - curveTop);
        if (curve.getCurrentPoint() == null) {
          curve.moveTo(at(point.lambda()), y);
        } else {
          curve.lineTo(at(point.lambda()), y);
        }
      }
      Path2D area = new Path2D.Double(curve);
      area.lineTo(at(1), base);
      area.lineTo(at(0), base);
      area.closePath();
      double thin = type.size() / 14;
      pen.fill(area, type.paper().area());
      pen.stroke(curve, type.paper().curve(), 1.6 * thin, 0);
      pen.stroke(new Line2D.Double(at(0), base, at(1), base), type.paper().line(), thin, 0);
      boolean apart = Math.abs(share - lambda) > APART;
      if (apart) {
        line(share, curveTop, 1.6 * thin, 3 * thin);
        name("λ̂", share, share > lambda);
      }
      line(lambda, top, 1.8 * thin, 0);
      double knob = type.size() * 0.3;
      pen.fill(
          new Ellipse2D.Double(at(lambda) - knob, top - knob, 2 * knob, 2 * knob), Ink.ofSource(0));
      name("λ", lambda, !apart || lambda > share);
      tick("0", 0);
      tick("0.5", 0.5);
      tick("1", 1);
    }

    private double at(double value) {
      return left + value * width;
    }

    private void line(double value, double from, double thickness, double dash) {
      pen.stroke(
          new Line2D.Double(at(value), from, at(value), base), Ink.ofSource(0), thickness, dash);
    }

    private void name(String text, double value, boolean right) {
      Phrase name = type.plain(text);
      double gap = type.size() * 0.45;
      double wanted = right ? at(value) + gap : at(value) - gap - name.width();
      double inside = Math.clamp(wanted, at(0) - gap, at(1) + gap - name.width());
      pen.text(name, inside, top + type.size() * 0.75);
    }

    private void tick(String text, double value) {
      Phrase tick = type.muted(text);
      pen.text(tick, at(value) - tick.width() * value, base + type.baseline() * 1.1);
    }
  }
}
