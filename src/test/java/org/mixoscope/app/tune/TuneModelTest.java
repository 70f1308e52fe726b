package org.mixoscope.app.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.mixoscope.app.PictureFolders;
import org.mixoscope.app.Screens;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.dataset.ImageFolder;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.SourcePool;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.TrainingRecipe;

class TuneModelTest {
  private static final Frame FRAME = new Frame(48, 64);

  @SuppressWarnings("unused") // by @FieldSource
  private static final Iterable<TrainingRecipe> RECIPES = TrainingRecipe.ALL;

  private final MixModel explore =
      Screens.model(Screens.recipe(new CutMix(1)).with(FRAME, Fit.COVER));
  private final SimpleObjectProperty<SourcePool> pictures =
      new SimpleObjectProperty<>(new OwnPictures(explore.recipe().sources()));

  private TuneModel model(TaskRunner tasks) {
    TuneModel model = new TuneModel(explore, pictures, tasks);
    model.setActive(true);
    return model;
  }

  private static Consequences known(TuneModel model, int k) {
    return Objects.requireNonNull(model.consequencesProperty(k).get());
  }

  @Test
  void settingOneIsThatOfExplore() {
    explore.edit(r -> r.retuned(new Mixup(0.4)).withSmoothing(0.1));

    TuneModel model = model(TaskRunner.inline());

    assertEquals(new Setting(new Mixup(0.4), 0.1), model.setting(0));
    assertTrue(known(model, 0).isFinal());
    assertEquals(FRAME, known(model, 0).wish().frame());
    assertEquals(Strip.SAMPLES, model.samplesProperty(0).get().size());
  }

  @Test
  void aMethodThatLooksAtPicturesIsReplacedByOneThatCanBeTuned() {
    explore.edit(r -> r.retuned(MethodType.of("saliencymix").initial()));

    assertEquals(new CutMix(1), model(TaskRunner.inline()).setting(0).method());
  }

  @Test
  void numbersAndSamplesFollowASetting() {
    TuneModel model = model(TaskRunner.inline());
    double before = known(model, 1).partner().value();

    model.edit(1, now -> now.with(new CutMix(4)));

    assertNotEquals(before, known(model, 1).partner().value());
    assertEquals(new CutMix(4), known(model, 1).wish().method());
  }

  @Test
  void theNewestSettingWins() {
    Screens.Held tasks = new Screens.Held();
    TuneModel model = model(tasks);
    for (double alpha : new double[] {0.5, 0.7, 0.9}) {
      model.edit(0, now -> now.with(new CutMix(alpha)));
    }
    assertNull(model.consequencesProperty(0).get());
    while (!tasks.waiting.isEmpty()) {
      tasks.waiting.remove().run();
    }
    assertEquals(new CutMix(0.9), known(model, 0).wish().method());
    assertTrue(known(model, 0).isFinal());
  }

  @Test
  void whileNobodyLooksNothingIsDone() {
    Screens.Held tasks = new Screens.Held();
    TuneModel model = new TuneModel(explore, pictures, tasks);
    explore.drawNext();
    assertTrue(tasks.waiting.isEmpty());
    model.setActive(true);
    assertFalse(tasks.waiting.isEmpty());
  }

  @Test
  void aDragIsOneStepOfTheSettingsOwnHistory() {
    TuneModel model = model(TaskRunner.inline());
    List<Setting> first = model.settingsProperty().get();
    Recipe recipe = explore.recipe();

    model.history().beginGesture();
    model.edit(0, now -> now.with(new CutMix(2)));
    model.edit(0, now -> now.with(new CutMix(3)));
    model.history().endGesture();
    assertTrue(model.history().canUndoProperty().get());
    model.history().undo();

    assertEquals(first, model.settingsProperty().get());
    assertFalse(model.history().canUndoProperty().get());
    model.history().redo();
    assertEquals(new CutMix(3), model.setting(0).method());
    assertEquals(recipe, explore.recipe(), "Explore is left alone");
  }

  @Test
  void usingASettingIsOneStepOfExplore() {
    TuneModel model = model(TaskRunner.inline());
    Recipe before = explore.recipe();
    model.edit(1, now -> new Setting(new Mixup(0.3), 0.1));

    model.useInExplore(1);

    assertEquals(new Mixup(0.3), explore.recipe().method());
    assertEquals(0.1, explore.recipe().smoothing());
    assertEquals(explore.recipe(), model.recipe(1));
    explore.history().undo();
    assertEquals(before, explore.recipe());
  }

  @ParameterizedTest
  @FieldSource("RECIPES")
  void aTrainingRecipeShowsBothItsHalves(TrainingRecipe recipe) {
    TuneModel model = model(new Screens.Held());

    model.show(recipe);

    assertEquals(recipe.mixup(), model.setting(0).method());
    assertEquals(recipe.cutMix(), model.setting(1).method());
    assertEquals(recipe.smoothing(), model.setting(1).smoothing());
    assertTrue(recipe.source().contains("arXiv:"));
  }

  @Test
  void anotherTypeKeepsWhatBothHave() {
    TuneModel model = model(new Screens.Held());
    model.edit(0, now -> now.with(new CutMix(0.3, BoxRule.UNBIASED, true)));

    model.choose(0, MethodType.of("k-cutmix"));
    model.choose(0, MethodType.of("mixup"));

    assertEquals(new Mixup(0.3), model.setting(0).method());
  }

  @Test
  void samplesComeFromTheWholePool() {
    pictures.set(Sample.POOL);
    explore.setFrame(new Frame(32, 32), Fit.COVER);
    TuneModel model = model(TaskRunner.inline());

    Set<String> classes =
        model.samplesProperty(0).get().stream()
            .flatMap(sample -> sample.mix().classes().stream())
            .collect(Collectors.toSet());

    assertTrue(classes.size() > 3, classes::toString);
    for (Strip.Sample sample : model.samplesProperty(0).get()) {
      assertEquals(2, sample.mix().classes().size(), "nobody is its own partner");
      assertEquals(new Frame(32, 32), sample.pixels().frame());
      assertEquals(sample.mix().shares(), sample.mix().label());
    }
  }

  @Test
  void inAFolderABrokenPictureGivesWayToOthers(@TempDir Path folder) throws Exception {
    PictureFolders.of(folder, 1);
    Files.writeString(folder.resolve("cat").resolve("broken.jpg"), "no picture");
    pictures.set(ImageFolder.of(folder));

    List<Strip.Sample> samples = model(TaskRunner.inline()).samplesProperty(0).get();

    assertEquals(Strip.SAMPLES, samples.size());
    assertNull(explore.problemProperty().get());
    Set<String> classes =
        samples.stream()
            .flatMap(sample -> sample.mix().classes().stream())
            .collect(Collectors.toSet());
    assertTrue(classes.size() > 3, classes::toString);
    assertTrue(Sample.ALL.stream().map(Sample::name).toList().containsAll(classes));
  }

  @Test
  void aFolderWithNothingToReadIsExplained(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("a.jpg"), "no picture");
    Files.writeString(folder.resolve("b.jpg"), "no picture");
    pictures.set(ImageFolder.of(folder));

    assertTrue(model(TaskRunner.inline()).samplesProperty(0).get().isEmpty());

    Exception problem = Objects.requireNonNull(explore.problemProperty().get());
    assertTrue(problem.getMessage().contains(".jpg"), problem::getMessage);
  }

  @Test
  void aFolderDoesNotChangeHowManyPicturesAreMixed() {
    pictures.set(Sample.POOL);
    TuneModel model = model(TaskRunner.inline());

    model.choose(0, MethodType.of("k-mixup"));

    assertEquals(2, known(model, 0).wish().sources());
    assertEquals(2, model.samplesProperty(0).get().getFirst().mix().shares().size());
  }

  @Test
  void theNextDrawIsTheNextDozen() {
    TuneModel model = model(TaskRunner.inline());
    List<Strip.Sample> before = model.samplesProperty(0).get();

    explore.drawNext();

    assertNotEquals(
        before.stream().map(sample -> sample.mix().label()).toList(),
        model.samplesProperty(0).get().stream().map(sample -> sample.mix().label()).toList());
  }
}
