package org.mixoscope.recipe;

import java.util.ArrayDeque;
import java.util.Deque;

/// Undo and redo over immutable states. A gesture, however many states it passes through, is one
/// step.
///
/// @param <T> the state
public final class History<T> {
  private static final int LIMIT = 10_000;

  private final Deque<T> past = new ArrayDeque<>();
  private final Deque<T> future = new ArrayDeque<>();
  private T present;
  private boolean gesture;
  private boolean gestureRecorded;

  /// A history that begins here.
  public History(T present) {
    this.present = present;
  }

  /// The state now.
  public T present() {
    return present;
  }

  /// Moves on to a state; what was undone can no longer be redone. The same state again is no step,
  /// nor is a gesture that comes back to where it began.
  public void move(T next) {
    if (next.equals(present)) {
      return;
    }
    if (gestureRecorded && next.equals(past.peek())) {
      past.pop();
      gestureRecorded = false;
    } else if (!gestureRecorded) {
      past.push(present);
      if (past.size() > LIMIT) {
        past.removeLast();
      }
      gestureRecorded = gesture;
    }
    future.clear();
    present = next;
  }

  /// From here to [#endGesture] all moves are one step.
  public void beginGesture() {
    gesture = true;
    gestureRecorded = false;
  }

  /// Ends the gesture; nothing if there is none.
  public void endGesture() {
    gesture = false;
    gestureRecorded = false;
  }

  /// Whether a gesture is under way.
  public boolean inGesture() {
    return gesture;
  }

  /// Whether there is a step to undo.
  public boolean canUndo() {
    return !past.isEmpty();
  }

  /// Whether there is a step to do again.
  public boolean canRedo() {
    return !future.isEmpty();
  }

  /// Back by one step, if there is one; ends a gesture.
  public T undo() {
    endGesture();
    if (canUndo()) {
      future.push(present);
      present = past.pop();
    }
    return present;
  }

  /// Forward by one step, if there is one; ends a gesture.
  public T redo() {
    endGesture();
    if (canRedo()) {
      past.push(present);
      present = future.pop();
    }
    return present;
  }
}
