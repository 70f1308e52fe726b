package org.mixoscope.app.explore;

import javafx.scene.input.KeyEvent;

/// The arrow keys, as steps across a picture.
final class Arrows {
  private static final int BIG_STEP = 10;

  private Arrows() {}

  /// What a step does.
  interface Step {
    /// One of the two is 0.
    void by(int dx, int dy);
  }

  /// By one, or by ten with Shift. Other keys are left to others.
  static void pixels(KeyEvent event, Step step) {
    int pixels = event.isShiftDown() ? BIG_STEP : 1;
    take(event, (dx, dy) -> step.by(dx * pixels, dy * pixels));
  }

  /// By one.
  static void take(KeyEvent event, Step step) {
    switch (event.getCode()) {
      case LEFT -> step.by(-1, 0);
      case RIGHT -> step.by(1, 0);
      case UP -> step.by(0, -1);
      case DOWN -> step.by(0, 1);
      default -> {
        return;
      }
    }
    event.consume();
  }
}
