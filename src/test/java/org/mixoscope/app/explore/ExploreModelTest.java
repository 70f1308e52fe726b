package org.mixoscope.app.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.dataset.Sample;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MaskMix;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

class ExploreModelTest {
  private final ExploreModel model = Screens.model();

  @Test
  void startsWithTheMixOfItsRecipe() {
    Mix mix = mix();
    assertEquals(new Frame(300, 451), mix.composition().frame());
    assertEquals(List.of("cat", "coffee"), mix.classes());
    assertEquals(mix.shares(), mix.label());
  }

  @Test
  void lambdaIsFollowedByTheMixAtOnce() {
    model.edit(r -> r.with(new Mixup(1)));
    model.editDraw(d -> d.withLambda(0.25));
    assertEquals(List.of(0.25, 0.75), mix().label());
  }

  @Test
  void aDragIsOneStepOfTheHistory() {
    Recipe before = model.recipe();
    model.beginGesture();
    for (int i = 1; i <= 50; i++) {
      double lambda = i / 100.0;
      model.editDraw(d -> d.withLambda(lambda));
    }
    model.endGesture();
    Recipe after = model.recipe();
    model.undo();
    assertEquals(before, model.recipe());
    assertFalse(model.canUndoProperty().get());
    model.redo();
    assertEquals(after, model.recipe());
  }

  @Test
  void drawingAgainTakesTheNextDrawOfTheSeedAndResetKeepsIt() {
    model.drawNext();
    model.drawNext();
    Recipe drawn = model.recipe();
    assertEquals(2, drawn.index());
    model.editDraw(d -> d.withLambda(0.5));
    model.edit(r -> r.with(new Mixup(0.3)).withSmoothing(0.2));
    model.reset();
    assertEquals(drawn, model.recipe());
    model.undo();
    assertEquals(new Mixup(0.3), model.recipe().method());
  }

  @Test
  void aLockedSeedIsKept() {
    model.seedLockedProperty().set(true);
    model.nextSeed();
    assertEquals(42, model.recipe().seed());
    model.seedLockedProperty().set(false);
    model.nextSeed();
    assertEquals(43, model.recipe().seed());
    assertEquals(0, model.recipe().index());
  }

  @Test
  void aBadValueChangesNothing() {
    Recipe before = model.recipe();
    assertThrows(
        IllegalArgumentException.class, () -> model.editDraw(d -> d.withLambda(Double.NaN)));
    assertThrows(IllegalArgumentException.class, () -> model.edit(r -> r.withSmoothing(1)));
    assertEquals(before, model.recipe());
    assertFalse(model.canUndoProperty().get());
  }

  @Test
  void aFileThatIsNoPictureIsExplainedOnItsPaneAndChangesNothing(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("notes.jpg"), "no picture");
    Recipe before = model.recipe();
    Mix mix = mix();
    model.open(1, file);
    PictureException problem = model.slotProperty(1).get().problem();
    assertNotNull(problem);
    assertEquals(PictureException.Reason.NOT_AN_IMAGE, problem.reason());
    assertEquals(before, model.recipe());
    assertEquals(mix, model.mix());
    assertNotNull(model.slotProperty(1).get().loaded(), "the old picture stays");
    model.dismiss(1);
    assertNull(model.slotProperty(1).get().problem());
  }

  @Test
  void aFileThatWasChangedIsReadAnewWhenItIsOpenedAgain(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.png");
    PictureWriter.write(Pixels.of(new byte[30], new Frame(2, 5), 3), file, null);
    model.open(0, file);
    assertEquals(new Frame(2, 5), model.frame());
    PictureWriter.write(Pixels.of(new byte[36], new Frame(3, 4), 3), file, null);
    model.open(0, file);
    assertEquals(new Frame(3, 4), model.frame());
  }

  @Test
  void aRecipeWhosePictureIsGoneIsExplainedAndCanBeUndone(@TempDir Path folder) {
    model.edit(r -> r.with(0, new Source(folder.resolve("gone.png").toString(), "gone")));
    assertNull(model.mix());
    PictureException problem = model.slotProperty(0).get().problem();
    assertNotNull(problem);
    assertEquals(PictureException.Reason.MISSING, problem.reason());
    assertNull(model.slotProperty(1).get().problem());
    model.undo();
    assertNotNull(model.mix());
    assertNull(model.slotProperty(0).get().problem());
  }

  @Test
  void everyViewShowsTheKernelsPixels() {
    Prepared ready = prepared();
    Pixels out = ready.newOutput();
    model.render(out, 0xFF0000, 0x0000FF);
    assertTrue(out.sameAs(Mixer.mix(mix().composition(), ready.screen())));
    model.viewProperty().set(View.A);
    model.render(out, 0xFF0000, 0x0000FF);
    assertTrue(out.sameAs(ready.screen().getFirst()));
    model.viewProperty().set(View.B);
    model.render(out, 0xFF0000, 0x0000FF);
    assertTrue(out.sameAs(ready.screen().getLast()));
    model.viewProperty().set(View.WEIGHTS);
    model.render(out, 0xFF0000, 0x0000FF);
    for (int y = 0; y < out.height(); y += 13) {
      for (int x = 0; x < out.width(); x += 17) {
        double weight = mix().composition().weightAt(0, y, x);
        assertEquals(255 * weight, out.valueAt(y, x, 2), "red is A");
        assertEquals(255 * (1 - weight), out.valueAt(y, x, 0), "blue is B");
      }
    }
  }

  @Test
  void theScreenShowsWhatIsWritten() {
    for (var method : List.of(new CutMix(1), new Mixup(1), new MaskMix())) {
      model.edit(r -> r.with(method).withMask(Sample.MASK));
      Pixels screen = prepared().newOutput();
      model.render(screen, 0, 0);
      assertTrue(screen.sameAs(Prepared.toScreen(model.mixedPixels())), method.toString());
      for (int y = 0; y < screen.height(); y += 31) {
        for (int x = 0; x < screen.width(); x += 29) {
          Pixels one = model.mixedPixel(y, x);
          for (int c = 0; c < 3; c++) {
            assertEquals(screen.valueAt(y, x, 2 - c), one.valueAt(0, 0, c));
          }
        }
      }
    }
  }

  @Test
  void theFrameCanBeChosen() {
    model.setFrame(new Frame(32, 48), Fit.CONTAIN);
    assertEquals(new Frame(32, 48), mix().composition().frame());
    model.undo();
    assertEquals(new Frame(300, 451), mix().composition().frame());
  }

  @Test
  void resultsThatAreOvertakenAreDropped() {
    Screens.Held held = new Screens.Held();
    ExploreModel slow = new ExploreModel(Screens.recipe(new CutMix(1)), new PictureCache(), held);
    slow.setFrame(new Frame(20, 20), Fit.COVER);
    slow.setFrame(new Frame(30, 30), Fit.COVER);
    assertEquals(3, held.waiting.size());
    held.waiting.removeLast().run();
    assertEquals(new Frame(30, 30), slow.frame());
    held.waiting.removeLast().run();
    held.waiting.removeLast().run();
    assertEquals(new Frame(30, 30), slow.frame());
  }

  @Test
  void switchingMethodsKeepsTheDraw() {
    Recipe cutMix = model.recipe();
    model.edit(r -> r.retuned(new Mixup(1)));
    assertEquals(cutMix.draw(), model.recipe().draw());
    model.edit(r -> r.retuned(new Mixup(0.2)));
    assertNotEquals(cutMix.draw().lambda(), model.recipe().draw().lambda());
    assertEquals(cutMix.draw().u(), model.recipe().draw().u());
  }

  private Mix mix() {
    Mix mix = model.mix();
    assertNotNull(mix);
    return mix;
  }

  private Prepared prepared() {
    Prepared prepared = model.preparedProperty().get();
    assertNotNull(prepared);
    return prepared;
  }
}
