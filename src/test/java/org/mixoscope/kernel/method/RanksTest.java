package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Workspace;

class RanksTest {
  @Property(tries = 200)
  void ranksAreThoseOfAStableSort(
      @ForAll float[] values, @ForAll @IntRange(min = 1, max = 5000) int many, @ForAll long seed) {
    float[] finite = values.clone();
    for (int i = 0; i < finite.length; i++) {
      finite[i] = Float.isNaN(finite[i]) ? 0 : finite[i];
    }
    assertRanked(finite);
    Random random = new Random(seed);
    float[] steps = new float[many];
    for (int i = 0; i < many; i++) {
      steps[i] = random.nextInt(40) - 20;
    }
    assertRanked(steps);
  }

  @Test
  void zeroHasNoSign() {
    assertRanked(new float[] {-0f, 0f, -0f, 1, -1, 0f, Float.MIN_VALUE, -Float.MIN_VALUE});
  }

  private static void assertRanked(float[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparing(i -> -(values[i] + 0f) + 0f))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] expected = new int[values.length];
    for (int rank = 0; rank < order.length; rank++) {
      expected[order[rank]] = rank;
    }
    int[] ranks = new int[values.length];

    Ranks.descending(values, ranks, new Workspace());

    assertArrayEquals(expected, ranks);
    for (int count : new int[] {0, 1, values.length / 3, values.length - 1, values.length}) {
      assertMarked(values, expected, Math.clamp(count, 0, values.length));
    }
  }

  private static void assertMarked(float[] values, int[] ranks, int count) {
    float[] expected = new float[values.length];
    for (int pixel = 0; pixel < ranks.length; pixel++) {
      expected[pixel] = ranks[pixel] < count ? 1 : 0;
    }
    float[] weights = new float[values.length];

    Ranks.markFirst(values, count, weights, new Workspace());

    assertArrayEquals(expected, weights);
  }
}
