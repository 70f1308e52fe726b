package org.mixoscope.kernel.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.TestPictures;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome.Paste;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.target.ClassWeights;

class OutcomeTest {
  private static final Frame FRAME = new Frame(10, 20);

  @Test
  void boxIsThereAsDrawnAndAsTheBorderLeavesIt() {
    Draw corner = new Draw(0.75, 0, 0); // sides of 5 and 10, around the first pixel

    Outcome outcome = outcome(new CutMix(1), corner);

    assertEquals(new Paste(new Box(-5, -2, 5, 2), new Box(0, 0, 5, 2)), outcome.paste());
    assertEquals(1 - 10 / 200.0, outcome.effectiveLambda());
    assertFalse(outcome.weights().differ());
  }

  @Test
  void labelOfAConventionStandsBesideThePixels() {
    Outcome outcome = outcome(new CutMix(1, BoxRule.LEGACY, false), new Draw(0.75, 0, 0));

    assertEquals(List.of(0.75, 0.25), outcome.weights().label());
    assertEquals(0.95, outcome.effectiveLambda());
    assertTrue(outcome.weights().differ());
  }

  /// Whatever puts one rectangle of B into A has a box, drawn by its own rule or by what it sees.
  @ParameterizedTest
  @ValueSource(strings = {"cutmix", "cutmix-minmax", "resizemix", "saliencymix"})
  void oneRectangleOfBIsABox(String id) {
    Outcome outcome = drawn(id);
    Paste paste = outcome.paste();

    assertNotNull(paste);
    assertEquals(paste.drawn().clip(FRAME), paste.clipped());
    assertEquals(
        1 - (double) paste.clipped().area() / FRAME.pixels(), outcome.effectiveLambda(), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mixup", "fmix", "smoothmix", "gridmix", "mosaic", "ricap", "k-mixup"})
  void whatMixesOtherwiseHasNone(String id) {
    assertNull(drawn(id).paste());
  }

  @Test
  void pixelsAreTheMixersAndFurtherPicturesAreIgnored() {
    List<Pixels> three =
        TestPictures.random(new Random(5), 3, FRAME, 3, ElementType.UINT8, Layout.HWC);
    Outcome outcome = outcome(new Mixup(1), new Draw(0.3, 0, 0));

    assertTrue(
        Mixer.mix(outcome.composition(), three.subList(0, 2))
            .sameAs(outcome.mix(Blending.SRGB, three)));
  }

  @Test
  void targetsFollowTheWeightsOfTheLabel() {
    Outcome outcome = outcome(new CutMix(1, BoxRule.LEGACY, false), new Draw(0.75, 0, 0));

    ClassWeights mixed =
        (ClassWeights)
            outcome.target(
                List.of(
                    ClassWeights.oneHot(0, 3),
                    ClassWeights.of(0, 0.5, 0.5),
                    ClassWeights.oneHot(2, 3)));

    assertArrayEquals(new double[] {0.75, 0.125, 0.125}, mixed.toArray(), 1e-15);
  }

  private static Outcome outcome(Method method, Draw draw) {
    return Outcome.of(method, draw, Inputs.of(FRAME), new Workspace());
  }

  private static Outcome drawn(String id) {
    Method method = MethodType.of(id).initial();
    List<Pixels> sources =
        TestPictures.random(new Random(1), 4, FRAME, 3, ElementType.UINT8, Layout.HWC);
    Draw draw = method.draw(RandomStreams.of(3, 0, 0), MethodType.of(id).mixed(4));
    return Outcome.of(method, draw, new Inputs(FRAME, sources, null), new Workspace());
  }
}
