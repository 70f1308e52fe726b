package org.mixoscope.kernel.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.RandomStreams;

class ScatteringTest {
  private static final int MANY = 100_003;

  private static Scattering of(long size, long seed) {
    return new Scattering(size, RandomStreams.of(seed, -3, 0));
  }

  @Property(tries = 200)
  void everyNumberIsAtOnePlace(@ForAll @IntRange(min = 1, max = 5000) int size, @ForAll long seed) {
    Scattering order = of(size, seed);
    long[] found = LongStream.range(0, size).map(order::at).sorted().toArray();
    assertTrue(Arrays.equals(LongStream.range(0, size).toArray(), found));
  }

  @Property(tries = 100)
  void aPlaceIsFoundAmongAnyNumber(
      @ForAll @LongRange(min = 1, max = 1L << 62) long size, @ForAll long seed) {
    Scattering order = of(size, seed);
    for (long place : new long[] {0, size / 2, size - 1}) {
      long number = order.at(place);
      assertTrue(number >= 0 && number < size);
      assertEquals(number, of(size, seed).at(place));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> order.at(size));
    assertThrows(IndexOutOfBoundsException.class, () -> order.at(-1));
  }

  /// Each tenth of the places takes a tenth of its numbers from each tenth of them: the squares of
  /// what is off, summed as Pearson does, stay below what chance exceeds once in 100,000 times.
  @Test
  void numbersComeFromEverywhereAndNeighboursHaveNothingInCommon() {
    for (long seed = 0; seed < 20; seed++) {
      Scattering order = of(MANY, seed);
      int[][] places = new int[10][10];
      int[][] pairs = new int[10][10];
      for (int i = 0; i + 1 < MANY; i++) {
        int tenth = (int) (order.at(i) * 10 / MANY);
        places[i * 10 / MANY][tenth]++;
        pairs[tenth][(int) (order.at(i + 1) * 10 / MANY)]++;
      }
      assertTrue(off(places) < 160, "places, seed " + seed + ": " + off(places));
      assertTrue(off(pairs) < 160, "neighbours, seed " + seed + ": " + off(pairs));
    }
  }

  private static double off(int[][] counts) {
    double expected = (MANY - 1) / 100.0;
    return Arrays.stream(counts)
        .flatMapToInt(Arrays::stream)
        .mapToDouble(count -> (count - expected) * (count - expected) / expected)
        .sum();
  }

  @Test
  void seedsHaveOrdersOfTheirOwn() {
    long[] one = LongStream.range(0, 1000).map(of(MANY, 1)::at).toArray();
    long[] other = LongStream.range(0, 1000).map(of(MANY, 2)::at).toArray();
    assertNotEquals(Arrays.toString(one), Arrays.toString(other));
  }

  @Test
  void thereIsNoOrderOfNothing() {
    assertThrows(IllegalArgumentException.class, () -> of(0, 1));
    assertThrows(IllegalArgumentException.class, () -> of((1L << 62) + 1, 1));
  }
}
