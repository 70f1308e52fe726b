package org.mixoscope.app.batch;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Two shares of one class, one bar below the other.
final class MassBar extends Pane {
  private static final double THICKNESS = 6;
  private static final double GAP = 2;
  private static final double LEAST = 1.5;

  private final Region before = new Region();
  private final Region after = new Region();
  private double beforeLength;
  private double afterLength;

  MassBar() {
    before.getStyleClass().add("mass-before");
    after.getStyleClass().add("mass-after");
    getChildren().addAll(before, after);
    setMinWidth(0);
  }

  void show(ClassRow row) {
    beforeLength = row.before() / row.longest();
    afterLength = row.after() / row.longest();
    requestLayout();
  }

  /// What is more than nothing can be seen, in a class of a thousand, too.
  private static double length(double share, double width) {
    return share > 0 ? Math.max(LEAST, share * width) : 0;
  }

  @Override
  protected void layoutChildren() {
    double top = (getHeight() - 2 * THICKNESS - GAP) / 2;
    before.resizeRelocate(0, top, length(beforeLength, getWidth()), THICKNESS);
    after.resizeRelocate(0, top + THICKNESS + GAP, length(afterLength, getWidth()), THICKNESS);
  }
}
