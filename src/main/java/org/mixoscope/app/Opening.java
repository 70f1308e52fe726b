package org.mixoscope.app;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Theme;

/// What a window shows while its screens are made: their ground and the logo. Without a control or
/// a style sheet, which take longer than all else, it is there in half the time.
final class Opening {
  private Opening() {}

  /// Shows a stage so. What is to come is called once that is on its way to the screen, unless the
  /// stage is closed before.
  static void show(Stage stage, Theme theme, double width, double height, Runnable next) {
    ImageView logo = new ImageView(Icons.logo());
    stage.setScene(new Scene(new StackPane(logo), width, height, theme.page()));
    stage.show();
    whileDrawing(
        stage,
        () -> {
          // Frames are drawn one after the other by a thread of their own, and brought to the
          // screen by this one: when this picture is made, that only waits for its turn.
          logo.snapshot(null, null);
          Platform.runLater(() -> ifOpen(stage, next));
        });
  }

  /// Calls when what a stage shows now is with the thread that draws, unless the stage is closed
  /// before.
  static void whileDrawing(Stage stage, Runnable next) {
    new AnimationTimer() {
      private boolean drawn;

      @Override
      public void handle(long now) {
        if (drawn) {
          stop();
          ifOpen(stage, next);
        }
        drawn = true;
      }
    }.start();
  }

  private static void ifOpen(Stage stage, Runnable next) {
    if (stage.isShowing()) {
      next.run();
    }
  }
}
