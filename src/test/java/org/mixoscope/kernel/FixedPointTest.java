package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FixedPointTest {
  @Test
  void whereItAgreesEveryPairOfBytesIsAsFloat32HasIt() {
    Random random = new Random(1);
    int agreed = 0;
    for (int i = 0; i < 60; i++) {
      double lambda = i % 3 == 0 ? random.nextInt(1, 1000) / 1000.0 : random.nextDouble();
      float w = (float) lambda;
      float rest = (float) (1 - lambda);
      if (FixedPoint.agrees(w, rest)) {
        agreed++;
        assertAllPairs(w, rest);
      }
    }
    assertTrue(agreed > 40, "most weights do: " + agreed);
  }

  private static void assertAllPairs(float w, float rest) {
    int weight = FixedPoint.of(w);
    for (int a = 0; a < 256; a++) {
      for (int b = 0; b < 256; b++) {
        float sum = a * w + b * rest;
        int mixed = FixedPoint.mix(a, weight, b, FixedPoint.rest(weight));
        assertEquals((int) Math.rint(sum), mixed, a + ", " + b);
      }
    }
  }

  @Test
  void halvesAreLeftToFloat32() {
    assertFalse(FixedPoint.agrees(0.5f, 0.5f));
    assertFalse(FixedPoint.agrees(0.25f, 0.75f));
    assertFalse(FixedPoint.agrees(0.3f, 0.70001f), "they must sum to 1");
  }
}
