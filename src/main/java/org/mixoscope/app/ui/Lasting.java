package org.mixoscope.app.ui;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;

/// Whether something goes on for longer than people wait without a sign of it. What is quicker
/// shows none.
public final class Lasting {
  private static final Duration PATIENCE = Duration.millis(500);

  private final PauseTransition patience = new PauseTransition(PATIENCE);
  private final ReadOnlyBooleanWrapper lasts = new ReadOnlyBooleanWrapper();

  /// Of nothing that goes on.
  public Lasting() {
    patience.setOnFinished(e -> lasts.set(true));
  }

  /// Says whether it goes on.
  public void show(boolean goesOn) {
    if (!goesOn) {
      patience.stop();
      lasts.set(false);
    } else if (!lasts.get() && patience.getStatus() != Animation.Status.RUNNING) {
      patience.playFromStart();
    }
  }

  /// Whether a sign is wanted.
  public ReadOnlyBooleanProperty lastsProperty() {
    return lasts.getReadOnlyProperty();
  }
}
