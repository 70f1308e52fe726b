package org.mixoscope.app.ui;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A message over the picture. Good news goes by itself, bad news stays until it is read.
public final class Toast extends HBox {
  private static final PseudoClass FAILURE = PseudoClass.getPseudoClass("failure");
  private static final double WIDEST = 560;

  private final Label text = new Label();
  private final PauseTransition patience = new PauseTransition(Duration.seconds(4));

  public Toast(Messages messages) {
    getStyleClass().add("toast");
    setId("toast");
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    text.setWrapText(true);
    text.setMaxWidth(WIDEST);
    text.setMinHeight(Region.USE_PREF_SIZE);
    Button close = new Button(null, new FontIcon(Feather.X));
    close.getStyleClass().addAll("icon-button", "flat");
    close.setOnAction(e -> setVisible(false));
    Explained.by(close, messages, "dismiss");
    getChildren().addAll(text, close);
    patience.setOnFinished(e -> setVisible(false));
    setVisible(false);
  }

  public void inform(String message) {
    show(message, false);
    patience.playFromStart();
  }

  public void warn(String message) {
    patience.stop();
    show(message, true);
  }

  private void show(String message, boolean failure) {
    text.setText(message);
    pseudoClassStateChanged(FAILURE, failure);
    setVisible(true);
  }
}
