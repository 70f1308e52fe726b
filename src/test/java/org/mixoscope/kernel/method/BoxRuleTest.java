package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.RandomStreams;

class BoxRuleTest {
  private static final Frame CIFAR = new Frame(32, 32);
  private static final int SAMPLES = 200_000;

  /// Standard errors that a mean of independent samples practically never strays.
  private static final double STRAY = 4;

  /// METHODS §5.3: printed with four digits, from a million draws.
  private static final double PRINTED = 0.0005;

  @ParameterizedTest
  @CsvSource({
    "LEGACY,      0.45, 16, 16, 5, 5,  27, 27, 0.527344",
    "TIMM_1_0_29, 0.45, 16, 16, 5, 5,  28, 28, 0.483398",
    "KERAS_CV,    0.45, 16, 16, 5, 5,  28, 28, 0.483398",
    "FASTAI,      0.45, 16, 16, 4, 4,  28, 28, 0.437500",
    "LEGACY,      0.50, 16, 16, 5, 5,  27, 27, 0.527344",
    "TIMM_1_0_29, 0.50, 16, 16, 5, 5,  27, 27, 0.527344",
    "KERAS_CV,    0.50, 16, 16, 5, 5,  27, 27, 0.527344",
    "LEGACY,      0.10,  0,  0, 0, 0,  15, 15, 0.780273",
    "KERAS_CV,    0.10,  0,  0, 0, 0,  15, 15, 0.780273",
  })
  void goldenBoxesAreThoseOfTheFrameworks(
      BoxRule rule, double lambda, int cx, int cy, int x1, int y1, int x2, int y2, double share) {
    Box box = rule.box(centred(lambda, cx, cy, CIFAR), CIFAR).clip(CIFAR);

    assertEquals(new Box(x1, y1, x2, y2), box);
    assertEquals(share, 1 - box.area() / 1024.0, 5e-7);
  }

  @Test
  void kerasCvAndKorniaPutTheUnclippedAreaIntoTheLabel() {
    assertEquals(0.12109, BoxRule.KERAS_CV.uncorrectedLambda(0.1, CIFAR), 5e-6);
    assertEquals(0.12109, BoxRule.KORNIA.uncorrectedLambda(0.1, CIFAR), 5e-6);
    for (BoxRule rule : BoxRule.values()) {
      if (rule != BoxRule.KERAS_CV && rule != BoxRule.KORNIA) {
        assertEquals(0.1, rule.uncorrectedLambda(0.1, CIFAR));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LEGACY, 0.7011",
    "TIMM_1_0_29, 0.6899",
    "FASTAI, 0.6894",
    "KERAS_3, 0.5032",
    "KORNIA, 0.5209",
    "UNBIASED, 0.4998",
  })
  void expectedShareAtAlphaOneIsTheMeasuredOne(BoxRule rule, double expected) {
    double sum = 0;
    double squares = 0;
    CutMix method = new CutMix(1, rule, true);
    for (int i = 0; i < SAMPLES; i++) {
      Box box = method.box(method.draw(RandomStreams.of(11, rule.ordinal(), i)), CIFAR);
      double share = 1 - box.clip(CIFAR).area() / 1024.0;
      sum += share;
      squares += share * share;
    }
    double mean = sum / SAMPLES;
    double standardError = Math.sqrt((squares / SAMPLES - mean * mean) / SAMPLES);

    assertTrue(standardError < 0.001);
    assertEquals(expected, mean, STRAY * standardError + PRINTED);
  }

  @Property
  void unbiasedBoxIsAlwaysInside(@ForAll("draws") Draw draw, @ForAll("frames") Frame frame) {
    Box box = BoxRule.UNBIASED.box(draw, frame);

    assertEquals(box.clip(frame), box);
  }

  @Property
  void unbiasedBoxReachesAllFourBorders(
      @ForAll @DoubleRange(min = 0, max = 1) double lambda, @ForAll("frames") Frame frame) {
    double last = Math.nextDown(1.0);

    Box topLeft = BoxRule.UNBIASED.box(new Draw(lambda, 0, 0), frame);
    Box bottomRight = BoxRule.UNBIASED.box(new Draw(lambda, last, last), frame);

    assertEquals(0, topLeft.x1());
    assertEquals(0, topLeft.y1());
    assertEquals(frame.width(), bottomRight.x2());
    assertEquals(frame.height(), bottomRight.y2());
  }

  @Test
  void unbiasedBoxIsAtAllItsPlacesEquallyOften() {
    Frame row = new Frame(1, 10);
    int[] starts = new int[8]; // for a box of three columns
    for (int step = 0; step < 8 * 100; step++) {
      Draw draw = new Draw(1 - 0.3 * 0.3, (step + 0.5) / (8 * 100), 0);
      starts[BoxRule.UNBIASED.box(draw, row).x1()]++;
    }
    for (int count : starts) {
      assertEquals(100, count);
    }
  }

  @Test
  void unbiasedSidesAreRoundedHalfToEven() {
    assertEquals(new Box(0, 0, 2, 4), BoxRule.UNBIASED.box(new Draw(0.75, 0, 0), new Frame(7, 5)));
  }

  @Property
  void unbiasedSidesAreTheIdealOnesRounded(
      @ForAll("draws") Draw draw, @ForAll("frames") Frame frame) {
    Box box = BoxRule.UNBIASED.box(draw, frame);

    double r = Math.sqrt(1 - draw.lambda());
    assertTrue(Math.abs(box.width() - frame.width() * r) <= 0.5 + 1e-9);
    assertTrue(Math.abs(box.height() - frame.height() * r) <= 0.5 + 1e-9);
  }

  @Property
  void centreOfTheOthersIsInsideTheFrameAndTheBoxAroundIt(
      @ForAll("draws") Draw draw,
      @ForAll("frames") Frame frame,
      @ForAll("centredRules") BoxRule rule) {
    Box box = rule.box(draw, frame);

    int cx = (int) Math.floor(draw.u() * frame.width());
    int cy = (int) Math.floor(draw.v() * frame.height());
    assertTrue(box.x1() <= cx && cx <= box.x2() && box.y1() <= cy && cy <= box.y2());
    assertTrue(box.width() - 2 * (cx - box.x1()) <= 1, "at most a pixel more to the right");
    assertTrue(box.height() - 2 * (cy - box.y1()) <= 1, "at most a pixel more below");
  }

  /// The second convention that [BoxRule#LEGACY] stands for is written with a half, not a side.
  @Property
  void legacyIsTorchvisions(@ForAll("draws") Draw draw, @ForAll("frames") Frame frame) {
    double half = 0.5 * Math.sqrt(1 - draw.lambda());
    int halfWidth = (int) (half * frame.width());
    int halfHeight = (int) (half * frame.height());
    int cx = (int) (draw.u() * frame.width());
    int cy = (int) (draw.v() * frame.height());

    assertEquals(
        new Box(cx - halfWidth, cy - halfHeight, cx + halfWidth, cy + halfHeight),
        BoxRule.LEGACY.box(draw, frame));
  }

  @Property
  void drawMovedToItsOwnBoxGivesTheSameBox(
      @ForAll BoxRule rule, @ForAll("draws") Draw draw, @ForAll("frames") Frame frame) {
    Box box = rule.box(draw, frame);

    assertEquals(box, rule.box(rule.moved(draw, box.x1(), box.y1(), frame), frame));
  }

  @Property
  void movedBoxStartsWhereAskedOrAsNearAsTheRuleLetsIt(
      @ForAll("rulesOnGrid") BoxRule rule,
      @ForAll("draws") Draw draw,
      @ForAll("frames") Frame frame,
      @ForAll @IntRange(min = -900, max = 900) int x1,
      @ForAll @IntRange(min = -900, max = 900) int y1) {
    Box first = rule.box(new Draw(draw.lambda(), 0, 0), frame);
    double last = Math.nextDown(1.0);
    Box corner = rule.box(new Draw(draw.lambda(), last, last), frame);

    Box moved = rule.box(rule.moved(draw, x1, y1, frame), frame);

    assertEquals(Math.clamp(x1, first.x1(), corner.x1()), moved.x1());
    assertEquals(Math.clamp(y1, first.y1(), corner.y1()), moved.y1());
    assertEquals(first.width(), moved.width());
    assertEquals(first.height(), moved.height());
  }

  /// keras 3 has no first and last box of one size: the border stops it before.
  @Property
  void realBoxMovesByWholePixelsWithinTheFrame(
      @ForAll("draws") Draw draw,
      @ForAll("frames") Frame frame,
      @ForAll @IntRange(min = -900, max = 900) int x1,
      @ForAll @IntRange(min = -900, max = 900) int y1) {
    Box before = BoxRule.KERAS_3.box(draw, frame);
    Box moved = BoxRule.KERAS_3.box(BoxRule.KERAS_3.moved(draw, x1, y1, frame), frame);

    assertEquals(moved.clip(frame), moved);
    assertEquals(before.width(), moved.width());
    assertEquals(before.height(), moved.height());
    if (x1 > 0 && x1 + before.width() < frame.width() - 1) {
      assertEquals(x1, moved.x1());
    }
    if (y1 > 0 && y1 + before.height() < frame.height() - 1) {
      assertEquals(y1, moved.y1());
    }
  }

  /// METHODS §5.2: label and pixels differ by up to .0615 at 32².
  @Test
  void sharesOfRealBoxesStrayFromLambda() {
    double most = 0;
    for (double lambda = 0; lambda <= 1; lambda += 0.001) {
      for (double u = 0; u < 1; u += 0.05) {
        Box box = BoxRule.KERAS_3.box(new Draw(lambda, u, u), CIFAR);
        most = Math.max(most, Math.abs(1 - box.area() / 1024.0 - lambda));
      }
    }
    assertTrue(most > 0.055 && most <= 0.0615, most + "");
  }

  @Test
  void realBoxHoldsThePixelsWhoseIndexIsInside() {
    // The side is 2.5: from 0.9375 to 3.4375.
    Draw draw = new Draw(0.75, 0.375, 0);

    assertEquals(new Box(1, 0, 4, 3), BoxRule.KERAS_3.box(draw, new Frame(5, 5)));
  }

  @Test
  void korniaNeverReachesTheLastPlaceAndLargestBoxStartsOutside() {
    double last = Math.nextDown(1.0);

    assertEquals(new Box(14, 14, 30, 30), BoxRule.KORNIA.box(new Draw(0.75, last, last), CIFAR));
    assertEquals(new Box(0, 0, 16, 16), BoxRule.KORNIA.box(new Draw(0.75, 0, 0), CIFAR));
    assertEquals(new Box(-1, -1, 31, 31), BoxRule.KORNIA.box(new Draw(0, 0.5, 0.5), CIFAR));
  }

  @Property
  void movingKeepsLambda(
      @ForAll BoxRule rule, @ForAll("draws") Draw draw, @ForAll("frames") Frame frame) {
    assertEquals(draw.lambda(), rule.moved(draw, 3, 4, frame).lambda());
  }

  @Property
  void boxGrowsAsLambdaFalls(
      @ForAll BoxRule rule,
      @ForAll("frames") Frame frame,
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other) {
    Box larger = rule.box(new Draw(Math.min(one, other), 0.5, 0.5), frame);
    Box smaller = rule.box(new Draw(Math.max(one, other), 0.5, 0.5), frame);

    assertTrue(larger.width() >= smaller.width());
    assertTrue(larger.height() >= smaller.height());
  }

  @ParameterizedTest
  @EnumSource
  void ruleIsFoundByItsName(BoxRule rule) {
    assertEquals(rule, CutMix.TYPE.parameter("box-rule").parse(rule.id()));
  }

  @Provide
  static Arbitrary<BoxRule> centredRules() {
    return Arbitraries.of(BoxRule.class).filter(rule -> !rule.staysInside());
  }

  @Provide
  static Arbitrary<BoxRule> rulesOnGrid() {
    return Arbitraries.of(BoxRule.class).filter(BoxRule::onGrid);
  }

  @Provide
  static Arbitrary<Draw> draws() {
    return Given.draws(6, 9);
  }

  @Provide
  static Arbitrary<Frame> frames() {
    return Given.frames(700, 700);
  }

  private static Draw centred(double lambda, int cx, int cy, Frame frame) {
    return new Draw(lambda, (cx + 0.5) / frame.width(), (cy + 0.5) / frame.height());
  }
}
