package org.mixoscope.app.ui;

import javafx.scene.control.TextField;

/// When what was typed counts.
public final class Typed {
  private Typed() {}

  /// Runs something by Enter and when the focus leaves a field.
  public static void in(TextField field, Runnable take) {
    field.setOnAction(e -> take.run());
    field
        .focusedProperty()
        .addListener(
            (property, before, focused) -> {
              if (!focused) {
                take.run();
              }
            });
  }
}
