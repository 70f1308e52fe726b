package org.mixoscope.kernel.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.ReferenceCsv;
import org.mixoscope.kernel.ReferenceCsv.Row;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Granularity;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.batch.Pairing;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.batch.SampleMix;
import org.mixoscope.kernel.batch.Weights;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.CutMixMinMax;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;

@BesideWindows
class ProfileTest {
  private static final Frame CIFAR = new Frame(32, 32);
  private static final double PRINTED = 1e-9;
  private static final int BATCH = 40_000;

  @Test
  void everyProfileIsFoundByItsName() {
    assertEquals(
        "torchvision-v2 timm-1.0.28 timm-1.0.29 clovaai-2019 fastai keras-3 kerascv kornia"
            + " unbiased",
        String.join(" ", Profile.all().stream().map(Profile::id).toList()));
    for (Profile profile : Profile.all()) {
      assertSame(profile, Profile.of(profile.id()));
    }
  }

  /// METHODS §2.1, §3 and §10.
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          torchvision-v2, mixup,  beta,                 1,   batch,   roll,        0
          torchvision-v2, cutmix, beta,                 1,   batch,   roll,        0
          timm-1.0.28,    mixup,  beta,                 1,   batch,   flip,        0.1
          timm-1.0.29,    cutmix, beta,                 1,   batch,   flip,        0.1
          timm-1.0.29,    cutmix-minmax, box-sides,            1,   batch,   flip,        0.1
          clovaai-2019,   cutmix, beta,                 1,   batch,   permutation, 0
          fastai,         mixup,  larger-of-beta,       0.4, element, permutation, 0
          fastai,         cutmix, beta,                 1,   batch,   permutation, 0
          keras-3,        mixup,  beta,                 0.2, element, permutation, 0
          keras-3,        cutmix, beta-of-random-alpha, 1,   element, permutation, 0
          kerascv,        mixup,  beta,                 0.2, element, permutation, 0
          kerascv,        cutmix, beta,                 1,   element, permutation, 0
          kornia,         mixup,  uniform,              1,   element, permutation, 0
          kornia,         cutmix, beta,                 1,   element, permutation, 0
          unbiased,       mixup,  beta,                 1,   element, derangement, 0
          unbiased,       cutmix, beta,                 1,   element, derangement, 0
          """)
  void conventionsAreThoseOfTheFrameworks(
      String id,
      String method,
      String law,
      double alpha,
      String granularity,
      String pairing,
      double smoothing) {
    Profile profile = Profile.of(id);
    Convention convention = profile.convention(method);
    Policy policy = profile.policy(method);

    assertEquals(law, convention.law().id());
    assertEquals(alpha, convention.alpha());
    assertEquals(granularity, convention.granularity().id());
    assertEquals(granularity, policy.granularity().id());
    assertEquals(pairing, policy.pairing().id());
    assertEquals(1, policy.probability());
    assertEquals(smoothing, profile.smoothing());
  }

  /// Boxes, pixels and labels of other people's code, by way of the profiles that have them.
  @ParameterizedTest
  @MethodSource("boxes")
  void boxPixelsAndLabelOfCutMixAreTheFrameworks(Row row) {
    Frame frame = new Frame(row.whole("H"), row.whole("W"));
    Draw draw =
        new Draw(
            row.number("lambda_drawn"),
            (row.number("cx") + 0.5) / frame.width(),
            (row.number("cy") + 0.5) / frame.height());
    for (String id : profiles(row)) {
      Convention convention = Profile.of(id).convention("cutmix");
      CutMix method = (CutMix) convention.method();
      Outcome outcome = Outcome.of(method, draw, Inputs.of(frame), new Workspace());
      Weights weights = outcome.weights();
      Box box = method.box(draw, frame);

      assertEquals(
          new Box(row.whole("x1"), row.whole("y1"), row.whole("x2"), row.whole("y2")),
          Objects.requireNonNull(outcome.paste()).clipped());
      assertEquals(box, outcome.paste().drawn());
      assertEquals(row.number("lambda_pixels"), weights.pixels().getFirst(), PRINTED);
      assertEquals(row.number("lambda_label"), weights.label().getFirst(), PRINTED);
    }
  }

  static List<Row> boxes() {
    return ReferenceCsv.rows(
        "boxes.csv", "convention,H,W,lambda_drawn,cx,cy,x1,y1,x2,y2,lambda_pixels,lambda_label");
  }

  private static List<String> profiles(Row row) {
    return switch (row.text("convention")) {
      case "legacy" -> List.of("clovaai-2019", "timm-1.0.28");
      case "torchvision" -> List.of("torchvision-v2");
      case "timm>=1.0.29" -> List.of("timm-1.0.29");
      case "fastai" -> List.of("fastai");
      case "keras-cv" -> List.of("kerascv");
      default -> throw new IllegalStateException("unknown convention in " + row);
    };
  }

  /// timm's targets, with its smoothing.
  @ParameterizedTest
  @MethodSource("targets")
  void targetIsTimms(Row row) {
    Profile profile = Profile.of("timm-1.0.29");
    double lambda = row.number("lambda");
    Convention mixup = profile.convention("mixup");
    Draw draw = new Draw(lambda, 0, 0);
    Weights weights = weights(mixup.method(), draw, CIFAR);
    int classes = row.whole("K");

    double[] target =
        SoftLabels.mix(
            List.of(
                SoftLabels.oneHot(row.whole("class_a"), classes, profile.smoothing()),
                SoftLabels.oneHot(row.whole("class_b"), classes, profile.smoothing())),
            weights.label());

    double[] expected =
        Stream.of(row.text("y (K values)").split(" ")).mapToDouble(Double::parseDouble).toArray();
    for (int c = 0; c < classes; c++) {
      assertEquals(expected[c], target[c], 1e-12);
    }
    assertFalse(weights.differ());
  }

  /// With the profile's smoothing, and every value in the table.
  static Stream<Row> targets() {
    double smoothing = Profile.of("timm-1.0.29").smoothing();
    return ReferenceCsv.rows("labels.csv", "K,smoothing,lambda,class_a,class_b,y (K values)")
        .stream()
        .filter(row -> row.number("smoothing") == smoothing)
        .filter(row -> row.text("y (K values)").split(" ").length == row.whole("K"));
  }

  /// The label that is computed for a mix is the rule that the table names.
  @Test
  void labelsFollowTheirRule() {
    for (Profile profile : Profile.all()) {
      for (Convention convention : profile.conventions()) {
        if (!(convention.method() instanceof CutMix cutMix)) {
          continue;
        }
        for (int seed = 0; seed < 200; seed++) {
          Draw draw = convention.first(seed, CIFAR, 2);
          Weights weights = weights(cutMix, draw, CIFAR);
          Box box = cutMix.box(draw, CIFAR);
          double expected =
              switch (convention.labelRule()) {
                case PIXELS -> leftBy(box.clip(CIFAR));
                case UNCLIPPED_BOX -> leftBy(box);
                case DRAWN_LAMBDA -> draw.lambda();
              };

          assertEquals(expected, weights.label().getFirst(), 1e-12, profile.id());
          assertEquals(1 - expected, weights.label().getLast(), 1e-12, profile.id());
        }
      }
    }
  }

  private static double leftBy(Box box) {
    return (double) (CIFAR.pixels() - box.area()) / CIFAR.pixels();
  }

  private static Weights weights(Method method, Draw draw, Frame frame) {
    return Outcome.of(method, draw, Inputs.of(frame), new Workspace()).weights();
  }

  /// METHODS §5.2: who says something else than the pixels.
  @ParameterizedTest
  @CsvSource({
    "torchvision-v2, false",
    "timm-1.0.28, false",
    "timm-1.0.29, false",
    "clovaai-2019, false",
    "fastai, false",
    "keras-3, true",
    "kerascv, true",
    "kornia, false",
    "unbiased, false"
  })
  void resultCarriesBothLabels(String id, boolean differ) {
    Convention convention = Profile.of(id).convention("cutmix");
    boolean any =
        IntStream.range(0, 100)
            .mapToObj(seed -> convention.first(seed, CIFAR, 2))
            .map(draw -> weights(convention.method(), draw, CIFAR))
            .anyMatch(Weights::differ);

    assertEquals(differ, any);
  }

  @Test
  void kerasCvGivesThePartnerMoreThanItShows() {
    CutMix method = (CutMix) Profile.of("kerascv").convention("cutmix").method();
    Draw draw = new Draw(0.1, 0, 0);

    Weights weights = weights(method, draw, CIFAR);

    assertEquals(0.12109, weights.label().getFirst(), 5e-6);
    assertEquals(0.78027, weights.pixels().getFirst(), 5e-6);
    assertTrue(weights.differ());
  }

  /// The only label of kornia that is not the pixels': a box of the whole frame, one pixel outside.
  @Test
  void korniaTakesALargestBoxForAWholeOne() {
    CutMix method = (CutMix) Profile.of("kornia").convention("cutmix").method();
    Draw draw = new Draw(0, 0.5, 0.5);

    Weights weights = weights(method, draw, CIFAR);

    assertEquals(0, weights.label().getFirst());
    assertEquals((1024 - 31 * 31) / 1024.0, weights.pixels().getFirst());
  }

  /// METHODS §2.1 and §2.3: means and variances; that of keras 3 was measured on keras itself.
  @ParameterizedTest
  @CsvSource({
    "fastai, mixup, 0.8400, 0.0233",
    "keras-3, mixup, 0.5, 0.1786",
    "kornia, mixup, 0.5, 0.0833",
    "kornia, cutmix, 0.5, 0.0833",
    "kerascv, mixup, 0.5, 0.1786",
    "kerascv, cutmix, 0.5, 0.0833",
    "unbiased, cutmix, 0.5, 0.0833"
  })
  void lambdaHasTheMomentsOfItsLaw(String id, String method, double mean, double variance) {
    double[] lambdas =
        Profile.of(id).policy(method).plan(BATCH, CIFAR, 3, 0, 0).stream()
            .mapToDouble(mix -> mix.draw().lambda())
            .toArray();

    assertMoments(mean, variance, lambdas);
  }

  @Test
  void keras3DrawsAlphaItselfOnceABatch() {
    Policy policy = Profile.of("keras-3").policy("cutmix");
    double[] lambdas =
        IntStream.range(0, BATCH / 10)
            .boxed()
            .flatMap(batch -> policy.plan(11, CIFAR, 3, 0, batch).stream())
            .filter(mix -> !mix.untouched())
            .mapToDouble(mix -> mix.draw().lambda())
            .toArray();

    assertMoments(0.5, 0.138, lambdas);
  }

  private static void assertMoments(double mean, double variance, double[] lambdas) {
    double sum = 0;
    double squares = 0;
    for (double lambda : lambdas) {
      sum += lambda;
      squares += lambda * lambda;
    }
    double drawn = sum / lambdas.length;
    assertEquals(mean, drawn, 0.0105);
    assertEquals(variance, squares / lambdas.length - drawn * drawn, 0.004);
  }

  @Test
  void fastaiNeverLetsThePartnerOutweigh() {
    assertTrue(
        Profile.of("fastai").policy("mixup").plan(500, CIFAR, 1, 0, 0).stream()
            .allMatch(mix -> mix.draw().lambda() >= 0.5));
  }

  @Test
  void korniaPlacesABatchAtOnce() {
    List<SampleMix> plan =
        Profile.of("kornia").policy("cutmix").plan(64, CIFAR, 1, 0, 0).stream()
            .filter(mix -> !mix.untouched())
            .toList();

    assertEquals(1, plan.stream().map(mix -> mix.draw().u()).distinct().count());
    assertEquals(1, plan.stream().map(mix -> mix.draw().v()).distinct().count());
    assertEquals(plan.size(), plan.stream().map(mix -> mix.draw().lambda()).distinct().count());
    assertNotEquals(
        plan.getFirst().draw().u(),
        Profile.of("kornia").policy("cutmix").plan(64, CIFAR, 1, 0, 1).getFirst().draw().u());
  }

  @Test
  void batchProfilesDrawAsTheMethodDoes() {
    Draw draw = Profile.of("torchvision-v2").convention("cutmix").first(42, CIFAR, 2);

    assertEquals(new CutMix(1).draw(RandomStreams.of(42, 0, 0)), draw);
  }

  @ParameterizedTest
  @CsvSource({"timm-1.0.28, 3", "timm-1.0.29, 4"})
  void minMaxBoxesAreInsideAndReachTheLastRowFromVersion29On(String id, int last) {
    Profile profile = Profile.of(id);
    Convention convention = profile.convention("cutmix-minmax").withSides(new CutMixMinMax(0.5, 1));
    Frame tiny = new Frame(4, 4); // sides of 2 or 3
    List<SampleMix> plan =
        profile.policy(convention).with(Granularity.ELEMENT, Pairing.FLIP).plan(500, tiny, 1, 0, 0);
    List<Box> boxes =
        plan.stream().map(mix -> ((CutMixMinMax) mix.method()).box(mix.draw(), tiny)).toList();

    assertTrue(boxes.stream().allMatch(box -> box.equals(box.clip(tiny))));
    assertEquals(2, boxes.stream().mapToInt(Box::width).min().orElseThrow());
    assertEquals(3, boxes.stream().mapToInt(Box::height).max().orElseThrow());
    assertEquals(last, boxes.stream().mapToInt(Box::x2).max().orElseThrow());
    assertEquals(last, boxes.stream().mapToInt(Box::y2).max().orElseThrow());
    assertTrue(plan.stream().noneMatch(mix -> weights(mix.method(), mix.draw(), tiny).differ()));
  }

  /// METHODS §5.3: λ̂ of (0.2, 0.8) is .7802 on average; its sides are 6 to 24 pixels.
  @Test
  void minMaxLeavesWhatItIsMeasuredToLeave() {
    DoubleSummaryStatistics shares =
        Profile.of("timm-1.0.29")
            .policy("cutmix-minmax")
            .with(Granularity.ELEMENT, Pairing.FLIP)
            .plan(BATCH, CIFAR, 1, 0, 0)
            .stream()
            .mapToDouble(mix -> mix.draw().lambda())
            .summaryStatistics();

    assertEquals(.7802, shares.getAverage(), 0.004);
    assertEquals(1 - (6 * 6) / 1024.0, shares.getMax(), 1e-12);
    assertEquals(1 - (24 * 24) / 1024.0, shares.getMin(), 1e-12);
  }

  @Test
  void switchingTakesOneOfTheTwoForWhatLambdaIsDrawnFor() {
    Policy timm = Profile.of("timm-1.0.29").switching(0.5);
    long cut =
        IntStream.range(0, 2000)
            .filter(batch -> timm.plan(2, CIFAR, 1, 0, batch).getFirst().method() instanceof CutMix)
            .count();

    assertEquals(Granularity.BATCH, timm.granularity());
    assertEquals(0.5, cut / 2000.0, 0.056); // five standard errors
    assertEquals(Granularity.ELEMENT, Profile.of("unbiased").switching(0.3).granularity());
  }

  @Test
  void oddBatchesAndSingleSamplesWorkInEveryProfile() {
    for (Profile profile : Profile.all()) {
      for (Convention convention : profile.conventions()) {
        for (int size : new int[] {1, 2, 3, 7}) {
          List<SampleMix> plan = profile.policy(convention).plan(size, CIFAR, 1, 0, 0);

          assertEquals(size, plan.size());
          assertTrue(size > 1 || plan.getFirst().untouched());
        }
      }
    }
  }

  @Test
  void alphaMayBeAnother() {
    Convention changed = Profile.of("fastai").convention("mixup").withAlpha(2);

    assertEquals(2, changed.alpha());
    assertEquals(LambdaLaw.LARGER_OF_BETA, changed.law());
    assertEquals(
        new CutMix(0.3, Profile.of("kerascv").convention("cutmix").boxRule(), false),
        Profile.of("kerascv").convention("cutmix").withAlpha(0.3).method());
  }

  @Test
  void refusalsSayWhatThereIs() {
    assertRefused(
        "profile = timm: must be one of torchvision-v2, timm-1.0.28, timm-1.0.29, clovaai-2019,"
            + " fastai, keras-3, kerascv, kornia, unbiased",
        () -> Profile.of("timm"));
    assertRefused(
        "method = mixup: clovaai-2019 has only cutmix",
        () -> Profile.of("clovaai-2019").policy("mixup"));
    assertRefused(
        "profile = fastai: draws mixup per element and cutmix per batch, take one of them",
        () -> Profile.of("fastai").switching(0.5));
    assertRefused(
        "switch probability = 2.0: must be within [0, 1]",
        () -> Profile.of("unbiased").switching(2));
    assertRefused(
        "alpha = 2.0: λ of this mixup is not drawn by any α",
        () -> Profile.of("kornia").convention("mixup").withAlpha(2));
    assertRefused(
        "alpha = -1.0: must be above 0 and finite",
        () -> Profile.of("kornia").convention("cutmix").withAlpha(-1));
    assertRefused(
        "sides = 0.1,0.2: those of this cutmix follow λ",
        () -> Profile.of("fastai").convention("cutmix").withSides(new CutMixMinMax(0.1, 0.2)));
    assertRefused(
        "cutmix-minmax = 0.2,0.3: no side of a frame of 3×20 pixels lies between",
        () ->
            Profile.of("timm-1.0.28")
                .convention("cutmix-minmax")
                .withSides(new CutMixMinMax(0.2, 0.3))
                .first(1, new Frame(20, 3), 2));
  }

  private static void assertRefused(String message, Executable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action).getMessage());
  }
}
