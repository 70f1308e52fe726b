package org.mixoscope.app.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.ScreenImage;

/// Small mixes in two rows, each with its label as a bar.
final class StripView extends Pane {
  private static final int COLUMNS = 6;
  private static final int ROWS = Strip.SAMPLES / COLUMNS;
  private static final double GAP = 8;
  private static final double BAR = 7;
  private static final double HIGHEST = 0.66;

  private final List<Cell> cells = new ArrayList<>();

  /// What a sample is shown by.
  private record Cell(ImageView picture, LabelBar bar) {}

  StripView() {
    getStyleClass().add("strip");
    for (int i = 0; i < Strip.SAMPLES; i++) {
      Cell cell = new Cell(new ImageView(), new LabelBar(false));
      cell.picture().setAccessibleRole(AccessibleRole.IMAGE_VIEW);
      cell.picture().setPreserveRatio(true);
      cells.add(cell);
      getChildren().addAll(cell.picture(), cell.bar());
    }
  }

  void show(List<Strip.Sample> samples) {
    for (int i = 0; i < samples.size(); i++) {
      Strip.Sample sample = samples.get(i);
      Cell cell = cells.get(i);
      cell.picture().setImage(ScreenImage.of(sample.pixels()));
      cell.picture().setAccessibleText(spoken(sample));
      cell.bar().show(sample.mix().classes(), sample.mix().label(), sample.colours());
    }
    requestLayout();
  }

  private static String spoken(Strip.Sample sample) {
    List<String> classes = sample.mix().classes();
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
    return ROWS * (cell + BAR + 3) + (ROWS - 1) * GAP;
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
      double y = row * (height + BAR + 3 + GAP);
      ImageView picture = cells.get(i).picture();
      picture.setFitWidth(width);
      picture.setFitHeight(height);
      double shown = picture.getLayoutBounds().getWidth();
      double left = x + (width - shown) / 2;
      picture.relocate(left, y + height - picture.getLayoutBounds().getHeight());
      cells.get(i).bar().resizeRelocate(left, y + height + 3, shown, BAR);
    }
  }
}
