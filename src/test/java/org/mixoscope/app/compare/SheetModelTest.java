package org.mixoscope.app.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.app.Gifs;
import org.mixoscope.app.Screens;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.state.VariedAxes;
import org.mixoscope.app.state.ViewMarks;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.dataset.Sample;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.course.MovingBox;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

@BesideWindows
class SheetModelTest {
  private final MixModel model = Screens.model();
  private final Screens.Held held = new Screens.Held();
  private final PictureCache cache = new PictureCache();
  private final SheetModel sheets = new SheetModel(model, axes(), cache, TaskRunner.inline());
  private final SheetModel slow = new SheetModel(model, axes(), cache, held);

  @BeforeEach
  void front() {
    sheets.setWidth(120);
    slow.setWidth(120);
    sheets.setInFront(true);
  }

  @Test
  void itOpensWithAllMethodsAtOneLambda() {
    MixedSheet mixed = mixed(sheets);
    assertEquals(MethodType.all().size(), mixed.count());
    assertEquals(new Frame(80, 120), mixed.frame());
    for (MixedSheet.Cell cell : mixed.cells()) {
      Recipe recipe = cell.cell().recipe();
      assertEquals(recipe == null, cell.refusal() != null);
      if (recipe != null && recipe.method().type().uses(Trait.LAMBDA)) {
        assertEquals(model.recipe().draw().lambda(), recipe.draw().lambda());
      }
    }
    assertEquals(1, sheets.selectedProperty().get(), "CutMix is the recipe of the moment");
  }

  @ParameterizedTest
  @EnumSource
  void everyCellIsWhatExploreMakesOfItsRecipe(Fit fit) {
    model.setFrame(new Frame(60, 90), fit);
    MixedSheet mixed = mixed(sheets);
    assertEquals(new Frame(60, 90), mixed.frame(), "never larger than the recipe's frame");
    List<MixedSheet.Cell> good =
        mixed.cells().stream().filter(cell -> cell.refusal() == null).toList();
    assertEquals(MethodType.all().size(), good.size());
    for (MixedSheet.Cell cell : good) {
      Recipe recipe = Objects.requireNonNull(cell.cell().recipe());
      MixModel opened = new MixModel(recipe, cache, TaskRunner.inline());
      Mix mix = Objects.requireNonNull(opened.mix());
      Prepared prepared = Objects.requireNonNull(opened.pictures().prepared());
      Pixels expected = mix.outcome().mix(recipe.blending(), prepared.screen());
      assertTrue(expected.sameAs(Objects.requireNonNull(cell.screen())), cell.cell().caption());
      assertEquals(mix.label(), Objects.requireNonNull(cell.label()).label());
    }
  }

  /// Of clips it is the frame that is shown, with the draw that the course gives it.
  @Test
  void everyCellIsOfTheFrameThatIsShown(@TempDir Path folder) throws IOException {
    Frame size = new Frame(24, 32);
    sheets.setWidth(size.width());
    model
        .sources()
        .use(
            List.of(Gifs.write(folder, "walk", 1, 4, size), Gifs.write(folder, "run", 2, 4, size)));
    model.edit(r -> r.with(new MovingBox(0, 0)).with(r.draw().at(0.5, 0.5)));
    sheets.vary("lambda=0.2,0.8", "");
    for (int t = 0; t < 4; t++) {
      model.pictures().footage().seek(t);
      for (MixedSheet.Cell cell : mixed(sheets).cells()) {
        Recipe recipe = Objects.requireNonNull(cell.cell().recipe());
        Prepared prepared = Objects.requireNonNull(model.pictures().prepared());
        Recipe frame = recipe.at(t, 4);
        Mix mix = frame.mix(prepared.inputs());
        Pixels expected = mix.outcome().mix(frame.blending(), prepared.screen());
        assertEquals(mix.label(), Objects.requireNonNull(cell.label()).label());
        assertTrue(expected.sameAs(Objects.requireNonNull(cell.screen())), "frame " + t);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 120, 200})
  void labelsAreThoseOfTheFrameWhateverTheSizeOfTheCells(int width) {
    sheets.setWidth(width);
    for (MixedSheet.Cell cell : mixed(sheets).cells()) {
      Recipe recipe = Objects.requireNonNull(cell.cell().recipe());
      Mix mix = Objects.requireNonNull(new MixModel(recipe, cache, TaskRunner.inline()).mix());
      assertEquals(
          mix.effectiveLambda(),
          Objects.requireNonNull(cell.label()).effectiveLambda(),
          1e-7, // sums of float32 weights, or of exact shares
          cell.cell().caption());
    }
  }

  /// As Explore lends them when such a method is chosen; the others know nothing and show nothing.
  @Test
  void cellsThatMixByWhatIsWhereAreLentWhatIsKnownOfSamples() {
    Recipe before = model.recipe();
    for (MixedSheet.Cell cell : mixed(sheets).cells()) {
      Recipe recipe = Objects.requireNonNull(cell.cell().recipe());
      boolean needs = recipe.method().type().uses(Trait.MARKS);
      assertEquals(needs ? Sample.OBJECTS : null, recipe.sources().get(1).annotation());
      assertEquals(needs, cell.marks() != null, cell.cell().caption());
    }
    assertEquals(before, model.recipe());

    sheets.vary("method=copypaste", "");
    assertTrue(sheets.open(0));
    assertEquals(Sample.OBJECTS, model.recipe().sources().getFirst().annotation());
    assertEquals(1, mixed(sheets).count());
  }

  @Test
  void everyCellShowsWhatIsWhereIfTheRecipeSaysIt() {
    model.edit(r -> r.with(0, r.sources().getFirst().withAnnotation(Sample.OBJECTS)));
    sheets.vary("lambda=0.2,0.8", "");
    for (MixedSheet.Cell cell : mixed(sheets).cells()) {
      ViewMarks marks = Objects.requireNonNull(cell.marks());
      assertTrue(marks.names().contains("cat"));
    }
  }

  @Test
  void whatNobodyMarkedIsLentNothing() {
    model.edit(
        r ->
            r.with(1, r.sources().get(1).withAnnotation(null)).with(1, Sample.ALL.get(4).source()));
    MixedSheet mixed = mixed(sheets);
    for (MixedSheet.Cell cell : mixed.cells()) {
      if (cell.refusal() != null) {
        assertTrue(cell.refusal().key().endsWith("needs-marks"), cell.refusal().key());
      }
    }
    assertEquals(Screens.types().size(), mixed.count());
  }

  @Test
  void itFollowsTheRecipeWhileItIsInFront() {
    model.drawNext();
    model.editDraw(d -> d.withLambda(0.25));
    assertEquals(0.25, lambda(mixed(sheets), 0));
    sheets.setInFront(false);
    model.editDraw(d -> d.withLambda(0.75));
    assertEquals(0.25, lambda(mixed(sheets), 0), "nothing is mixed in the background");
    sheets.setInFront(true);
    assertEquals(0.75, lambda(mixed(sheets), 0));
    model.history().undo();
    assertEquals(0.25, lambda(mixed(sheets), 0));
  }

  @Test
  void openingACellIsOneStep() {
    Recipe before = model.recipe();
    sheets.vary("lambda=0.1,0.9", "");
    assertTrue(sheets.open(1));
    assertEquals(0.9, model.recipe().draw().lambda());
    assertEquals(before.mask(), model.recipe().mask());
    model.history().undo();
    assertEquals(before, model.recipe());
  }

  @Test
  void aRefusedCellIsNotOpened() {
    sheets.vary("profile=all", "method=mixup,cutmix");
    MixedSheet.Cell refused = mixed(sheets).cells().get(3);
    assertNull(refused.screen());
    assertEquals(
        "method = mixup: clovaai-2019 has only cutmix",
        Objects.requireNonNull(refused.refusal()).text());
    Recipe before = model.recipe();
    assertFalse(sheets.open(3));
    assertEquals(before, model.recipe());
  }

  @Test
  void whatIsWrongIsSaidAndTheSheetStays() {
    MixedSheet before = mixed(sheets);
    sheets.vary("alpha=-1", "");
    assertEquals(
        "alpha = -1.0: must be above 0 and finite",
        Objects.requireNonNull(sheets.problemProperty().get()).text());
    assertSame(before, mixed(sheets));
    sheets.vary("alpha=1", "");
    assertNull(sheets.problemProperty().get());
    assertEquals(1, mixed(sheets).count());
  }

  @Test
  void ofTheStepsOfADragTheNewestIsMixedNext() {
    slow.setInFront(true);
    for (int step = 1; step <= 5; step++) {
      double lambda = step / 10.0;
      model.editDraw(d -> d.withLambda(lambda));
    }
    assertEquals(1, held.waiting.size(), "one at a time");
    held.waiting.remove().run();
    assertNotNull(slow.mixedProperty().get(), "the screen is live while λ is dragged");
    assertEquals(1, held.waiting.size());
    held.waiting.remove().run();
    assertEquals(0.5, lambda(mixed(slow), 0));
    assertEquals(0, held.waiting.size());
  }

  @Test
  void aSheetOfOtherCellsIsDropped() {
    slow.setInFront(true);
    slow.vary("seed=1:3", "");
    held.waiting.remove().run();
    assertNull(slow.mixedProperty().get(), "nobody waits for all methods any more");
    held.waiting.remove().run();
    assertEquals(3, mixed(slow).count());
  }

  @Test
  void aSheetThatIsOvertakenHalfwayIsNone() throws PictureException {
    Prepared prepared = Objects.requireNonNull(model.pictures().prepared());
    Wish wish = Wish.of(mixed(sheets).sheet(), model.recipe(), prepared, null, 60);
    SheetMixer mixer = new SheetMixer(cache);
    AtomicInteger asked = new AtomicInteger();
    assertEquals(Optional.empty(), mixer.mix(wish, () -> asked.incrementAndGet() > 3));
    assertEquals(MethodType.all().size(), mixer.mix(wish, () -> false).orElseThrow().count());
  }

  @Test
  void memoryIsUsedAgain() {
    List<Pixels> first = screens();
    model.editDraw(d -> d.withLambda(0.4));
    List<Pixels> second = screens();
    model.editDraw(d -> d.withLambda(0.6));
    List<Pixels> third = screens();
    for (int k = 0; k < first.size(); k++) {
      assertSame(first.get(k), third.get(k));
      assertNotSame(first.get(k), second.get(k), "what is on screen is not written to");
    }
  }

  @Test
  void tinyFramesAreShownAsSquares() {
    model.setFrame(new Frame(10, 20), Fit.STRETCH);
    MixedSheet mixed = mixed(sheets);
    assertEquals(new Frame(10, 20), mixed.frame());
    Pixels screen = Objects.requireNonNull(mixed.cells().getFirst().screen());
    assertEquals(new Frame(60, 120), screen.frame());
  }

  private VariedAxes axes() {
    return new VariedAxes(model.recipeProperty());
  }

  private List<Pixels> screens() {
    return mixed(sheets).cells().stream()
        .filter(cell -> cell.refusal() == null)
        .map(cell -> Objects.requireNonNull(cell.screen()))
        .toList();
  }

  private static double lambda(MixedSheet mixed, int k) {
    return Objects.requireNonNull(mixed.cells().get(k).cell().recipe()).draw().lambda();
  }

  private static MixedSheet mixed(SheetModel sheets) {
    return Objects.requireNonNull(sheets.mixedProperty().get());
  }
}
