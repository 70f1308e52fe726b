package org.mixoscope.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistoryTest {
  private final History<String> history = new History<>("start");

  @Test
  void beginsWithNothingToUndoOrRedo() {
    assertEquals("start", history.present());
    assertFalse(history.canUndo());
    assertFalse(history.canRedo());
    assertEquals("start", history.undo());
    assertEquals("start", history.redo());
    assertFalse(history.canUndo());
    assertFalse(history.canRedo());
  }

  @Property
  void undoGoesBackThroughEveryStateAndRedoForthAgain(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 3) Integer> moves) {
    History<Integer> numbers = new History<>(0);
    List<Integer> states = new ArrayList<>(List.of(0));
    for (int next : moves) {
      numbers.move(next);
      if (next != states.getLast()) {
        states.add(next);
      }
    }
    for (int i = states.size() - 1; i > 0; i--) {
      assertEquals(states.get(i), numbers.present());
      assertTrue(numbers.canUndo());
      assertEquals(states.get(i - 1), numbers.undo());
      assertTrue(numbers.canRedo());
    }
    assertFalse(numbers.canUndo());
    for (int i = 1; i < states.size(); i++) {
      assertEquals(states.get(i), numbers.redo());
    }
    assertFalse(numbers.canRedo());
  }

  @Test
  void newStepForgetsWhatWasUndone() {
    history.move("a");
    history.move("b");
    history.undo();
    history.move("c");

    assertFalse(history.canRedo());
    assertEquals("a", history.undo());
    assertEquals("c", history.redo());
  }

  @Test
  void sameStateAgainIsNoStepAndForgetsNothing() {
    history.move("a");
    history.undo();
    history.move(new String("start"));

    assertFalse(history.canUndo());
    assertEquals("a", history.redo());
  }

  @Test
  void gestureIsOneStep() {
    history.move("a");
    history.beginGesture();
    history.move("b");
    history.move("c");
    history.move("d");
    history.endGesture();
    history.move("e");

    assertEquals("d", history.undo());
    assertEquals("a", history.undo());
    assertEquals("start", history.undo());
    history.redo();
    assertEquals("d", history.redo());
  }

  @Test
  void oneGestureAfterTheOtherAreTwoSteps() {
    history.beginGesture();
    history.move("a");
    history.endGesture();
    history.beginGesture();
    history.move("b");
    history.endGesture();

    assertEquals("a", history.undo());
    assertEquals("start", history.undo());
  }

  @Test
  void gestureThatTheOneBeforeNeverEndedIsAStepOfItsOwn() {
    history.beginGesture();
    history.move("a");
    history.beginGesture();
    history.move("b");

    assertEquals("a", history.undo());
  }

  @Test
  void gestureWithNoMoveIsNoStep() {
    history.beginGesture();
    history.move("start");
    history.endGesture();

    assertFalse(history.canUndo());
  }

  @Test
  void gestureBackToWhereItBeganIsNoStep() {
    history.move("a");
    history.beginGesture();
    history.move("b");
    history.move("c");
    history.move("a");
    history.endGesture();

    assertEquals("a", history.present());
    assertEquals("start", history.undo());
  }

  @Test
  void gestureThatGoesOnAfterComingBackIsOneStep() {
    history.move("a");
    history.beginGesture();
    history.move("b");
    history.move("a");
    history.move("c");
    history.move("d");
    history.endGesture();

    assertEquals("a", history.undo());
    assertEquals("start", history.undo());
  }

  @Test
  void stepBackToAnEarlierStateIsAStepWhenItIsNoGesture() {
    history.beginGesture();
    history.move("a");
    history.endGesture();
    history.move("start");

    assertEquals("a", history.undo());
    assertEquals("start", history.undo());
  }

  @Test
  void undoDuringAGestureTakesAllOfItBackAndEndsIt() {
    history.move("a");
    history.beginGesture();
    history.move("b");
    history.move("c");

    assertEquals("a", history.undo());
    assertEquals("c", history.redo());
    history.undo();
    history.move("d");
    history.move("e");
    assertEquals("d", history.undo());
    assertEquals("a", history.undo());
    assertEquals("start", history.undo());
  }

  @Test
  void redoDuringAGestureEndsIt() {
    history.move("a");
    history.undo();
    history.beginGesture();
    assertEquals("a", history.redo());
    history.move("b");
    history.move("c");

    assertEquals("b", history.undo());
  }

  @Test
  void endOfNoGestureChangesNothing() {
    history.endGesture();
    history.move("a");
    history.endGesture();
    history.move("b");

    assertEquals("a", history.undo());
  }

  @Test
  void oldestStepsAreForgottenBeyondTenThousand() {
    History<Integer> numbers = new History<>(0);
    for (int i = 1; i <= 10_003; i++) {
      numbers.move(i);
    }
    int undone = 0;
    while (numbers.canUndo()) {
      numbers.undo();
      undone++;
    }
    assertEquals(10_000, undone);
    assertEquals(3, numbers.present());
    while (numbers.canRedo()) {
      numbers.redo();
    }
    assertEquals(10_003, numbers.present());
  }
}
