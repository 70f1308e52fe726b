package org.mixoscope.app.learn;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Sight;
import org.mixoscope.app.state.SlowMotion;
import org.mixoscope.app.state.View;
import org.mixoscope.app.state.Viewport;
import org.mixoscope.lesson.Noticed;
import org.mixoscope.lesson.ScreenName;
import org.mixoscope.lesson.Step;
import org.mixoscope.lesson.ViewName;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.Recipe;

/// A window that a lesson is given in: its steps set what is there, and what is done there is
/// noticed.
public final class Classroom {
  private final Desk desk;
  private final MixModel model;
  private final Networks networks;
  private final ReadOnlyObjectProperty<Command> front;
  private final Consumer<Command> show;
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
  private int draws;
  private int pairs;

  /// The networks of Train.
  ///
  /// @param epochs that they were trained for
  /// @param begin takes over the text of an experiment, and waits
  public record Networks(ObservableValue<Double> epochs, Consumer<String> begin) {}

  /// What a step was begun with.
  ///
  /// @param axes of the sheet of Compare
  /// @param screen in front
  record State(Recipe recipe, Axes axes, Command screen) {}

  /// @param front the command of the screen in front
  /// @param show brings another to the front
  public Classroom(
      Desk desk, Networks networks, ReadOnlyObjectProperty<Command> front, Consumer<Command> show) {
    this.desk = desk;
    this.networks = networks;
    this.front = front;
    this.show = show;
    model = desk.model();
    model.recipeProperty().addListener((property, old, now) -> count(old, now));
    Sight sight = model.sight();
    model.revisionProperty().addListener(e -> changed());
    sight.viewProperty().addListener(e -> changed());
    sight.slowMotion().stepProperty().addListener(e -> changed());
    front.addListener(e -> changed());
    networks.epochs().subscribe((old, now) -> changed());
  }

  /// Counts what may have been noticed.
  ReadOnlyLongProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /// Whether something is being dragged.
  ObservableBooleanValue gestureProperty() {
    return model.history().gestureProperty();
  }

  /// What is noticed now.
  Noticed noticed() {
    return new Noticed(
        model.recipe(),
        model.mix(),
        model.frame(),
        ScreenName.valueOf(front.get().name()),
        view(),
        isTold(),
        draws,
        pairs,
        networks.epochs().getValue());
  }

  /// Sets what a step begins with.
  ///
  /// @return that
  State begin(Step step) {
    Command screen = step.screen() == null ? front.get() : Command.valueOf(step.screen().name());
    Axes axes =
        step.recipe() == null || step.recipe().axes() == null
            ? desk.axes().property().get()
            : step.recipe().axes();
    Recipe recipe = step.recipe() == null ? model.recipe() : step.recipe().recipe();
    State state = new State(recipe, axes, screen);
    set(state, step);
    return state;
  }

  /// Sets what a step was begun with before.
  void set(State state, Step step) {
    desk.player().stop();
    desk.toast().setVisible(false);
    Sight sight = model.sight();
    sight.viewProperty().set(View.MIXED);
    sight.viewportProperty().set(Viewport.FIT);
    sight.swipingProperty().set(false);
    desk.axes().property().set(state.axes());
    if (!state.recipe().equals(model.recipe())) {
      model.history().restart(state.recipe());
    }
    show.accept(state.screen());
    if (step.experiment() != null) {
      networks.begin().accept(step.experiment());
    }
    draws = 0;
    pairs = 0;
  }

  private void count(Recipe before, Recipe now) {
    if (!before.sources().equals(now.sources())) {
      pairs++;
    }
    if (before.seed() != now.seed() || before.index() != now.index()) {
      draws++;
    }
  }

  private boolean isTold() {
    SlowMotion story = model.sight().slowMotion();
    return story.stepProperty().get() != null && !story.hasNext();
  }

  private ViewName view() {
    return switch (model.sight().viewProperty().get()) {
      case View.Alone(int k) -> k == 0 ? ViewName.A : k == 1 ? ViewName.B : ViewName.OTHER;
      case View.Whole whole -> whole.equals(View.MIXED) ? ViewName.MIXED : ViewName.WEIGHTS;
    };
  }

  private void changed() {
    changes.set(changes.get() + 1);
  }
}
