package org.mixoscope.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.mixoscope.image.Fitter;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// Draws in points, from the top left, on whatever Java2D draws on.
final class Pen {
  private final Graphics2D graphics;
  private final double pixelsPerPoint;
  private final Map<Typeface, Set<Integer>> written;

  /// @param graphics scaled to points. Modified
  /// @param pixelsPerPoint the resolution that pictures are needed in at most
  Pen(Graphics2D graphics, double pixelsPerPoint) {
    this(graphics, pixelsPerPoint, new EnumMap<>(Typeface.class));
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    // Pixels stay pixels where a picture grows; where it shrinks it was resized before.
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
  }

  private Pen(Graphics2D graphics, double pixelsPerPoint, Map<Typeface, Set<Integer>> written) {
    this.graphics = graphics;
    this.pixelsPerPoint = pixelsPerPoint;
    this.written = written;
  }

  /// Text from a point on its base line.
  void text(Phrase phrase, double x, double baseline) {
    double at = x;
    for (Phrase.Run run : phrase.runs()) {
      graphics.setColor(new Color(run.rgb()));
      for (Glyphs.Piece piece : Glyphs.pieces(run.text(), run.face(), run.size())) {
        graphics.setFont(piece.font());
        if (piece.own()) {
          Set<Integer> known = written.computeIfAbsent(run.face(), face -> new TreeSet<>());
          piece.text().codePoints().forEach(known::add);
        }
        graphics.drawString(piece.text(), (float) at, (float) (baseline + run.drop()));
        at += Phrase.width(piece);
      }
    }
  }

  /// The characters written so far in each of our faces.
  Map<Typeface, Set<Integer>> written() {
    return written;
  }

  void fill(Shape shape, int rgb) {
    graphics.setColor(new Color(rgb));
    graphics.fill(shape);
  }

  /// Fills a shape with a colour that what lies below shines through.
  ///
  /// @param opacity within [0, 1]
  void tint(Shape shape, int rgb, double opacity) {
    graphics.setColor(new Color((rgb & 0xFFFFFF) | ((int) Math.round(255 * opacity) << 24), true));
    graphics.fill(shape);
  }

  /// @param width of the line in points
  /// @param dash the length of dashes and gaps in points, 0 for none
  void stroke(Shape shape, int rgb, double width, double dash) {
    graphics.setColor(new Color(rgb));
    graphics.setStroke(
        dash > 0
            ? new BasicStroke(
                (float) width,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                1,
                new float[] {(float) dash},
                0)
            : new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
  }

  /// Draws what has its top left corner at a point, in other units.
  ///
  /// @param zoom points of this pen per unit
  void zoomed(double x, double y, double zoom, Consumer<Pen> drawing) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(x, y);
    graphics.scale(zoom, zoom);
    drawing.accept(new Pen(graphics, pixelsPerPoint * zoom, written));
    graphics.setTransform(before);
  }

  /// Draws only inside a shape while something is done.
  void inside(Shape clip, Runnable drawing) {
    Shape before = graphics.getClip();
    graphics.clip(clip);
    drawing.run();
    graphics.setClip(before);
  }

  /// A picture in a rectangle of its own proportions.
  ///
  /// @param picture uint8 or uint16, RGB or grey, HWC. Not modified
  void picture(Pixels picture, Rectangle2D place) {
    int width = (int) Math.round(place.getWidth() * pixelsPerPoint);
    int height = (int) Math.round(place.getHeight() * pixelsPerPoint);
    boolean shrinks = width < picture.width() || height < picture.height();
    Frame needed =
        new Frame(
            Math.max(1, Math.min(height, picture.height())),
            Math.max(1, Math.min(width, picture.width())));
    BufferedImage image =
        Raster.image(shrinks ? Fitter.fit(picture, needed, Fit.STRETCH) : picture);
    AffineTransform where = AffineTransform.getTranslateInstance(place.getX(), place.getY());
    where.scale(place.getWidth() / image.getWidth(), place.getHeight() / image.getHeight());
    graphics.drawImage(image, where, null);
  }
}
