package org.mixoscope.app.ui;

import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Shows an audience what is pressed: key caps that fade away.
public final class KeyStrip extends HBox {
  private static final int MOST = 4;
  private static final Duration STAY = Duration.seconds(1.6);
  private static final Duration FADE = Duration.seconds(0.6);

  public KeyStrip() {
    setId("key-strip");
    getStyleClass().add("key-strip");
    setAlignment(Pos.CENTER);
    setMouseTransparent(true);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  /// Adds a key and what it does; the oldest makes room.
  ///
  /// @param meaning empty for a key that does nothing by itself
  public void show(String key, String meaning) {
    Label cap = new Label(key);
    cap.getStyleClass().add("strip-cap");
    HBox pressed = new HBox(cap);
    pressed.setAlignment(Pos.CENTER);
    pressed.getStyleClass().add("strip-key");
    if (!meaning.isEmpty()) {
      pressed.getChildren().add(new Label(meaning));
    }
    getChildren().add(pressed);
    if (getChildren().size() > MOST) {
      getChildren().removeFirst();
    }
    FadeTransition fade = new FadeTransition(FADE, pressed);
    fade.setToValue(0);
    SequentialTransition life = new SequentialTransition(new PauseTransition(STAY), fade);
    life.setOnFinished(e -> getChildren().remove(pressed));
    life.play();
  }
}
