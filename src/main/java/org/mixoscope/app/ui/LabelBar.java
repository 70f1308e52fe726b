package org.mixoscope.app.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A label vector as a bar: one segment per class, as wide as its value.
public final class LabelBar extends Pane {
  private static final double ROUND = 18;
  private static final double LINE_ROUND = 12;
  private static final double LEAST_PADDING = 8;
  private static final double PADDING = 28;
  private static final double SPACING = 18;

  private final boolean captioned;
  private List<Double> values = List.of();
  private List<String> named = List.of();
  private List<Hue> shown = List.of();
  private BiConsumer<Node, Hue> segmentMade = (segment, colour) -> {};
  private final List<HBox> segments = new ArrayList<>();

  /// @param captioned whether the segments carry name and value
  public LabelBar(boolean captioned) {
    this.captioned = captioned;
    getStyleClass().add(captioned ? "label-bar" : "label-line");
    Rectangle ends = new Rectangle();
    ends.widthProperty().bind(widthProperty());
    ends.heightProperty().bind(heightProperty());
    ends.setArcWidth(captioned ? ROUND : LINE_ROUND);
    ends.setArcHeight(ends.getArcWidth());
    setClip(ends);
  }

  /// What is to be done with every segment that is made, of a class in its colour; those that are
  /// there are made anew.
  public void onSegment(BiConsumer<Node, Hue> made) {
    segmentMade = made;
    shown = List.of();
  }

  /// Shows a vector over classes, each in its colour.
  public void show(List<String> classes, List<Double> vector, List<? extends Hue> colours) {
    if (!colours.equals(shown)) {
      shown = List.copyOf(colours);
      segments.clear();
      for (int c = 0; c < vector.size(); c++) {
        HBox segment = new HBox();
        segment.getStyleClass().setAll("segment");
        colours.get(c).dress(segment);
        if (captioned) {
          Region gap = new Region();
          HBox.setHgrow(gap, Priority.ALWAYS);
          Label name = new Label();
          name.setMinWidth(0);
          Label value = new Label();
          value.setMinWidth(Region.USE_PREF_SIZE);
          segment.getChildren().addAll(name, gap, value);
        }
        segments.add(segment);
        segmentMade.accept(segment, colours.get(c));
      }
      getChildren().setAll(segments);
      named = List.of();
    }
    if (vector.equals(values) && classes.equals(named)) {
      return;
    }
    values = List.copyOf(vector);
    named = List.copyOf(classes);
    for (int c = 0; captioned && c < vector.size(); c++) {
      ((Label) segments.get(c).getChildren().getFirst()).setText(classes.get(c));
      ((Label) segments.get(c).getChildren().getLast()).setText(number(vector.get(c)));
    }
    requestLayout();
  }

  public static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /// The value where there is room for it, the name where there is room for both.
  private void showWhatFits(HBox segment, double width) {
    if (captioned) {
      Node name = segment.getChildren().getFirst();
      Node value = segment.getChildren().getLast();
      double room = width - value.prefWidth(-1);
      value.setVisible(room > LEAST_PADDING);
      name.setVisible(room > PADDING + SPACING + name.prefWidth(-1));
      // Alone in a narrow segment the value stands in the middle, else at the end.
      boolean spread = room > PADDING + SPACING;
      segment.getChildren().forEach(part -> part.setManaged(spread || part.equals(value)));
    }
  }

  @Override
  protected void layoutChildren() {
    double x = 0;
    // Several classes at once are more than one together.
    double whole = Math.max(1, values.stream().mapToDouble(Double::doubleValue).sum());
    for (int c = 0; c < segments.size(); c++) {
      double width = Math.max(0, values.get(c)) / whole * getWidth();
      HBox segment = segments.get(c);
      segment.setVisible(width > 0.5);
      segment.resizeRelocate(x, 0, width, getHeight());
      showWhatFits(segment, width);
      x += width;
    }
  }
}
