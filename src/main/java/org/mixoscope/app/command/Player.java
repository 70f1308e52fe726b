package org.mixoscope.app.command;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.SlowMotion;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Recipe;

/// What moves by itself: new draws, λ going to and fro, slow motion. However long draws or λ move,
/// it is one step of the history.
public final class Player {
  /// Draws a second.
  public static final int SLOWEST = 1;

  /// Draws a second.
  public static final int FASTEST = 10;

  private static final Duration SECOND = Duration.seconds(1);
  private static final Duration SWEEP_FRAME = Duration.millis(40);
  private static final double SWEEP_STEP = 0.01;

  /// Long enough to read a caption.
  private static final Duration TELLING = Duration.seconds(5);

  private enum Mode {
    STILL,
    DRAWS,
    SWEEP,
    STORY
  }

  private final MixModel model;
  private final SlowMotion story;
  private final IntegerProperty pace = new SimpleIntegerProperty(2);
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private Mode mode = Mode.STILL;
  private @Nullable Timeline timeline;
  private int direction = 1;
  private @Nullable Recipe mine;

  /// Plays with a model; everything stands still.
  public Player(MixModel model) {
    this.model = model;
    story = model.sight().slowMotion();
  }

  /// Whether anything moves by itself.
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// Draws a second, from [#SLOWEST] to [#FASTEST].
  public IntegerProperty paceProperty() {
    return pace;
  }

  /// Stops what moves, or plays new draws; holds slow motion, or lets it go on.
  public void toggle() {
    if (mode == Mode.STORY) {
      if (running.get()) {
        halt();
      } else {
        run(TELLING);
      }
    } else if (mode == Mode.STILL) {
      begin(Mode.DRAWS);
      tick();
      run(SECOND).rateProperty().bind(pace);
    } else {
      stop();
    }
  }

  /// Moves λ from 0 to 1 and back, over and over; or stops it. Nothing where λ means nothing.
  public void sweep() {
    boolean sweeps = mode == Mode.SWEEP;
    stop();
    if (!sweeps && hasLambda()) {
      begin(Mode.SWEEP);
      direction = 1;
      edit(() -> model.editDraw(d -> d.withLambda(0)));
      run(SWEEP_FRAME);
    }
  }

  /// Tells how the mix comes about, or stops telling it.
  public void slowMotion() {
    boolean told = mode == Mode.STORY;
    stop();
    if (!told) {
      begin(Mode.STORY);
      story.start();
      run(TELLING);
    }
  }

  /// The next step of slow motion, which is held there; else faster.
  public void forward() {
    if (mode == Mode.STORY) {
      halt();
      story.next();
    } else {
      pace.set(Math.min(FASTEST, pace.get() + 1));
    }
  }

  /// The step of slow motion before, which is held there; else slower.
  public void backward() {
    if (mode == Mode.STORY) {
      halt();
      story.previous();
    } else {
      pace.set(Math.max(SLOWEST, pace.get() - 1));
    }
  }

  /// Whether something moves by itself, or slow motion is held.
  public boolean isBusy() {
    return mode != Mode.STILL;
  }

  /// Everything stands still.
  public void stop() {
    if (mode != Mode.STILL) {
      halt();
      story.stop();
      model.history().endGesture();
      mode = Mode.STILL;
    }
  }

  /// One step of what moves.
  void tick() {
    switch (mode) {
      case STILL -> {}
      case DRAWS -> {
        // Each draw is seen, however long it takes.
        if (!model.groundwork().workingProperty().get()) {
          edit(model::drawNext);
        }
      }
      case SWEEP -> sweepOn();
      case STORY -> {
        story.next();
        if (!story.hasNext()) {
          halt();
        }
      }
    }
  }

  private void sweepOn() {
    if (!hasLambda()) {
      stop();
      return;
    }
    double lambda = model.recipe().draw().lambda();
    if (lambda >= 1) {
      direction = -1;
    } else if (lambda <= 0) {
      direction = 1;
    }
    edit(() -> model.nudgeLambda(direction * SWEEP_STEP));
  }

  private boolean hasLambda() {
    return model.recipe().method().type().uses(Trait.LAMBDA);
  }

  /// What somebody else did meanwhile is a step of its own, and so is what follows it.
  private void edit(Runnable change) {
    if (!model.recipe().equals(mine)) {
      model.history().beginGesture();
    }
    change.run();
    mine = model.recipe();
  }

  private void begin(Mode next) {
    mode = next;
    mine = null;
  }

  private Timeline run(Duration period) {
    Timeline moving = new Timeline(new KeyFrame(period, e -> tick()));
    moving.setCycleCount(Animation.INDEFINITE);
    moving.play();
    timeline = moving;
    running.set(true);
    return moving;
  }

  private void halt() {
    if (timeline != null) {
      timeline.rateProperty().unbind();
      timeline.stop();
      timeline = null;
    }
    running.set(false);
  }
}
