package org.mixoscope.app.train;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Resampling;
import org.mixoscope.lab.Examples;

/// The plane as a network sees it, with the points that it is trained on as small dots and the
/// mixes of its last batch as large ones, in the colours of their labels.
final class PlaneView extends Pane {
  private static final double DOT = 4;
  private static final double MIX = 8;
  private static final double RING = 7;
  private static final double LETTER = 14;
  private static final Color EDGE = Color.rgb(255, 255, 255, 0.55);
  private static final Color RIM = Color.rgb(22, 26, 35, 0.85);

  private final ImageView surface = new ImageView();
  private Pixels enlarged = blank(1);
  private PixelBuffer<ByteBuffer> buffer = ScreenImage.buffer(enlarged);
  private final Canvas dots = new Canvas();
  private final Canvas mixes = new Canvas();
  private final Canvas marks = new Canvas();
  private List<float[]> ends = List.of();
  private @Nullable Examples samples;
  private LaneView.@Nullable Surface shown;
  private @Nullable Node marker;
  private Point2D held = Point2D.ZERO;

  PlaneView() {
    getStyleClass().add("plane");
    setMinSize(0, 0);
    getChildren().addAll(surface, dots, mixes, marks);
    getChildren().forEach(node -> node.setManaged(false));
  }

  /// @param train what is trained on; null for no dots
  void show(@Nullable Examples train, LaneView.Surface now) {
    shown = now;
    drawSurface();
    if (!Objects.equals(train, samples)) {
      samples = train;
      drawDots();
    }
    drawMixes();
  }

  /// Lets a node stand at a place of the plane, from its middle on.
  void hold(Node node) {
    marker = node;
    node.setManaged(false);
    getChildren().add(node);
  }

  /// Moves it, as far as the plane reaches.
  void hold(Point2D value) {
    double bound = PlaneGrid.BOUND;
    held =
        new Point2D(
            Math.clamp(value.getX(), -bound, bound), Math.clamp(value.getY(), -bound, bound));
    requestLayout();
  }

  /// Where it stands.
  Point2D held() {
    return held;
  }

  /// Whether a point of this node is part of the plane.
  boolean sees(double x, double y) {
    return dots.getBoundsInParent().contains(x, y);
  }

  /// The place of the plane at a point of this node.
  Point2D valueAt(double x, double y) {
    double side = dots.getWidth();
    double bound = PlaneGrid.BOUND;
    return new Point2D(
        (x - dots.getLayoutX()) / side * 2 * bound - bound,
        bound - (y - dots.getLayoutY()) / side * 2 * bound);
  }

  /// A length of this node as one of the plane.
  double lengthOf(double pixels) {
    return pixels / dots.getWidth() * 2 * PlaneGrid.BOUND;
  }

  @Override
  protected void layoutChildren() {
    double side = Math.floor(Math.min(getWidth(), getHeight()));
    // Between pixels, each would be drawn from four.
    double x = Math.floor((getWidth() - side) / 2);
    double y = Math.floor((getHeight() - side) / 2);
    surface.relocate(x, y);
    if (enlarged.width() != side && side > 0) {
      enlarged = blank((int) side);
      buffer = ScreenImage.buffer(enlarged);
      surface.setImage(new WritableImage(buffer));
    }
    for (Canvas canvas : new Canvas[] {dots, mixes, marks}) {
      canvas.relocate(x, y);
      canvas.setWidth(side);
      canvas.setHeight(side);
    }
    drawSurface();
    drawDots();
    drawMixes();
    if (marker != null) {
      double bound = PlaneGrid.BOUND;
      marker.setLayoutX(x + (held.getX() + bound) / (2 * bound) * side);
      marker.setLayoutY(y + (bound - held.getY()) / (2 * bound) * side);
    }
    drawEnds();
  }

  /// Rings points with the letters A and B.
  ///
  /// @param points none for no rings
  void mark(List<float[]> points) {
    if (!points.equals(ends)) {
      ends = List.copyOf(points);
      drawEnds();
    }
  }

  /// As large as it is shown: JavaFX takes four times as long to enlarge it with every frame.
  private void drawSurface() {
    LaneView.Surface now = shown;
    if (now != null) {
      now.colours().resize(Box.of(now.colours().frame()), enlarged, Resampling.BILINEAR);
      buffer.updateBuffer(all -> null);
    }
  }

  private static Pixels blank(int side) {
    int channels = PlaneGrid.CHANNELS;
    return Pixels.of(new byte[side * side * channels], new Frame(side, side), channels);
  }

  private void drawEnds() {
    marks.setVisible(!ends.isEmpty());
    GraphicsContext pen = clean(marks);
    double side = marks.getWidth();
    pen.setFont(Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, LETTER));
    for (int k = 0; k < ends.size(); k++) {
      double x = (ends.get(k)[0] + PlaneGrid.BOUND) / (2 * PlaneGrid.BOUND) * side;
      double y = (PlaneGrid.BOUND - ends.get(k)[1]) / (2 * PlaneGrid.BOUND) * side;
      pen.setLineWidth(4);
      pen.setStroke(Color.WHITE);
      pen.strokeOval(x - RING, y - RING, 2 * RING, 2 * RING);
      pen.strokeText(SourceColour.of(k).letter(), x + RING + 3, y - RING);
      pen.setLineWidth(2);
      pen.setStroke(RIM);
      pen.setFill(RIM);
      pen.strokeOval(x - RING, y - RING, 2 * RING, 2 * RING);
      pen.fillText(SourceColour.of(k).letter(), x + RING + 3, y - RING);
    }
  }

  private void drawDots() {
    GraphicsContext pen = clean(dots);
    Examples now = samples;
    if (now != null) {
      pen.setStroke(EDGE);
      pen.setLineWidth(0.75);
      for (int i = 0; i < now.size(); i++) {
        dot(pen, now.inputs()[i], DOT, PlaneGrid.blend(weights(now.labels()[i])));
      }
    }
  }

  private void drawMixes() {
    GraphicsContext pen = clean(mixes);
    LaneView.Surface now = shown;
    if (now != null) {
      pen.setStroke(RIM);
      pen.setLineWidth(1.25);
      for (int i = 0; i < now.mixed().length; i++) {
        dot(pen, now.mixed()[i], MIX, PlaneGrid.blend(now.labels()[i]));
      }
    }
  }

  private static GraphicsContext clean(Canvas canvas) {
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    return pen;
  }

  private void dot(GraphicsContext pen, float[] point, double size, int rgb) {
    double side = dots.getWidth();
    double x = (point[0] + PlaneGrid.BOUND) / (2 * PlaneGrid.BOUND) * side - size / 2;
    double y = (PlaneGrid.BOUND - point[1]) / (2 * PlaneGrid.BOUND) * side - size / 2;
    pen.setFill(Color.rgb(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF));
    pen.fillOval(x, y, size, size);
    pen.strokeOval(x, y, size, size);
  }

  static float[] weights(double[] label) {
    float[] weights = new float[label.length];
    for (int c = 0; c < label.length; c++) {
      weights[c] = (float) label[c];
    }
    return weights;
  }
}
