package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.kernel.batch.Outcome;

/// The examples that the systems in SYSTEMS.md work through by hand.
class WorkedExamplesTest {
  @Test
  void mixupOfTwoVectorsAndTheirTargetsIsHalfwayAtLambdaOneHalf() {
    Frame two = new Frame(1, 2);
    Mixup mixup = new Mixup(0.2);
    Draw draw = new Draw(0.5, 0, 0);
    Composition composition = mixup.compose(draw, Inputs.of(two));

    Pixels mixed = Mixer.mix(composition, List.of(floats(two, 1, 2), floats(two, 3, 4)));
    double[] target =
        SoftLabels.mix(
            List.of(new double[] {1}, new double[] {2}),
            Outcome.of(mixup, draw, composition).weights().label());

    assertArrayEquals(new float[] {2, 3}, floats(mixed));
    assertArrayEquals(new double[] {1.5}, target);
  }

  @Property(tries = 200)
  void mixedLossOfTwoClassesIsTheSoftCrossEntropy(
      @ForAll @DoubleRange(min = 0, max = 1) double lambda,
      @ForAll @IntRange(min = 0, max = 9) int first,
      @ForAll @IntRange(min = 0, max = 9) int second,
      @ForAll @DoubleRange(min = 0, max = 0.5) double smoothing,
      @ForAll long seed) {
    double[] a = SoftLabels.oneHot(first, 10, smoothing);
    double[] b = SoftLabels.oneHot(second, 10, smoothing);
    double[] probabilities = softmax(new Random(seed).doubles(10, -4, 4).toArray());

    double mixedLoss =
        lambda * crossEntropy(probabilities, a) + (1 - lambda) * crossEntropy(probabilities, b);

    double[] target = SoftLabels.mix(List.of(a, b), List.of(lambda, 1 - lambda));
    assertEquals(mixedLoss, crossEntropy(probabilities, target), 1e-12);
  }

  /// A third of A, two thirds of B: the label is neither that of B alone nor divided by the area.
  @Test
  void maskGivesTheLabelItsMeans() {
    Frame frame = new Frame(2, 3);
    byte[] weights = {(byte) 255, 0, 0, (byte) 255, 0, 0};
    byte[] grey = {51, 102, (byte) 153, (byte) 204, 0, 0};
    double[] a = SoftLabels.oneHot(0, 3, 0);
    double[] b = SoftLabels.oneHot(1, 3, 0);

    assertArrayEquals(new double[] {1 / 3.0, 2 / 3.0, 0}, maskedLabel(frame, weights, a, b), 1e-12);
    assertArrayEquals(new double[] {1 / 3.0, 2 / 3.0, 0}, maskedLabel(frame, grey, a, b), 1e-7);
  }

  @Test
  void maskKeepsAWhereWhiteShowsBWhereBlackAndBlendsWhereGrey() {
    Frame frame = new Frame(1, 3);
    Pixels mask = Pixels.of(new byte[] {(byte) 255, 0, 51}, frame, 1);
    Pixels a = Pixels.of(new byte[] {100, 100, 100}, frame, 1);
    Pixels b = Pixels.of(new byte[] {(byte) 200, (byte) 200, (byte) 200}, frame, 1);

    Composition composition =
        new MaskMix().compose(new Draw(0.5, 0, 0), new Inputs(frame, List.of(a, b), mask));
    Pixels mixed = Mixer.mix(composition, List.of(a, b));

    assertEquals(100, mixed.valueAt(0, 0, 0));
    assertEquals(200, mixed.valueAt(0, 1, 0));
    assertEquals(180, mixed.valueAt(0, 2, 0));
  }

  @Test
  void cutMixPastesTheBoxOfBAndSharesTheLabelByPixels() {
    Frame frame = new Frame(4, 4);
    Pixels a = Pixels.of(new byte[16], frame, 1);
    byte[] nines = new byte[16];
    Arrays.fill(nines, (byte) 9);
    CutMix cutMix = new CutMix(1);
    Draw draw = new Draw(0.75, 0.6, 0.3); // a box of 2×2 around column 2, row 1

    Composition composition = cutMix.compose(draw, Inputs.of(frame));
    Pixels mixed = Mixer.mix(composition, List.of(a, Pixels.of(nines, frame, 1)));

    assertArrayEquals(
        new byte[] {0, 9, 9, 0, 0, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0},
        mixed.memory().toArray(ValueLayout.JAVA_BYTE));
    assertEquals(List.of(0.75, 0.25), Outcome.of(cutMix, draw, composition).weights().label());
  }

  @Test
  void uncorrectedLabelFollowsTheDrawnLambdaOrTheUnclippedBoxPlacedByHand() {
    Frame frame = new Frame(10, 10);
    CutMix uncorrected = new CutMix(1, BoxRule.LEGACY, false);
    Draw drawn = new Draw(0.5, 0, 0);
    Draw placed = drawn.within(new Region(-0.5, 0, 0.5, 0.5));

    assertEquals(
        List.of(0.5, 0.5),
        Outcome.of(uncorrected, drawn, uncorrected.compose(drawn, Inputs.of(frame)))
            .weights()
            .label());
    assertEquals(new Box(-5, 0, 5, 5), uncorrected.box(placed, frame));
    assertEquals(
        List.of(0.5, 0.5),
        Outcome.of(uncorrected, placed, uncorrected.compose(placed, Inputs.of(frame)))
            .weights()
            .label());
    assertEquals(
        List.of(0.75, 0.25),
        Outcome.of(new CutMix(1), placed, new CutMix(1).compose(placed, Inputs.of(frame)))
            .weights()
            .label());
  }

  private static double[] maskedLabel(Frame frame, byte[] mask, double[] a, double[] b) {
    MaskMix method = new MaskMix();
    Draw draw = new Draw(0.5, 0.5, 0.5);
    Composition composition =
        method.compose(draw, new Inputs(frame, List.of(), Pixels.of(mask, frame, 1)));
    return SoftLabels.mix(List.of(a, b), Outcome.of(method, draw, composition).weights().label());
  }

  private static Pixels floats(Frame frame, float... values) {
    return new Pixels(
        MemorySegment.ofArray(values),
        frame.height(),
        frame.width(),
        1,
        ElementType.FLOAT32,
        Layout.HWC);
  }

  private static float[] floats(Pixels pixels) {
    return pixels.memory().toArray(ValueLayout.JAVA_FLOAT);
  }

  private static double[] softmax(double[] logits) {
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit);
    }
    double[] probabilities = new double[logits.length];
    for (int c = 0; c < logits.length; c++) {
      probabilities[c] = Math.exp(logits[c]) / sum;
    }
    return probabilities;
  }

  private static double crossEntropy(double[] probabilities, double[] target) {
    double loss = 0;
    for (int c = 0; c < target.length; c++) {
      loss -= target[c] * Math.log(probabilities[c]);
    }
    return loss;
  }
}
