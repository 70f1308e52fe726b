package org.mixoscope.app.command;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Duration;
import org.mixoscope.app.state.MixModel;

/// Draws again and again, until it is stopped. However long it plays, it is one step of the
/// history.
public final class Player {
  private static final Duration PACE = Duration.millis(500);

  private final MixModel model;
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final Timeline timeline;

  public Player(MixModel model) {
    this.model = model;
    timeline = new Timeline(new KeyFrame(PACE, e -> model.drawNext()));
    timeline.setCycleCount(Animation.INDEFINITE);
  }

  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  public void toggle() {
    if (playing.get()) {
      timeline.stop();
      model.endGesture();
    } else {
      model.beginGesture();
      model.drawNext();
      timeline.play();
    }
    playing.set(!playing.get());
  }
}
