package org.mixoscope.kernel.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private static final Weights THREE = new Weights(List.of(0.5, 0.3, 0.2), List.of(0.5, 0.3, 0.2));

  @Test
  void whatIsUnlabelledWeighsInThePixelsOnly() {
    Weights without = THREE.labelled(k -> k != 1);

    assertEquals(List.of(0.5 / 0.7, 0.0, 0.2 / 0.7), without.label());
    assertEquals(THREE.pixels(), without.pixels());
    assertTrue(without.differ());
  }

  @Test
  void nothingChangesWhereAllHaveALabel() {
    assertSame(THREE, THREE.labelled(k -> true));
    assertFalse(THREE.differ());
  }

  @Test
  void theFirstLabelStaysWhereNothingOfAnyIsSeen() {
    List<Double> covered = List.of(0.0, 0.0, 1.0);
    assertEquals(
        List.of(1.0, 0.0, 0.0), new Weights(covered, covered).labelled(k -> k < 2).label());
    assertEquals(
        List.of(0.0, 1.0, 0.0), new Weights(covered, covered).labelled(k -> k == 1).label());
  }

  @Test
  void nobodyHasWeightWhereNobodyHasALabel() {
    assertEquals(List.of(0.0, 0.0, 0.0), THREE.labelled(k -> false).label());
  }

  @Property
  void proportionsOfTheOthersStayAndTheySumToOne(
      @ForAll @IntRange(min = 2, max = 8) int sources, @ForAll long seed) {
    Random random = new Random(seed);
    double[] drawn = random.doubles(sources, 0.01, 1).toArray();
    double all = IntStream.range(0, sources).mapToDouble(k -> drawn[k]).sum();
    List<Double> shares = IntStream.range(0, sources).mapToObj(k -> drawn[k] / all).toList();
    boolean[] has = new boolean[sources];
    IntStream.range(0, sources).forEach(k -> has[k] = random.nextBoolean());
    has[random.nextInt(sources)] = true;

    List<Double> label = new Weights(shares, shares).labelled(k -> has[k]).label();

    assertEquals(1, label.stream().mapToDouble(w -> w).sum(), 1e-12);
    for (int i = 0; i < sources; i++) {
      for (int j = 0; j < sources; j++) {
        double left = has[i] && has[j] ? label.get(i) * shares.get(j) : 0;
        double right = has[i] && has[j] ? label.get(j) * shares.get(i) : 0;
        assertEquals(left, right, 1e-12);
      }
      assertTrue(has[i] || label.get(i) == 0);
    }
  }
}
