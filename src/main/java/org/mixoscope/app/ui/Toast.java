package org.mixoscope.app.ui;

import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A message over the picture. Good news goes by itself, bad news stays until it is read, work in
/// progress until it is done.
public final class Toast extends HBox {
  private static final PseudoClass FAILURE = PseudoClass.getPseudoClass("failure");
  private static final double WIDEST = 560;

  private final Label text = new Label();
  private final ProgressIndicator progress = new ProgressIndicator();
  private final Button cancel = new Button();
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
    progress.managedProperty().bind(progress.visibleProperty());
    progress.setVisible(false);
    progress.setMinSize(18, 18);
    progress.setPrefSize(18, 18);
    cancel.textProperty().bind(messages.bind("cancel"));
    cancel.setId("toast-cancel");
    cancel.visibleProperty().bind(progress.visibleProperty());
    cancel.managedProperty().bind(progress.visibleProperty());
    close.visibleProperty().bind(progress.visibleProperty().not());
    close.managedProperty().bind(close.visibleProperty());
    Explained.by(cancel, messages, "cancel");
    getChildren().addAll(progress, text, cancel, close);
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

  /// Says what is going on until the next message, and lets it be cancelled.
  ///
  /// @param onCancel shows another message
  public void busy(String message, Runnable onCancel) {
    patience.stop();
    show(message, false);
    progress.setVisible(true);
    cancel.setOnAction(e -> onCancel.run());
  }

  private void show(String message, boolean failure) {
    progress.setVisible(false);
    text.setText(message);
    pseudoClassStateChanged(FAILURE, failure);
    setVisible(true);
  }
}
