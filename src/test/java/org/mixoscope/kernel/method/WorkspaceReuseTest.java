package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.TestPictures;
import org.mixoscope.kernel.TestTargets;
import org.mixoscope.kernel.Workspace;

/// A long run takes new memory for small things only, whatever the size of the pictures.
@BesideWindows
class WorkspaceReuseTest {
  private static final int SAMPLES = 20;

  /// For records, lists of shares and the like.
  private static final long FEW_BYTES = 12_000;

  /// The next power of two is another one for each side.
  private static final Frame FRAME = new Frame(240, 560);

  @ParameterizedTest
  @MethodSource("methods")
  void composingTakesItsArraysFromTheWorkspace(Method method) {
    Random random = new Random(6);
    Inputs inputs =
        new Inputs(
                FRAME,
                TestPictures.random(random, 2, FRAME, 3, ElementType.UINT8, Layout.HWC),
                TestPictures.random(random, FRAME, 1, ElementType.UINT8, Layout.HWC))
            .with(TestTargets.objects(random, 2, FRAME));
    List<Draw> draws =
        Stream.iterate(0, i -> i + 1)
            .limit(SAMPLES)
            .map(i -> method.draw(RandomStreams.of(9, 0, i)))
            .toList();
    Workspace workspace = new Workspace();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] allocated = new long[3];

    for (int round = 0; round < allocated.length; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      draws.forEach(draw -> method.compose(draw, inputs, workspace));
      allocated[round] = (threads.getCurrentThreadAllocatedBytes() - before) / SAMPLES;
    }

    assertTrue(allocated[2] < FEW_BYTES, () -> method + " allocates " + Arrays.toString(allocated));
  }

  static Stream<Method> methods() {
    return Stream.concat(
        MethodType.all().stream().map(MethodType::initial),
        Stream.of(
            new CopyPaste(1, 9, 0.5, 2, 1),
            new FMix(1, 3, 0.2, FMixField.ISOTROPIC),
            new SaliencyMix(1, SaliencyMap.FINE_GRAINED, BoxRule.LEGACY)));
  }
}
