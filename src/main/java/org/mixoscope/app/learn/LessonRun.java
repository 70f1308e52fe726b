package org.mixoscope.app.learn;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.util.Duration;
import org.mixoscope.lesson.Lesson;
import org.mixoscope.lesson.Step;
import org.mixoscope.lesson.Until;

/// A lesson that is being given.
public final class LessonRun {
  /// Long enough to see that it was noticed.
  private static final Duration SEEN = Duration.seconds(1.5);

  private final Lesson lesson;
  private final Classroom room;
  private final Runnable finished;
  private final List<Classroom.State> begun = new ArrayList<>();
  private final ReadOnlyIntegerWrapper index = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();
  private final PauseTransition onward = new PauseTransition(SEEN);
  private boolean setting;

  /// @param finished called after the last step
  public LessonRun(Lesson lesson, Classroom room, Runnable finished) {
    this.lesson = lesson;
    this.room = room;
    this.finished = finished;
    room.changesProperty().addListener(e -> notice());
    onward.setOnFinished(e -> goOn());
  }

  /// Begins with a step, from 0, as if those before had been skipped.
  public void start(int step) {
    for (int k = 0; k <= step; k++) {
      go(k);
    }
  }

  /// Ends it.
  public void stop() {
    onward.stop();
  }

  /// What is given.
  public Lesson lesson() {
    return lesson;
  }

  /// The step of the moment, from 0.
  public ReadOnlyIntegerProperty indexProperty() {
    return index.getReadOnlyProperty();
  }

  /// Whether it was noticed that its task is done.
  public ReadOnlyBooleanProperty doneProperty() {
    return done.getReadOnlyProperty();
  }

  /// The step of the moment.
  public Step step() {
    return lesson.steps().get(index.get());
  }

  /// Whether somebody is dragging something.
  boolean isHeld() {
    return room.gestureProperty().get();
  }

  boolean isFirst() {
    return index.get() == 0;
  }

  /// Whether it is the last step.
  public boolean isLast() {
    return index.get() == lesson.steps().size() - 1;
  }

  /// The step after, done or not; after the last one the lesson is finished.
  public void next() {
    if (isLast()) {
      stop();
      finished.run();
    } else {
      go(index.get() + 1);
    }
  }

  /// The step before, as it was begun.
  public void back() {
    if (!isFirst()) {
      go(index.get() - 1);
    }
  }

  private void go(int next) {
    onward.stop();
    Step step = lesson.steps().get(next);
    index.set(next);
    done.set(false);
    setting = true; // nothing that somebody did
    if (next < begun.size()) {
      room.set(begun.get(next), step);
    } else {
      begun.add(room.begin(step));
    }
    setting = false;
    notice();
  }

  private void notice() {
    Until until = index.get() < 0 || setting ? null : step().until();
    if (until != null && !done.get() && until.holds(room.noticed())) {
      done.set(true);
      if (step().then() == null && !isLast()) {
        onward.playFromStart();
      }
    }
  }

  /// Nothing moves under the hand of somebody who still drags.
  private void goOn() {
    if (isHeld()) {
      onward.playFromStart();
    } else {
      next();
    }
  }
}
