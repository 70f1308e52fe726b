package org.mixoscope.app.explore;

import java.util.List;
import java.util.stream.IntStream;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.SlowMotion;
import org.mixoscope.app.state.Step;
import org.mixoscope.recipe.Recipe;

/// The label of the mix as far as it is told: in slow motion that of A until the last step, then on
/// its way to the mix's own.
final class ToldLabel {
  private static final Duration MOVING = Duration.millis(1200);

  private final DoubleProperty share = new SimpleDoubleProperty(1);
  private final Timeline moving =
      new Timeline(new KeyFrame(MOVING, new KeyValue(share, 1, Interpolator.EASE_BOTH)));

  ToldLabel(SlowMotion story) {
    story.stepProperty().subscribe(this::tell);
  }

  /// Tells of changes.
  ObservableValue<?> shareProperty() {
    return share;
  }

  /// The weights of the classes, as they are to be shown now.
  ///
  /// @param label of a picture or a clip, as it is in the end
  List<Double> of(List<Double> label, Recipe recipe) {
    double[] before = recipe.label(0);
    double told = share.get();
    return IntStream.range(0, before.length)
        .mapToObj(c -> before[c] + told * (label.get(c) - before[c]))
        .toList();
  }

  private void tell(@Nullable Step step) {
    moving.stop();
    share.set(step == null ? 1 : 0);
    if (step == Step.RELABEL) {
      moving.playFromStart();
    }
  }
}
