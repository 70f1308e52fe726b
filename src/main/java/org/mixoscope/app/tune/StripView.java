package org.mixoscope.app.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScreenImage;
import org.mixoscope.app.ui.SourceColour;

/// Small mixes in two rows, each with its label as a bar, the names of the classes, and all of it
/// in words when the pointer rests on it.
final class StripView extends Pane {
  private static final int COLUMNS = 6;
  private static final int ROWS = Strip.SAMPLES / COLUMNS;
  private static final double GAP = 8;
  private static final double BAR = 7;
  private static final double NAMES = 14;
  private static final double HIGHEST = 0.66;

  /// What is below a picture.
  private static final double BELOW = 3 + BAR + 1 + NAMES;

  private final Messages messages;
  private final List<Cell> cells = new ArrayList<>();

  /// What a sample is shown by.
  private record Cell(ImageView picture, LabelBar bar, Label names, Tooltip words) {}

  StripView(Messages messages) {
    this.messages = messages;
    getStyleClass().add("strip");
    for (int i = 0; i < Strip.SAMPLES; i++) {
      Cell cell = new Cell(new ImageView(), new LabelBar(false), new Label(), new Tooltip());
      cell.names().getStyleClass().add("strip-names");
      cell.picture().setAccessibleRole(AccessibleRole.IMAGE_VIEW);
      cell.picture().setPreserveRatio(true);
      cells.add(cell);
      Tooltip.install(cell.picture(), cell.words());
      getChildren().addAll(cell.picture(), cell.bar(), cell.names());
    }
  }

  void show(List<Strip.Sample> samples) {
    for (int i = 0; i < samples.size(); i++) {
      Strip.Sample sample = samples.get(i);
      Cell cell = cells.get(i);
      cell.picture().setImage(ScreenImage.of(sample.pixels()));
      cell.picture().setAccessibleText(spoken(sample));
      cell.words().setText(spoken(sample));
      cell.names().setText(String.join(" · ", names(sample)));
      cell.bar()
          .show(
              sample.mix().classes(),
              sample.mix().label(),
              SourceColour.ofClasses(sample.recipe()));
    }
    requestLayout();
  }

  private List<String> names(Strip.Sample sample) {
    return messages.classNames(sample.recipe().sources()).of(sample.mix().classes());
  }

  private String spoken(Strip.Sample sample) {
    List<String> classes = names(sample);
    return IntStream.range(0, classes.size())
        .mapToObj(c -> Math.round(100 * sample.mix().label().get(c)) + " % " + classes.get(c))
        .collect(Collectors.joining(", "));
  }

  private static double cellWidth(double width) {
    return (width - (COLUMNS - 1) * GAP) / COLUMNS;
  }

  @Override
  protected double computePrefHeight(double width) {
    double cell = cellWidth(width > 0 ? width : getWidth()) * HIGHEST;
    return ROWS * (cell + BELOW) + (ROWS - 1) * GAP;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected void layoutChildren() {
    double width = cellWidth(getWidth());
    double height = width * HIGHEST;
    for (int i = 0; i < cells.size(); i++) {
      int row = i / COLUMNS;
      double x = (i % COLUMNS) * (width + GAP);
      double y = row * (height + BELOW + GAP);
      ImageView picture = cells.get(i).picture();
      picture.setFitWidth(width);
      picture.setFitHeight(height);
      double shown = picture.getLayoutBounds().getWidth();
      double left = x + (width - shown) / 2;
      picture.relocate(left, y + height - picture.getLayoutBounds().getHeight());
      cells.get(i).bar().resizeRelocate(left, y + height + 3, shown, BAR);
      cells.get(i).names().resizeRelocate(x, y + height + BAR + 4, width, NAMES);
    }
  }
}
