package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.TestPictures;
import org.mixoscope.kernel.TestTargets;
import org.mixoscope.kernel.Workspace;

/// More threads, or a workspace that knows the field already, make the same bytes.
class HelpedWorkspaceTest {
  /// Large enough to be shared, with rows that no number of threads divides.
  private static final Frame FRAME = new Frame(397, 503);

  @SuppressWarnings("unused") // by @MethodSource
  private static List<MethodType> types() {
    return MethodType.all();
  }

  @ParameterizedTest
  @MethodSource("types")
  void threadsDoNotChangeAByte(MethodType type) {
    Random random = new Random(8);
    List<Pixels> screen = TestPictures.random(random, 2, FRAME, 4, ElementType.UINT8, Layout.HWC);
    Pixels mask = TestPictures.random(random, FRAME, 1, ElementType.UINT8, Layout.HWC);
    List<Pixels> rgb = TestPictures.random(random, 2, FRAME, 3, ElementType.UINT8, Layout.HWC);
    Method method = type.initial();
    Draw draw = method.draw(RandomStreams.of(3, 0, 1), type.mixed(2));
    Composition composition =
        method.compose(
            draw, new Inputs(FRAME, rgb, mask).with(TestTargets.objects(random, 2, FRAME)));
    Pixels alone = screen.getFirst().allocateLike();
    Mixer.mix(composition, Blending.SRGB, screen, alone, new Workspace());

    for (int threads : new int[] {2, 3, 5}) {
      Pixels together = screen.getFirst().allocateLike();
      Mixer.mix(composition, Blending.SRGB, screen, together, new Workspace(threads));
      assertTrue(together.sameAs(alone), threads + " threads");
    }
  }

  @Test
  void aKnownFieldGivesTheSameWeights() {
    FMix method = new FMix(1, 3, 0, FMixField.REFERENCE);
    Workspace workspace = new Workspace();
    Draw draw = method.draw(RandomStreams.of(5, 0, 2), 2);
    for (double lambda : new double[] {0.3, 0, 0.301, 1, 0.5, 0.5}) {
      Draw now = draw.withLambda(lambda);
      Matte known = (Matte) method.compose(now, Inputs.of(FRAME), workspace);
      Matte fresh = (Matte) method.compose(now, Inputs.of(FRAME));
      assertArrayEquals(fresh.planes().getFirst(), known.planes().getFirst());
      assertEquals(fresh.shares(), known.shares());
    }
  }
}
