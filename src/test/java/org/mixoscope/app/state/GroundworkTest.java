package org.mixoscope.app.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.Gifs;
import org.mixoscope.app.Screens;
import org.mixoscope.app.Toolkit;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.FMix;
import org.mixoscope.kernel.method.FMixField;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.recipe.Recipe;

/// A field through all frames, whose making waits until the test lets it go on.
@ExtendWith(Toolkit.class)
class GroundworkTest {
  private static final Frame SIZE = new Frame(16, 24);
  private static final int FRAMES = 4;

  private final Screens.Held held = new Screens.Held();
  private boolean failing;
  private MixModel model;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    Recipe recipe =
        Recipe.of(
                new FMix(1, 3, 0, FMixField.ISOTROPIC),
                7,
                Gifs.write(folder, "walk", 1, FRAMES, SIZE),
                Gifs.write(folder, "run", 2, FRAMES, SIZE))
            .along(CourseType.FIELD);
    model = new MixModel(recipe, new PictureCache(), runner());
    goOn();
  }

  private TaskRunner runner() {
    return new TaskRunner() {
      @Override
      public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        held.run(
            () -> {
              if (failing) {
                throw new IllegalStateException("not enough memory");
              }
              return work.call();
            },
            done,
            failed);
      }

      @Override
      public void show(Runnable change) {
        held.show(change);
      }
    };
  }

  private void goOn() {
    while (!held.waiting.isEmpty()) {
      held.waiting.removeFirst().run();
    }
  }

  private boolean isWorking() {
    return model.groundwork().workingProperty().get();
  }

  private void assertMixed() {
    assertFalse(isWorking());
    assertNotNull(model.mix());
    assertEquals(
        model.shownRecipe().mix(Inputs.of(SIZE)).shares(), model.mix().shares(), "of this draw");
  }

  @Test
  void aNewFieldWaitsForAWorkerAndTheNewestDrawIsShown() {
    assertMixed();
    model.drawNext();
    assertNull(model.mix(), "nothing is composed here");
    assertTrue(isWorking());
    assertTrue(model.isMixable(), "who copies it gets it later");
    model.drawNext();
    goOn();
    assertMixed();
    assertEquals(2, model.recipe().index());

    model.history().undo();
    assertTrue(isWorking());
    goOn();
    assertMixed();
  }

  @Test
  void whatNeedsNoNewFieldIsThereAtOnce() {
    model.editDraw(draw -> draw.withLambda(0.25));
    assertMixed();
    model.pictures().footage().seek(3);
    goOn();
    model.editDraw(draw -> draw.withLambda(0.5));
    assertMixed();
    assertEquals(List.of(0.5, 0.5), model.clipLabelProperty().get(), "to a voxel");

    model.drawNext();
    model.edit(recipe -> recipe.retuned(new CutMix(1)).along(CourseType.ALL));
    assertMixed();
    model.editDraw(draw -> draw.withLambda(0.7));
    assertEquals(model.mix().label(), model.clipLabelProperty().get(), "of all frames, at once");
    goOn();
    assertMixed();
  }

  @Test
  void whatCannotBeMadeIsReportedOnceAndTriedAgainForAnotherDraw() {
    failing = true;
    model.drawNext();
    goOn();
    assertFalse(isWorking());
    assertNull(model.mix());
    assertEquals("not enough memory", model.problemProperty().get().getMessage());
    model.report(null);
    failing = false;
    model.pictures().footage().seek(2);
    goOn();
    assertNull(model.problemProperty().get(), "not tried for what is the same");
    model.drawNext();
    goOn();
    assertMixed();
  }
}
