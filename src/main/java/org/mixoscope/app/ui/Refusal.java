package org.mixoscope.app.ui;

import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;

/// Says at a control why what was typed or chosen there is not taken.
public final class Refusal {
  private static final double WIDEST = 320;
  private static final Duration READ = Duration.seconds(6);

  private final Node control;
  private final Messages messages;
  private @Nullable PopOver bubble;

  /// @param control a field, a list, a box to tick
  public Refusal(Node control, Messages messages) {
    this.control = control;
    this.messages = messages;
  }

  /// Marks the control and says why, until [#clear] or until it has been read.
  public void show(IllegalArgumentException why) {
    control.pseudoClassStateChanged(Styles.STATE_DANGER, true);
    say(why);
  }

  /// Says why without a mark: the control shows again what it had.
  public void say(IllegalArgumentException why) {
    hide();
    Window window = control.getScene() == null ? null : control.getScene().getWindow();
    if (window == null || !window.isShowing()) {
      return;
    }
    Label reason = new Label(Problems.text(why, messages));
    reason.setWrapText(true);
    reason.setMaxWidth(WIDEST);
    reason.getStyleClass().add("refusal");
    PopOver said = Bubble.of(reason, ArrowLocation.TOP_CENTER);
    // The click that hides it is meant for what it hits.
    said.setConsumeAutoHidingEvents(false);
    said.show(control);
    bubble = said;
    PauseTransition read = new PauseTransition(READ);
    read.setOnFinished(e -> said.hide());
    read.play();
  }

  /// All is well again.
  public void clear() {
    control.pseudoClassStateChanged(Styles.STATE_DANGER, false);
    hide();
  }

  private void hide() {
    if (bubble != null) {
      bubble.hide();
      bubble = null;
    }
  }
}
