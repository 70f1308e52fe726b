package org.mixoscope.kernel.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.RandomStreams;

@BesideWindows
class PairingTest {
  private static final int DRAWS = 40_000;

  @Test
  void rollTakesTheOneBefore() {
    assertArrayEquals(new int[] {4, 0, 1, 2, 3}, Pairing.ROLL.partners(5, random(0)));
    assertArrayEquals(new int[] {3, 2, 1}, Pairing.ROLL.partners(5, 3, random(0))[4]);
    assertArrayEquals(new int[] {1, 0}, Pairing.ROLL.partners(2, random(0)));
  }

  @Test
  void flipTakesTheOneAcrossAndLeavesTheMiddleAlone() {
    assertArrayEquals(new int[] {5, 4, 3, 2, 1, 0}, Pairing.FLIP.partners(6, random(0)));
    assertArrayEquals(new int[] {4, 3, 2, 1, 0}, Pairing.FLIP.partners(5, random(0)));
    assertArrayEquals(new int[] {5, 4, 3}, Pairing.FLIP.partners(6, 3, random(0))[0]);
    assertArrayEquals(new int[] {2, 1, 0}, Pairing.FLIP.partners(6, 3, random(0))[3]);
  }

  @Property
  void firstPartnersAreAPermutation(
      @ForAll Pairing pairing, @ForAll @IntRange(min = 1, max = 70) int size, @ForAll long seed) {
    int[] partners = pairing.partners(size, random(seed));

    assertArrayEquals(
        IntStream.range(0, size).toArray(), IntStream.of(partners).sorted().toArray());
  }

  @Property
  void askingForMorePartnersKeepsTheFirst(
      @ForAll Pairing pairing, @ForAll @IntRange(min = 1, max = 70) int size, @ForAll long seed) {
    int[][] more = pairing.partners(size, 4, random(seed));

    assertArrayEquals(
        pairing.partners(size, random(seed)),
        IntStream.range(0, size).map(i -> more[i][0]).toArray());
  }

  @Property
  void derangementAndRollGiveNobodyItself(
      @ForAll @IntRange(min = 2, max = 40) int size,
      @ForAll @IntRange(min = 1, max = 7) int count,
      @ForAll long seed) {
    for (Pairing pairing : new Pairing[] {Pairing.ROLL, Pairing.DERANGEMENT}) {
      int[][] partners = pairing.partners(size, count, random(seed));
      for (int i = 0; i < size; i++) {
        for (int partner : partners[i]) {
          assertNotEquals(i, partner);
        }
      }
    }
  }

  @Property
  void partnersDifferAsLongAsThereAreEnough(
      @ForAll("choosy") Pairing pairing,
      @ForAll @IntRange(min = 1, max = 33) int more,
      @ForAll @IntRange(min = 1, max = 7) int count,
      @ForAll long seed) {
    int size = count + more;
    int[][] partners = pairing.partners(size, count, random(seed));
    for (int i = 0; i < size; i++) {
      Set<Integer> different = new HashSet<>();
      IntStream.of(partners[i]).forEach(different::add);
      assertEquals(count, different.size());
      assertTrue(!different.contains(i) || partners[i][0] == i);
    }
  }

  /// Those that look at whom a sample has already.
  @Provide
  static Arbitrary<Pairing> choosy() {
    return Arbitraries.of(Pairing.class).filter(pairing -> pairing != Pairing.PERMUTATION);
  }

  @ParameterizedTest
  @EnumSource
  void singleSampleHasOnlyItself(Pairing pairing) {
    assertArrayEquals(new int[][] {{0, 0, 0}}, pairing.partners(1, 3, random(5)));
  }

  @ParameterizedTest
  @EnumSource
  void tinyBatchRepeatsItsPartners(Pairing pairing) {
    int[][] partners = pairing.partners(2, 7, random(5));

    assertEquals(2, partners.length);
    assertEquals(7, partners[1].length);
  }

  @Test
  void everyOtherSampleIsAsLikelyInADerangement() {
    int[] counts = new int[5];
    for (int i = 0; i < DRAWS; i++) {
      counts[Pairing.DERANGEMENT.partners(5, random(i))[2]]++;
    }
    assertEquals(0, counts[2]);
    for (int i : new int[] {0, 1, 3, 4}) {
      assertEquals(0.25, counts[i] / (double) DRAWS, 0.011); // five standard errors
    }
  }

  @Test
  void onAverageAPermutationGivesOneSampleItself() {
    for (int size : new int[] {2, 5, 64}) {
      long selves = 0;
      for (int draw = 0; draw < DRAWS; draw++) {
        int[] partners = Pairing.PERMUTATION.partners(size, random(draw));
        selves += IntStream.range(0, size).filter(i -> partners[i] == i).count();
      }
      assertEquals(1, selves / (double) DRAWS, 0.025); // five standard errors
    }
  }

  @Test
  void refusesAnEmptyBatchAndNoPartner() {
    assertEquals(
        "batch size = 0: must be at least 1",
        assertThrows(IllegalArgumentException.class, () -> Pairing.ROLL.partners(0, random(0)))
            .getMessage());
    assertEquals(
        "partners = 0: must be at least 1",
        assertThrows(IllegalArgumentException.class, () -> Pairing.ROLL.partners(4, 0, random(0)))
            .getMessage());
  }

  private static RandomGenerator random(long seed) {
    return RandomStreams.of(seed, 0, 0);
  }
}
