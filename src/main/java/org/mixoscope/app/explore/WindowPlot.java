package org.mixoscope.app.explore;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.Spread;
import org.mixoscope.image.Window;

/// How often the numbers of the mix are there, and the window over them: black on its left, white
/// on its right, the line between them what becomes of a number.
final class WindowPlot extends Pane {
  private static final double WIDTH = 340;
  private static final double HEIGHT = 96;

  private final Path bars = new Path();
  private final Rectangle part = new Rectangle();
  private final Line ramp = new Line();
  private @Nullable Spread spread;
  private @Nullable Window window;

  WindowPlot() {
    setId("window-plot");
    getStyleClass().add("window-plot");
    setPrefSize(WIDTH, HEIGHT);
    setMinSize(WIDTH, HEIGHT);
    bars.getStyleClass().add("window-bars");
    part.getStyleClass().add("window-part");
    ramp.getStyleClass().add("window-ramp");
    bars.setManaged(false);
    part.setManaged(false);
    ramp.setManaged(false);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    getChildren().addAll(part, bars, ramp);
  }

  /// @param numbers null while they are not counted
  void show(@Nullable Spread numbers, Window shown) {
    spread = numbers;
    window = shown;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    Spread numbers = spread;
    Window shown = window;
    bars.getElements().clear();
    part.setVisible(numbers != null);
    ramp.setVisible(numbers != null);
    if (numbers == null || shown == null) {
      return;
    }
    draw(numbers.bins());
    double low = x(numbers, shown.low());
    double high = x(numbers, shown.high());
    part.setX(low);
    part.setWidth(Math.max(1, high - low));
    part.setHeight(getHeight());
    ramp.setStartX(low);
    ramp.setStartY(getHeight());
    ramp.setEndX(high);
    ramp.setEndY(0);
  }

  private double x(Spread numbers, double value) {
    Window all = numbers.all();
    double width = all.high() - all.low();
    double part = width == 0 ? 0.5 : (value - all.low()) / width;
    // Far away is far enough.
    return Math.clamp(part, -10, 11) * getWidth();
  }

  /// By their logarithms: the air around a body would else hide the body.
  private void draw(List<Integer> bins) {
    double highest = bins.stream().mapToDouble(Math::log1p).max().orElse(1);
    double step = getWidth() / bins.size();
    bars.getElements().add(new MoveTo(0, getHeight()));
    for (int i = 0; i < bins.size(); i++) {
      double y = highest == 0 ? getHeight() : getHeight() * (1 - Math.log1p(bins.get(i)) / highest);
      bars.getElements().addAll(new LineTo(i * step, y), new LineTo((i + 1) * step, y));
    }
    bars.getElements().addAll(new LineTo(getWidth(), getHeight()), new ClosePath());
  }
}
