package org.mixoscope.app.ui;

import javafx.animation.AnimationTimer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Draws a node with the next frame of the screen, however often that is asked for before; a node
/// that cannot be seen is drawn when it can.
public final class NextFrame {
  private final ObservableValue<Boolean> visible;
  private final AnimationTimer timer;
  private boolean asked;

  public NextFrame(Node node, Runnable draw) {
    visible = WhileVisible.of(node);
    timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            stop();
            if (visible.getValue()) {
              asked = false;
              draw.run();
            }
          }
        };
    visible.subscribe(
        on -> {
          if (on && asked) {
            timer.start();
          }
        });
  }

  /// Has it drawn.
  public void ask() {
    asked = true;
    if (visible.getValue()) {
      timer.start();
    }
  }
}
