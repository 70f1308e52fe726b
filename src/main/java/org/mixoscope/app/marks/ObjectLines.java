package org.mixoscope.app.marks;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.StrokeLineJoin;
import org.mixoscope.app.state.Highlight;
import org.mixoscope.app.state.ViewMarks;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Mask;
import org.mixoscope.kernel.target.MaskOutline;
import org.mixoscope.kernel.target.Objects;

/// Draws objects: the line around the mask or the box, in the colour of their source, and a light
/// fill. What is to be ignored is dashed, a region of many hatched too.
final class ObjectLines {
  private static final double[] DASHES = {7, 6};
  private static final double[] SOLID = {};
  private static final double LINE = 2;
  private static final double LIT = 4;
  private static final double HALO = 2;
  private static final double FILL = 0.22;
  private static final double HATCH = 9;
  private static final Color LIGHT = Color.color(1, 1, 1, 0.55);

  private final Canvas canvas = new Canvas();

  Canvas node() {
    return canvas;
  }

  /// @param placement of the frame that the objects are in
  /// @param lit what lights up
  void draw(
      ViewMarks marks, Objects objects, Placement placement, Highlight lit, double w, double h) {
    canvas.setWidth(w);
    canvas.setHeight(h);
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, w, h);
    pen.setFillRule(FillRule.EVEN_ODD);
    pen.setLineJoin(StrokeLineJoin.ROUND);
    for (Instance object : objects.instances()) {
      int source = marks.source(object);
      trace(object, placement, pen);
      Color colour = Color.web("#%06x".formatted(SourceColour.of(source).rgb()));
      pen.setFill(fill(object, colour));
      pen.fill();
      boolean isLit = lit.lights(new Highlight.Source(source));
      double width = isLit ? LIT : LINE;
      pen.setLineDashes(object.crowd() || object.ignored() ? DASHES : SOLID);
      pen.setStroke(LIGHT);
      pen.setLineWidth(width + HALO);
      pen.stroke();
      pen.setStroke(colour);
      pen.setLineWidth(width);
      pen.stroke();
    }
  }

  private static Paint fill(Instance object, Color colour) {
    Color light = colour.deriveColor(0, 1, 1, FILL * object.weight());
    if (!object.crowd()) {
      return light;
    }
    return new LinearGradient(
        0,
        0,
        HATCH,
        HATCH,
        false,
        CycleMethod.REPEAT,
        new Stop(0, Color.TRANSPARENT),
        new Stop(0.7, Color.TRANSPARENT),
        new Stop(0.7, colour.deriveColor(0, 1, 1, 2 * FILL)),
        new Stop(1, colour.deriveColor(0, 1, 1, 2 * FILL)));
  }

  private static void trace(Instance object, Placement placement, GraphicsContext pen) {
    pen.beginPath();
    Mask mask = object.mask();
    if (mask == null) {
      Edges box = object.box();
      double scale = placement.scale();
      pen.rect(
          placement.left() + box.x1() * scale,
          placement.top() + box.y1() * scale,
          (box.x2() - box.x1()) * scale,
          (box.y2() - box.y1()) * scale);
      return;
    }
    for (int[] line : MaskOutline.of(mask)) {
      for (int i = 0; i < line.length; i += 2) {
        double x = placement.left() + line[i] * placement.scale();
        double y = placement.top() + line[i + 1] * placement.scale();
        if (i == 0) {
          pen.moveTo(x, y);
        } else {
          pen.lineTo(x, y);
        }
      }
      pen.closePath();
    }
  }
}
