package org.mixoscope.app.state;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.mixoscope.app.ui.Gestures;
import org.mixoscope.recipe.History;

/// A history that controls can watch.
///
/// @param <T> the state, immutable
public final class ObservableHistory<T> implements Gestures {
  private History<T> history;
  private final ReadOnlyObjectWrapper<T> present;
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper gesture = new ReadOnlyBooleanWrapper();
  private final Runnable moved;

  /// A history that begins here.
  ///
  /// @param moved told of every command, even one that leads to the same state, once all of it can
  ///   be seen
  public ObservableHistory(T first, Runnable moved) {
    history = new History<>(first);
    present = new ReadOnlyObjectWrapper<>(first);
    this.moved = moved;
  }

  public ReadOnlyObjectProperty<T> presentProperty() {
    return present.getReadOnlyProperty();
  }

  public T present() {
    return present.get();
  }

  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /// Whether a gesture is under way, of which there may be more to come.
  public ReadOnlyBooleanProperty gestureProperty() {
    return gesture.getReadOnlyProperty();
  }

  /// Moves on to a state: one step, or part of one during a gesture.
  public void move(T next) {
    history.move(next);
    show();
  }

  /// Begins anew with a state; what was before is forgotten.
  public void restart(T first) {
    history = new History<>(first);
    show();
  }

  /// Back by one step, if there is one.
  public void undo() {
    history.undo();
    show();
  }

  /// Forward by one step, if there is one.
  public void redo() {
    history.redo();
    show();
  }

  @Override
  public void beginGesture() {
    history.beginGesture();
    gesture.set(history.inGesture());
  }

  @Override
  public void endGesture() {
    history.endGesture();
    gesture.set(history.inGesture());
  }

  private void show() {
    present.set(history.present());
    canUndo.set(history.canUndo());
    canRedo.set(history.canRedo());
    gesture.set(history.inGesture());
    moved.run();
  }
}
