package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.TestTargets;
import org.mixoscope.kernel.Workspace;

/// Shares of a frame without its weights.
class SharesTest {
  @Property(tries = 60)
  void areThoseOfTheComposition(
      @ForAll @IntRange(min = 1, max = 90) int height,
      @ForAll @IntRange(min = 1, max = 90) int width,
      @ForAll long seed) {
    Frame frame = new Frame(height, width);
    Random random = new Random(seed);
    List<Pixels> sources = List.of(picture(random, frame, 3), picture(random, frame, 3));
    Inputs inputs =
        new Inputs(frame, sources, picture(random, frame, 1))
            .with(TestTargets.objects(random, 2, frame));
    for (MethodType type : MethodType.all()) {
      Method method = type.initial();
      Draw draw = method.draw(RandomStreams.of(seed, 0, 0), 2);
      assertShares(method, draw, inputs);
    }
    Draw draw = new Draw(random.nextDouble(), 0.5, 0.5, seed);
    assertShares(new FMix(1, 3, 0.5, FMixField.ISOTROPIC), draw, inputs);
  }

  private static void assertShares(Method method, Draw draw, Inputs inputs) {
    List<Double> composed = method.compose(draw, inputs).shares();
    List<Double> shares = method.shares(draw, inputs, new Workspace());
    assertEquals(composed.size(), shares.size());
    for (int k = 0; k < shares.size(); k++) {
      assertEquals(composed.get(k), shares.get(k), 2e-7, method + " of " + inputs.frame());
    }
  }

  @Test
  void aMaskIsNeeded() {
    Inputs none = Inputs.of(new Frame(2, 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> new MaskMix().shares(new Draw(0.5, 0.5, 0.5), none, new Workspace()));
  }

  @Test
  void aMatteHasAShareForEverySource() {
    Matte matte = new Matte(new Frame(1, 2), List.of(new float[] {1, 0}));
    assertEquals(List.of(0.5, 0.5), matte.shares());
    assertEquals(List.of(0.25, 0.75), matte.standingFor(List.of(0.25, 0.75)).shares());
    assertThrows(IllegalArgumentException.class, () -> matte.standingFor(List.of(1.0)));
  }

  private static Pixels picture(Random random, Frame frame, int channels) {
    byte[] bytes = new byte[(int) frame.pixels() * channels];
    random.nextBytes(bytes);
    return Pixels.of(bytes, frame, channels);
  }
}
