package org.mixoscope.app.state;

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
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.Screens;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.dataset.Sample;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

class MixModelTest {
  private final MixModel model = Screens.model();

  @Test
  void samplesAreLentTheirObjectsToMethodsThatNeedThem() {
    MixModel model = Screens.model();

    model.choose(MethodType.of("classmix"));

    assertEquals(
        List.of(Sample.OBJECTS, Sample.OBJECTS),
        model.recipe().sources().stream().map(Source::annotation).toList());
    assertNotNull(model.mix());
    assertTrue(model.mix().effectiveLambda() < 1, "the cup or the spoon is pasted");
    model.history().undo();
    assertNull(model.recipe().sources().getFirst().annotation());
  }

  @Test
  void aKeyForLambdaDoesNothingWhereNoneIsDrawn() {
    model.choose(MethodType.of("mosaic"));
    Recipe before = model.recipe();
    model.nudgeLambda(0.1);
    assertEquals(before, model.recipe());
    model.choose(MethodType.of("fmix"));
    double lambda = model.recipe().draw().lambda();
    model.nudgeLambda(-0.1);
    assertEquals(lambda - 0.1, model.recipe().draw().lambda(), 1e-9);
  }

  @Test
  void aPaneKnowsWhileItsPictureIsReadAndForgetsTheLastProblem() {
    Screens.Held tasks = new Screens.Held();
    MixModel slow = new MixModel(Screens.recipe(new CutMix(1)), new PictureCache(), tasks);
    assertTrue(slow.pictures().slotProperty(0).get().reading(), "the first pictures");
    finish(tasks);
    assertFalse(slow.pictures().slotProperty(0).get().reading());

    slow.pictures().open(1, Path.of("nowhere.png"));
    assertFalse(slow.pictures().slotProperty(0).get().reading(), "another pane");
    assertTrue(slow.pictures().slotProperty(1).get().reading());
    finish(tasks);
    Slot refused = slow.pictures().slotProperty(1).get();
    assertFalse(refused.reading());
    assertNotNull(refused.problem());
    assertNotNull(refused.loaded(), "the picture before");

    slow.edit(r -> r.with(1, Sample.ALL.get(2).source()));
    Slot next = slow.pictures().slotProperty(1).get();
    assertTrue(next.reading());
    assertNull(next.problem(), "it was that of another file");
    finish(tasks);
    assertFalse(slow.pictures().slotProperty(1).get().reading());
  }

  private static void finish(Screens.Held tasks) {
    while (!tasks.waiting.isEmpty()) {
      tasks.waiting.remove().run();
    }
  }

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
    model.history().beginGesture();
    for (int i = 1; i <= 50; i++) {
      double lambda = i / 100.0;
      model.editDraw(d -> d.withLambda(lambda));
    }
    model.history().endGesture();
    Recipe after = model.recipe();
    model.history().undo();
    assertEquals(before, model.recipe());
    assertFalse(model.history().canUndoProperty().get());
    model.history().redo();
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
    model.history().undo();
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
    assertFalse(model.history().canUndoProperty().get());
  }

  @Test
  void aFileThatIsNoPictureIsExplainedOnItsPaneAndChangesNothing(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("notes.jpg"), "no picture");
    Recipe before = model.recipe();
    Mix mix = mix();
    model.pictures().open(1, file);
    PictureException problem = model.pictures().slotProperty(1).get().problem();
    assertNotNull(problem);
    assertEquals(PictureException.Kind.NOT_AN_IMAGE, problem.kind());
    assertEquals(before, model.recipe());
    assertEquals(mix, model.mix());
    assertNotNull(model.pictures().slotProperty(1).get().loaded(), "the old picture stays");
    model.pictures().dismiss(1);
    assertNull(model.pictures().slotProperty(1).get().problem());
  }

  /// What a batch wrote of grey pictures opens grey, on the screen and in files.
  @Test
  void aRecipeDecidesTheKindUntilOtherPicturesCome(@TempDir Path folder) throws IOException {
    for (ElementType type : List.of(ElementType.UINT8, ElementType.UINT16)) {
      model.edit(r -> r.with(new PixelKind(1, type)));
      Pixels mixed = model.mixedPixels();
      assertEquals(new PixelKind(1, type), PixelKind.of(mixed));
      assertTrue(Prepared.toScreen(mixed).sameAs(onScreen()), type.toString());
      PixelReading reading = Objects.requireNonNull(model.pixelAt(3, 4));
      assertEquals(mixed.valueAt(3, 4, 0), reading.mixed().valueAt(0, 0, 0));
    }
    Path file = folder.resolve("colour.png");
    PictureWriter.write(Pixels.of(new byte[30], new Frame(2, 5), 3), file, null);
    model.pictures().open(1, file);
    assertEquals(PixelKind.RGB8, model.recipe().kind());
    assertEquals(PixelKind.RGB8, PixelKind.of(model.mixedPixels()));
  }

  private Pixels onScreen() {
    Pixels out = prepared().newOutput();
    model.render(View.MIXED, out);
    return out;
  }

  @Test
  void aFileThatWasChangedIsReadAnewWhenItIsOpenedAgain(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("a.png");
    PictureWriter.write(Pixels.of(new byte[30], new Frame(2, 5), 3), file, null);
    model.pictures().open(0, file);
    assertEquals(new Frame(2, 5), model.frame());
    PictureWriter.write(Pixels.of(new byte[36], new Frame(3, 4), 3), file, null);
    model.pictures().open(0, file);
    assertEquals(new Frame(3, 4), model.frame());
  }

  @Test
  void aRecipeWhosePictureIsGoneIsExplainedAndCanBeUndone(@TempDir Path folder) {
    model.edit(r -> r.with(0, new Source(folder.resolve("gone.png").toString(), "gone")));
    assertNull(model.mix());
    PictureException problem = model.pictures().slotProperty(0).get().problem();
    assertNotNull(problem);
    assertEquals(PictureException.Kind.MISSING, problem.kind());
    assertNull(model.pictures().slotProperty(1).get().problem());
    model.history().undo();
    assertNotNull(model.mix());
    assertNull(model.pictures().slotProperty(0).get().problem());
  }

  @Test
  void everyViewShowsTheKernelsPixels() {
    Prepared ready = prepared();
    Pixels out = ready.newOutput();
    model.render(View.MIXED, out);
    assertTrue(out.sameAs(Mixer.mix(mix().composition(), ready.screen())));
    model.render(new View.Alone(0), out);
    assertTrue(out.sameAs(ready.screen().getFirst()));
    model.render(new View.Alone(1), out);
    assertTrue(out.sameAs(ready.screen().getLast()));
    model.render(View.WEIGHTS, out);
    for (int y = 0; y < out.height(); y += 13) {
      for (int x = 0; x < out.width(); x += 17) {
        int owner = mix().composition().weightAt(0, y, x) == 1 ? 0 : 1;
        int rgb = SourceColour.of(owner).rgb();
        assertEquals(rgb >> 16, out.valueAt(y, x, 2));
        assertEquals(rgb & 0xFF, out.valueAt(y, x, 0));
      }
    }
  }

  @Test
  void theScreenShowsWhatIsWritten() {
    for (MethodType type : Screens.types()) {
      model.choose(type);
      for (int sources = 2; sources <= 4; sources++) {
        Pixels screen = prepared().newOutput();
        model.render(View.MIXED, screen);
        assertTrue(screen.sameAs(Prepared.toScreen(model.mixedPixels())), type.id());
        model.sources().addSample();
      }
      model.sources().remove(4);
      model.sources().remove(3);
      model.sources().remove(2);
    }
  }

  @Test
  void whatTheMethodMissesIsSaidInThePlaceOfAMix() {
    assertNull(model.lacking());
    model.edit(r -> r.with(1, new Sample("galaxies").source()));
    model.choose(MethodType.of("classmix"));
    assertEquals(KernelReason.NEEDS_MARKS.of("classmix"), model.lacking());
    assertNull(model.mix());
    model.choose(MethodType.of("mixup"));
    assertNull(model.lacking());
    assertNotNull(model.mix());
  }

  @Test
  void choosingAMethodKeepsTheSettingsThatBothHave() {
    model.edit(r -> r.retuned(new CutMix(0.3)));
    model.choose(MethodType.of("mixup"));
    assertEquals(new Mixup(0.3), model.recipe().method());
    model.choose(MethodType.of("mask"));
    assertEquals(Sample.MASK, model.recipe().mask());
    assertNotNull(model.mix());
  }

  @Test
  void allMethodsAreWalkedThrough() {
    Method first = model.recipe().method();
    for (int i = 0; i < MethodType.all().size(); i++) {
      model.chooseNext(1);
      assertNotNull(model.mix());
    }
    assertEquals(first.type(), model.recipe().method().type());
    model.chooseNext(-1);
    model.chooseNext(1);
    assertEquals(first.type(), model.recipe().method().type());
  }

  @Test
  void sourcesAreAddedAndRemovedAndThatCanBeUndone() {
    Recipe pair = model.recipe();
    model.sources().addSample();
    assertEquals(
        List.of("cat", "coffee", "astronaut"),
        model.recipe().sources().stream().map(Source::className).toList());
    assertNotNull(model.pictures().slotProperty(2).get().loaded());
    assertEquals(3, prepared().screen().size());
    model.sources().remove(0);
    assertEquals(
        List.of("coffee", "astronaut"),
        model.recipe().sources().stream().map(Source::className).toList());
    model.sources().remove(0);
    assertEquals(2, model.recipe().sources().size(), "two stay");
    model.history().undo();
    model.history().undo();
    assertEquals(pair, model.recipe());
    assertNull(model.pictures().slotProperty(2).get().loaded());
  }

  @Test
  void thereIsRoomForEightSources() {
    for (int i = 0; i < 9; i++) {
      model.sources().addSample();
    }
    assertEquals(8, model.recipe().sources().size());
    assertFalse(model.sources().canAdd());
    assertNotNull(model.mix());
  }

  @Test
  void theViewOfASourceThatIsRemovedGivesWayToTheMix() {
    model.sources().addSample();
    model.sight().viewProperty().set(new View.Alone(2));
    model.sources().remove(1);
    assertEquals(View.MIXED, model.sight().viewProperty().get());
  }

  @Test
  void severalFilesAreTakenInOneStepOrNotAtAll(@TempDir Path folder) throws IOException {
    Path a = folder.resolve("a.png");
    Path b = folder.resolve("b.png");
    PictureWriter.write(Pixels.of(new byte[30], new Frame(2, 5), 3), a, null);
    PictureWriter.write(Pixels.of(new byte[30], new Frame(2, 5), 3), b, null);
    Recipe before = model.recipe();
    model.pictures().openFrom(1, List.of(a, b));
    assertEquals(
        List.of("cat", "a", "b"),
        model.recipe().sources().stream().map(Source::className).toList());
    model.history().undo();
    assertEquals(before, model.recipe());
    model.pictures().openFrom(1, List.of(a, folder.resolve("gone.png")));
    assertEquals(before, model.recipe());
    assertNotNull(model.problemProperty().get());
  }

  @Test
  void aMixWaitsForPicturesThatAreStillRead() {
    Screens.Held held = new Screens.Held();
    Recipe recipe = Screens.recipe(new CutMix(1));
    MixModel slow = new MixModel(recipe, new PictureCache(), held);
    held.waiting.removeLast().run();
    slow.choose(MethodType.all().getLast());
    while (slow.sources().canAdd()) {
      slow.sources().addSample();
    }
    held.waiting.removeLast().run();
    assertNotNull(slow.mix());
  }

  @Test
  void theFrameCanBeChosen() {
    model.setFrame(new Frame(32, 48), Fit.CONTAIN);
    assertEquals(new Frame(32, 48), mix().composition().frame());
    model.history().undo();
    assertEquals(new Frame(300, 451), mix().composition().frame());
  }

  @Test
  void resultsThatAreOvertakenAreDropped() {
    Screens.Held held = new Screens.Held();
    MixModel slow = new MixModel(Screens.recipe(new CutMix(1)), new PictureCache(), held);
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
    Prepared prepared = model.pictures().prepared();
    assertNotNull(prepared);
    return prepared;
  }
}
