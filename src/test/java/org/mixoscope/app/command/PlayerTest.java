package org.mixoscope.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.InWindow;
import org.mixoscope.app.Screens;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Step;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.recipe.Recipe;
import org.testfx.util.WaitForAsyncUtils;

/// What moves by itself, moved by hand: the clock is not waited for.
@ExtendWith(InWindow.class)
class PlayerTest {
  private final MixModel model = Screens.model();
  private final Player player = new Player(model);
  private final Recipe first = model.recipe();

  @Test
  void howeverLongDrawsArePlayedTheyAreOneStep() {
    onFxThread(
        () -> {
          player.toggle();
          assertTrue(player.runningProperty().get());
          ticks(5);
          assertEquals(6, model.recipe().index());
          player.toggle();
          assertFalse(player.runningProperty().get());
          model.history().undo();
          assertEquals(first, model.recipe());
        });
  }

  @Test
  void whatIsDoneMeanwhileIsAStepOfItsOwn() {
    onFxThread(
        () -> {
          player.toggle();
          ticks(2);
          model.history().undo();
          assertEquals(first, model.recipe());
          ticks(3);
          player.stop();
          model.history().undo();
          assertEquals(first, model.recipe(), "played on after the undo, again one step");
        });
  }

  @Test
  void lambdaGoesToOneAndBackInOneStep() {
    onFxThread(
        () -> {
          player.sweep();
          assertEquals(0, model.recipe().draw().lambda());
          ticks(100);
          assertEquals(1, model.recipe().draw().lambda(), 1e-9);
          ticks(30);
          assertEquals(0.7, model.recipe().draw().lambda(), 1e-9);
          ticks(75);
          assertEquals(0.05, model.recipe().draw().lambda(), 1e-9, "and up again");
          player.toggle();
          assertFalse(player.runningProperty().get());
          model.history().undo();
          assertEquals(first, model.recipe());
          assertFalse(model.history().canUndoProperty().get());
        });
  }

  @Test
  void thereIsNothingToSweepWithoutLambda() {
    onFxThread(
        () -> {
          model.choose(MethodType.of("mosaic"));
          player.sweep();
          assertFalse(player.runningProperty().get());
        });
  }

  @Test
  void slowMotionGoesOnByItselfAndIsHeldByAStep() {
    onFxThread(
        () -> {
          player.slowMotion();
          assertEquals(Step.DRAW, step());
          ticks(1);
          assertEquals(Step.PLACE_BOX, step());
          player.forward();
          assertEquals(Step.CLIP, step());
          assertFalse(player.runningProperty().get(), "held");
          player.backward();
          assertEquals(Step.PLACE_BOX, step());
          player.toggle();
          assertTrue(player.runningProperty().get(), "goes on");
          ticks(2);
          assertEquals(Step.RELABEL, step());
          assertFalse(player.runningProperty().get(), "held at the end");
          player.slowMotion();
          assertNull(step());
          assertEquals(first, model.recipe(), "telling changes nothing");
        });
  }

  @Test
  void paceStaysWithinItsRange() {
    onFxThread(
        () -> {
          int before = player.paceProperty().get();
          player.forward();
          assertNotEquals(before, player.paceProperty().get());
          for (int i = 0; i < 20; i++) {
            player.forward();
          }
          assertEquals(Player.FASTEST, player.paceProperty().get());
          for (int i = 0; i < 20; i++) {
            player.backward();
          }
          assertEquals(Player.SLOWEST, player.paceProperty().get());
        });
  }

  private Step step() {
    return model.sight().slowMotion().stepProperty().get();
  }

  private void ticks(int count) {
    for (int i = 0; i < count; i++) {
      player.tick();
    }
  }

  private static void onFxThread(Runnable journey) {
    WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () -> {
          journey.run();
          return null;
        });
  }
}
