package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome;

class SmoothMixTest {
  private static final SmoothMix METHOD = new SmoothMix(0.25, 0.5);

  @Property(tries = 300)
  void weightsAreThoseOfTheFormulaAndSharesTheirMeans(
      @ForAll("draws") Draw draw, @ForAll("frames") Frame frame) {
    Composition composition = METHOD.compose(draw, Inputs.of(frame));

    double sigma = 0.5 - 0.25 * draw.lambda();
    double sum = 0;
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        double dx = (x - Math.floor(draw.u() * frame.width())) / (sigma * frame.width());
        double dy = (y - Math.floor(draw.v() * frame.height())) / (sigma * frame.height());
        double weight = composition.weightAt(0, y, x);
        assertEquals(1 - Math.exp(-(dx * dx + dy * dy) / 2), weight, 2e-7);
        sum += weight;
      }
    }
    double mean = sum / frame.pixels();
    assertEquals(mean, composition.shares().getFirst());
    assertEquals(1 - mean, composition.shares().getLast(), 1e-12);
    assertEquals(composition.shares(), Outcome.of(METHOD, draw, composition).weights().label());
  }

  @Property(tries = 200)
  void largerLambdaIsMoreOfA(@ForAll("draws") Draw draw, @ForAll("frames") Frame frame) {
    double more = (1 + draw.lambda()) / 2;

    double share = METHOD.compose(draw, Inputs.of(frame)).shares().getFirst();
    double larger = METHOD.compose(draw.withLambda(more), Inputs.of(frame)).shares().getFirst();

    assertTrue(larger >= share);
  }

  @Property(tries = 100)
  void workspaceChangesNothing(
      @ForAll("draws") Draw draw, @ForAll("draws") Draw other, @ForAll("frames") Frame frame) {
    Workspace workspace = new Workspace();
    float[] fresh = plane(METHOD.compose(draw, Inputs.of(frame)));

    METHOD.compose(other, Inputs.of(frame), workspace);
    METHOD.compose(other, Inputs.of(new Frame(frame.width(), frame.height())), workspace);

    assertArrayEquals(fresh, plane(METHOD.compose(draw, Inputs.of(frame), workspace)));
  }

  /// Measured for OpenMixup's spots: mean(G) is 0.43 on average, from 0.105 to 0.729. It belongs to
  /// B.
  @Test
  void spotHasTheMeasuredShareOnAverage() {
    double sum = 0;
    double least = 1;
    double most = 0;
    Workspace workspace = new Workspace();
    int n = 4000;
    for (int i = 0; i < n; i++) {
      Draw draw = METHOD.draw(RandomStreams.of(3, 0, i));
      double spot =
          METHOD.compose(draw, Inputs.of(new Frame(32, 32)), workspace).shares().getLast();
      sum += spot;
      least = Math.min(least, spot);
      most = Math.max(most, spot);
    }

    assertEquals(0.43, sum / n, 0.015);
    assertEquals(0.105, least, 0.02);
    assertEquals(0.729, most, 0.02);
  }

  @Test
  void leastMustNotBeAboveTheGreatest() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> new SmoothMix(0.6, 0.5)).getMessage();

    assertEquals("sigma-low = 0.6: must be at most sigma-high = 0.5", message);
    assertThrows(IllegalArgumentException.class, () -> new SmoothMix(0, 0.5));
    assertThrows(IllegalArgumentException.class, () -> new SmoothMix(0.2, Double.NaN));
  }

  @Provide
  static Arbitrary<Draw> draws() {
    return Given.draws(4, 4);
  }

  @Provide
  static Arbitrary<Frame> frames() {
    return Given.frames(23, 29);
  }

  private static float[] plane(Composition composition) {
    return ((Matte) composition).planes().getFirst().clone();
  }
}
