package org.mixoscope.app.state;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.Recipe;

/// What the sheet of Compare varies, and the way back. Its steps and those of the recipe are undone
/// in the order they were made in: a step counts while the recipe is the one that it was made at.
public final class VariedAxes {
  private final ObjectProperty<Axes> axes = new SimpleObjectProperty<>(Axes.METHODS);
  private final ObservableValue<Recipe> recipe;
  private final Deque<Step> done = new ArrayDeque<>();
  private final Deque<Step> undone = new ArrayDeque<>();
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();

  private record Step(Recipe at, Axes before, Axes after) {}

  /// @param recipe the one of the window
  public VariedAxes(ObservableValue<Recipe> recipe) {
    this.recipe = recipe;
    recipe.subscribe(now -> tell());
  }

  /// What varies; whoever sets it makes no step.
  public ObjectProperty<Axes> property() {
    return axes;
  }

  /// Chooses what varies: one step, if it is something else.
  public void move(Axes next) {
    if (!next.equals(axes.get())) {
      done.push(new Step(recipe.getValue(), axes.get(), next));
      undone.clear();
      axes.set(next);
      tell();
    }
  }

  /// Whether the newest step is one of these.
  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  /// Whether the step that was undone last is one of these.
  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /// Back by one step, if it can.
  public void undo() {
    if (canUndo.get()) {
      Step step = done.pop();
      undone.push(step);
      axes.set(step.before);
      tell();
    }
  }

  /// Forward by one step, if it can.
  public void redo() {
    if (canRedo.get()) {
      Step step = undone.pop();
      done.push(step);
      axes.set(step.after);
      tell();
    }
  }

  private void tell() {
    canUndo.set(isNext(done));
    canRedo.set(isNext(undone));
  }

  private boolean isNext(Deque<Step> steps) {
    Step step = steps.peek();
    return step != null && step.at.equals(recipe.getValue());
  }
}
