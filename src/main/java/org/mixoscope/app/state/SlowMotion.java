package org.mixoscope.app.state;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.mixoscope.recipe.Recipe;

/// Tells how the mix of the moment comes about, step by step. Another method, seed or draw is
/// another story, told from its beginning; a λ or box moved by hand is not.
public final class SlowMotion {
  private final ObservableValue<Recipe> recipe;
  private final ReadOnlyObjectWrapper<@Nullable Step> step = new ReadOnlyObjectWrapper<>();

  SlowMotion(ObservableValue<Recipe> recipe) {
    this.recipe = recipe;
    recipe.addListener(
        (property, old, now) -> {
          boolean same =
              old.method().type().equals(now.method().type())
                  && old.seed() == now.seed()
                  && old.index() == now.index();
          if (step.get() != null && !same) {
            start();
          }
        });
  }

  /// The step of the moment, null while nothing is told.
  public ReadOnlyObjectProperty<@Nullable Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  /// All steps of the method of the moment.
  public List<Step> steps() {
    return Step.of(recipe.getValue().method().type());
  }

  /// Tells from the beginning.
  public void start() {
    step.set(steps().getFirst());
  }

  public void stop() {
    step.set(null);
  }

  public boolean hasNext() {
    Step now = step.get();
    return now != null && now != steps().getLast();
  }

  public boolean hasPrevious() {
    Step now = step.get();
    return now != null && now != steps().getFirst();
  }

  /// One step on, if there is one.
  public void next() {
    if (hasNext()) {
      move(1);
    }
  }

  /// One step back, if there is one.
  public void previous() {
    if (hasPrevious()) {
      move(-1);
    }
  }

  private void move(int by) {
    step.set(steps().get(steps().indexOf(step.get()) + by));
  }
}
