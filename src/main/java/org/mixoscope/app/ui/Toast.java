package org.mixoscope.app.ui;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A message over the picture. Good news goes by itself, bad news stays until it is read.
public final class Toast extends HBox {
  private static final PseudoClass FAILURE = PseudoClass.getPseudoClass("failure");
  private static final double WIDEST = 560;
  private static final double BAR = 160;

  private final Label text = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Button cancel = new Button();
  private final Button undo = new Button();
  private final Button act = new Button();
  private final Button close = new Button(null, Icons.of(Feather.X));
  private @Nullable StackPane place;
  private final PauseTransition patience = new PauseTransition(Duration.seconds(4));
  private final PauseTransition offered = new PauseTransition(Duration.seconds(10));

  /// @param undoKeys the keys that do what the button of an offer does
  public Toast(Messages messages, String undoKeys) {
    getStyleClass().add("toast");
    setId("toast");
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    text.setWrapText(true);
    text.setMaxWidth(WIDEST);
    text.setMinHeight(Region.USE_PREF_SIZE);
    close.getStyleClass().addAll("icon-button", "flat");
    close.setOnAction(e -> setVisible(false));
    Explained.by(close, messages, "dismiss");
    bar.setPrefWidth(BAR);
    cancel.textProperty().bind(messages.bind("cancel"));
    cancel.setId("toast-cancel");
    Explained.by(cancel, messages, "cancel");
    undo.textProperty().bind(messages.bind("undo.this"));
    undo.setId("toast-undo");
    undo.managedProperty().bind(undo.visibleProperty());
    Explained.by(undo, messages, "undo.this", undoKeys);
    act.setId("toast-act");
    act.managedProperty().bind(act.visibleProperty());
    act.setVisible(false);
    // Where it is narrow the words of the message wrap, not those of its buttons.
    for (Button button : List.of(cancel, undo, act)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    getChildren().addAll(text, bar, cancel, undo, act, close);
    work(false);
    patience.setOnFinished(e -> setVisible(false));
    offered.setOnFinished(e -> setVisible(false));
    setVisible(false);
  }

  /// Has messages appear at the lower edge of a pane from now on.
  public void showOver(StackPane pane) {
    place = pane;
    StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
    if (isVisible()) {
      appear();
    }
  }

  /// A pane that has had no message yet need not style one.
  private void appear() {
    StackPane pane = place;
    if (pane != null && !pane.getChildren().contains(this)) {
      pane.getChildren().add(this);
    }
  }

  /// Something was done that has no history, and can be undone until the offer is withdrawn.
  public void offerUndo(String message, Runnable action) {
    patience.stop();
    show(message, false);
    undo.setOnAction(
        e -> {
          withdraw();
          action.run();
        });
    undo.setVisible(true);
    offered.playFromStart();
  }

  /// Something was done, and something more can be done with it.
  ///
  /// @param name of that
  public void offer(String message, String name, Runnable action) {
    patience.stop();
    show(message, false);
    act.setText(name);
    act.setAccessibleText(name);
    act.setOnAction(
        e -> {
          setVisible(false);
          action.run();
        });
    act.setVisible(true);
    offered.playFromStart();
  }

  /// Whether something can be undone here.
  public ObservableBooleanValue offersUndo() {
    return visibleProperty().and(undo.visibleProperty());
  }

  /// Takes the offer if there is one.
  ///
  /// @return whether there was
  public boolean undo() {
    boolean there = offersUndo().get();
    if (there) {
      undo.fire();
    }
    return there;
  }

  /// Another screen comes to the front: what went wrong here is not its matter.
  public void leave() {
    if (getPseudoClassStates().contains(FAILURE)) {
      setVisible(false);
    }
  }

  /// Something else was done since: an offer goes.
  public void withdraw() {
    if (undo.isVisible()) {
      setVisible(false);
      undo.setVisible(false);
    }
  }

  public void inform(String message) {
    show(message, false);
    patience.playFromStart();
  }

  public void warn(String message) {
    patience.stop();
    show(message, true);
  }

  /// Long work begins: how far it is shows until the next message, and it can be cancelled.
  public void follow(String message, Runnable whenCancelled) {
    patience.stop();
    show(message, false);
    cancel.setOnAction(e -> whenCancelled.run());
    work(true);
    progress(0);
  }

  /// Work of unknown length goes on until the next message, and can be cancelled.
  ///
  /// @param whenCancelled shows another message
  public void busy(String message, Runnable whenCancelled) {
    follow(message, whenCancelled);
    progress(ProgressIndicator.INDETERMINATE_PROGRESS);
  }

  /// @param done how far the work is, 0 to 1
  public void progress(double done) {
    bar.setProgress(done);
  }

  /// The work is over and something else says how it went.
  public void end() {
    if (bar.isVisible()) {
      setVisible(false);
      work(false);
    }
  }

  private void work(boolean goesOn) {
    bar.setVisible(goesOn);
    bar.setManaged(goesOn);
    cancel.setVisible(goesOn);
    cancel.setManaged(goesOn);
    close.setVisible(!goesOn);
    close.setManaged(!goesOn);
  }

  private void show(String message, boolean failure) {
    work(false);
    offered.stop();
    undo.setVisible(false);
    act.setVisible(false);
    text.setText(message);
    pseudoClassStateChanged(FAILURE, failure);
    setVisible(true);
    appear();
  }
}
