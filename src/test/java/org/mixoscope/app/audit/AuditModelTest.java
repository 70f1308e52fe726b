package org.mixoscope.app.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.app.MarkedPictures;
import org.mixoscope.app.Screens;
import org.mixoscope.app.audit.AuditModel.Averages;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.View;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Target;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;
import org.mixoscope.stats.Estimate;

@BesideWindows
class AuditModelTest {
  private static final Averages NONE = new Averages(0, Map.of());

  private static final Frame FRAME = new Frame(100, 100);

  private final MixModel explore = Screens.model();
  private final FindingText english = new FindingText(new Messages(Language.ENGLISH));

  private List<Finding> audit(Draw draw) {
    explore.edit(r -> r.with(FRAME, Fit.COVER).with(draw));
    AuditModel model = new AuditModel(explore, new Screens.Held());
    model.setActive(true);
    return model.findingsProperty().get();
  }

  private static Finding of(String profile, List<Finding> findings) {
    return findings.stream()
        .filter(one -> one.profile().id().equals(profile))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyFrameworkIsThereInTheOrderOfTables() {
    assertEquals(
        Profile.all(), audit(new Draw(0.5, 0.5, 0.5)).stream().map(Finding::profile).toList());
  }

  /// √(1 − 0.36) = 0.8, so that the box is 80×80 around (90, 50), of which 50×80 are inside.
  @Test
  void aClippedBoxIsCountedByMostAndNotByKerasCv() {
    List<Finding> findings = audit(new Draw(0.36, 0.9, 0.5));

    Finding torchvision = of("torchvision-v2", findings);
    assertEquals(new Box(50, 10, 130, 90), torchvision.drawn());
    assertEquals(new Box(50, 10, 100, 90), torchvision.clipped());
    assertEquals(0.6, torchvision.share(), 1e-12);
    assertEquals(0.6, torchvision.label(), 1e-12);
    assertEquals(Finding.Cause.CLIPPED_AND_COUNTED, torchvision.cause());
    Finding kerasCv = of("kerascv", findings);
    assertEquals(0.36, kerasCv.label(), 1e-12);
    assertEquals(-0.24, kerasCv.difference(), 1e-12);
    assertEquals("≠  −0.240", FindingText.difference(kerasCv));
    assertEquals(
        "The border clips 38 % of the box, but the label counts the whole of it: A gets 0.360 and"
            + " shows 0.600.",
        english.why(kerasCv));
    assertEquals("80×80 → 50×80", english.size(kerasCv));
  }

  @Test
  void theSummaryCountsThem() {
    List<Finding> findings = audit(new Draw(0.36, 0.9, 0.5));

    assertEquals(1, findings.stream().filter(Finding::disagrees).count());
    assertEquals(
        "1 of 9 gives a label that the pixels do not show. In this draw it is kerascv: label 0.360,"
            + " pixels 0.600.",
        english.summary(findings, NONE));
  }

  /// At λ = 0.725 of 100 pixels keras-3 says what its pixels show, to the digits that are shown.
  @Test
  void whatIsFarOffOnAverageIsSaidAndWhatRoundsToNothingIsNot() {
    Averages averages =
        new Averages(
            10_000,
            Map.of(
                "kerascv", new Estimate(0.18, 0.001, false), "keras-3", new Estimate(0, 0, true)));
    List<Finding> findings = audit(new Draw(0.7251, 0.5, 0.5));

    String summary = english.summary(findings, averages);

    assertTrue(
        summary.contains("On average kerascv is farthest off: by 0.180, over 10000 draws."),
        summary);
    assertFalse(summary.contains("label 0.725, pixels 0.725"), summary);
  }

  @Test
  void theTableAsTextHasALineForEachWithAllDigits() {
    List<Finding> findings = audit(new Draw(0.36, 0.9, 0.5));

    String[] lines = AuditTableText.csv(findings, NONE).split("\n");

    assertEquals(findings.size() + 1, lines.length);
    int columns = lines[0].split(",", -1).length;
    for (String line : lines) {
      assertEquals(columns, line.split(",", -1).length, line);
    }
    assertTrue(
        Stream.of(lines).anyMatch(line -> line.startsWith("kerascv,unclipped_box,0.36,")),
        String.join("|", lines));
  }

  @Test
  void whatExploreTakesOverIsSaid() {
    Finding timm = of("timm-1.0.29", audit(new Draw(0.36, 0.9, 0.5)));

    assertEquals(
        "Explore mixes as timm-1.0.29 now: box rule timm-1.0.29, α 1 in place of 0.2. Label"
            + " smoothing is 0.1.",
        english.used(timm, Screens.recipe(new CutMix(0.2))));
  }

  @Test
  void smoothingIsSaidApart() {
    Finding timm = of("timm-1.0.29", audit(new Draw(0.36, 0.9, 0.5)));

    assertFalse(timm.disagrees());
    assertEquals(0.6, timm.label(), 1e-12);
    assertEquals(0.9 * 0.6 + 0.05, timm.smoothed(), 1e-12);
    assertTrue(english.why(timm).endsWith("ε = 0.1 then makes it 0.590."), english.why(timm));
  }

  /// √(1 − 0.7975) = 0.45: a side of 45 pixels becomes 44.
  @Test
  void oddSidesLoseAPixelInOldVersionsOnly() {
    List<Finding> findings = audit(new Draw(0.7975, 0.5, 0.5));

    assertEquals(Finding.Cause.ODD_SIDE, of("timm-1.0.28", findings).cause());
    assertEquals(44, of("timm-1.0.28", findings).drawn().width());
    assertEquals(Finding.Cause.COUNTED, of("timm-1.0.29", findings).cause());
  }

  @Test
  void kerasThreeSaysLambdaAndShowsWholePixels() {
    Finding keras = of("keras-3", audit(new Draw(0.777, 0.31, 0.62)));

    assertTrue(keras.disagrees());
    assertEquals(0.777, keras.label(), 1e-12);
    assertEquals(Finding.Cause.WHOLE_PIXELS, keras.cause());
  }

  @Test
  void anEmptyBoxIsAWarning() {
    List<Finding> findings = audit(new Draw(1, 0.5, 0.5));

    assertTrue(findings.stream().allMatch(Finding::isUnmixed));
    assertEquals(Finding.Cause.EMPTY, findings.getFirst().cause());
    assertEquals(
        "Nothing of B is pasted by any framework: the sample stays unmixed. The label gives A:"
            + " 1.000.",
        english.warning(findings));
    assertEquals("All 9 give the label that the pixels show.", english.summary(findings, NONE));
  }

  /// Sides of 1.4 pixels: cut to 1 that loses its pixel, or kept.
  @Test
  void whoLeavesTheSampleUnmixedIsNamed() {
    List<Finding> findings = audit(new Draw(1 - 0.014 * 0.014, 0.5, 0.5));

    String warning = english.warning(findings);
    assertTrue(of("torchvision-v2", findings).isUnmixed());
    assertFalse(of("timm-1.0.29", findings).isUnmixed());
    assertTrue(warning.contains("torchvision-v2 1.000"), warning);
    assertFalse(warning.contains("timm-1.0.29"), warning);
  }

  @Test
  void aBoxPlacedByHandIsTheSameForAll() {
    List<Finding> findings = audit(new Draw(0.5, 0.5, 0.5).within(new Region(-0.2, 0.1, 0.3, 0.6)));

    assertEquals(1, findings.stream().map(Finding::drawn).distinct().count());
    assertEquals(Finding.Cause.CLIPPED_AS_DRAWN, of("keras-3", findings).cause());
  }

  @Test
  void anyMethodOfExploreCanBeAudited() {
    for (MethodType type : MethodType.all()) {
      explore.choose(type);
      assertEquals(9, audit(explore.recipe().draw()).size(), type.id());
    }
    explore.sources().addSample();
    explore.choose(MethodType.of("k-mixup"));
    assertEquals(9, audit(explore.recipe().draw()).size());
  }

  /// The discs that stand for the labels lie in the middle of A and of B, 60 pixels wide: what is
  /// pasted beside them hides nothing, what is pasted over half of A's shows half of B's.
  @ParameterizedTest
  @ValueSource(strings = {MarkedPictures.OBJECTS, MarkedPictures.MAP})
  void theLabelByPixelsStandsBesideThatByVisibleObjects(String marks) {
    MixModel marked =
        new MixModel(
            MarkedPictures.recipe(new CutMix(1), marks, marks).with(FRAME, Fit.COVER),
            MarkedPictures.cache(),
            TaskRunner.inline());
    AuditModel model = new AuditModel(marked, new Screens.Held());
    model.setActive(true);

    marked.editDraw(d -> new Draw(0.9, 0.5, 0.5).within(new Region(0.9, 0, 1, 1)));
    Finding beside = of("torchvision-v2", model.findingsProperty().get());
    assertEquals(0.9, beside.label(), 1e-12);
    assertEquals(1, beside.seen());
    assertEquals(-0.1, beside.aboveSeen(), 1e-12);

    marked.editDraw(d -> new Draw(0.5, 0.5, 0.5).within(new Region(0, 0, 0.5, 1)));
    Finding half = of("torchvision-v2", model.findingsProperty().get());
    double[] discs = visible(marked);
    assertEquals(0.5, half.label(), 1e-12);
    assertEquals(discs[0] / (discs[0] + discs[1]), half.seen(), 1e-9);
    assertTrue(half.seen() > 0.3 && half.seen() < 0.7, half::toString);

    marked.editDraw(d -> new Draw(0, 0.5, 0.5).within(new Region(0, 0, 1, 1)));
    assertEquals(0, of("torchvision-v2", model.findingsProperty().get()).seen());

    marked.edit(r -> r.with(1, r.sources().get(1).withAnnotation(null)));
    assertNull(of("torchvision-v2", model.findingsProperty().get()).seen());
  }

  /// Pixels of A's cat in the right half and of B's coffee in the left.
  private static double[] visible(MixModel marked) {
    double[] found = new double[2];
    for (int k = 0; k < 2; k++) {
      Target target = marked.marks(new View.Alone(k)).target();
      for (int y = 0; y < 100; y++) {
        for (int x = 50 - 50 * k; x < 100 - 50 * k; x++) {
          found[k] += isThere(target, k + 1, y, x) ? 1 : 0;
        }
      }
    }
    return found;
  }

  private static boolean isThere(Target target, int category, int y, int x) {
    return switch (target) {
      case ClassMap map -> map.indices().valueAt(y, x, 0) == category;
      case Objects all ->
          all.instances().stream()
              .anyMatch(one -> one.category() == category && one.mask().contains(y, x));
      default -> false;
    };
  }

  @Test
  void aPictureWithoutALabelCanBeAudited() {
    explore.edit(r -> r.with(0, r.sources().getFirst().withClassName("")));
    assertEquals(9, audit(new Draw(0.5, 0.5, 0.5)).size());
  }

  /// What is told is the weight of A, whatever A's label is.
  @Test
  void aSoftLabelChangesNoWeightOfA() {
    List<Finding> hard = audit(new Draw(0.36, 0.9, 0.5));
    explore.edit(
        r ->
            r.with(
                0,
                new Source(
                    r.sources().getFirst().location(), "cat", null, Map.of("cat", 0.6, "x", 0.4))));
    assertEquals(hard, audit(new Draw(0.36, 0.9, 0.5)));
  }

  @Test
  void openingAFrameworkKeepsTheDrawAndIsOneStep() {
    List<Finding> findings = audit(new Draw(0.36, 0.9, 0.5));
    Recipe before = explore.recipe();
    AuditModel model = new AuditModel(explore, new Screens.Held());

    model.useInExplore(of("timm-1.0.29", findings));

    assertEquals(new CutMix(1, BoxRule.TIMM_1_0_29, true), explore.recipe().method());
    assertEquals(before.draw(), explore.recipe().draw());
    assertEquals(0.1, explore.recipe().smoothing());
    explore.history().undo();
    assertEquals(before, explore.recipe());
  }

  @Test
  void averagesArriveCoarseAndThenFine() {
    Screens.Held tasks = new Screens.Held();
    explore.edit(r -> r.with(FRAME, Fit.COVER));
    AuditModel model = new AuditModel(explore, tasks);
    model.setActive(true);
    assertEquals(0, model.averagesProperty().get().draws());

    tasks.waiting.remove().run();
    int coarse = model.averagesProperty().get().draws();
    tasks.waiting.remove().run();

    assertTrue(model.averagesProperty().get().draws() > coarse);
    assertTrue(tasks.waiting.isEmpty());
    assertEquals(0, model.averagesProperty().get().byProfile().get("torchvision-v2").value());
    assertEquals(
        163 / 240.0 - 0.5,
        model.averagesProperty().get().byProfile().get("kerascv").value(),
        0.015);
  }

  @Test
  void thePictureHasTheBoxOfTheFramework() {
    List<Finding> findings = audit(new Draw(0.36, 0.9, 0.5));
    AuditModel model = new AuditModel(explore, TaskRunner.inline());

    assertNotNull(model.picture(findings.getFirst()));
    assertEquals(FRAME, model.picture(findings.getFirst()).frame());
  }
}
