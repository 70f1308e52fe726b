package org.mixoscope.kernel.target;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.SoftLabels;

class ClassWeightsTest {
  private static final Composition ANY = Blend.pair(new Frame(1, 1), 0.5);

  @Property(tries = 200)
  void smoothingIsThatOfOneHotVectors(
      @ForAll @IntRange(min = 1, max = 30) int classes,
      @ForAll @IntRange(min = 0, max = 29) int index,
      @ForAll @DoubleRange(min = 0, max = 0.99) double smoothing) {
    int within = index % classes;

    assertArrayEquals(
        SoftLabels.oneHot(within, classes, smoothing),
        ClassWeights.oneHot(within, classes).smoothed(smoothing).toArray());
  }

  @Test
  void severalClassesAreMixedEachByItself() {
    ClassWeights several = ClassWeights.of(1, 1, 0);

    assertEquals(
        ClassWeights.of(1, 0.25, 0.75),
        several.mixed(List.of(several, ClassWeights.of(1, 0, 1)), ANY, List.of(0.25, 0.75)));
  }

  @Test
  void isAValue() {
    double[] given = {0.5, 0.5};
    ClassWeights weights = ClassWeights.of(given);
    given[0] = 1;
    weights.toArray()[1] = 1;

    assertEquals(ClassWeights.of(0.5, 0.5), weights);
    assertEquals(weights.hashCode(), ClassWeights.of(0.5, 0.5).hashCode());
  }

  @Test
  void lengthsMustAgree() {
    ClassWeights two = ClassWeights.oneHot(0, 2);

    assertThrows(
        IllegalArgumentException.class,
        () -> two.mixed(List.of(two, ClassWeights.oneHot(0, 3)), ANY, List.of(0.5, 0.5)));
  }
}
