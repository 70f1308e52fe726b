package org.mixoscope.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;

@BesideWindows
class OptimiserTest {
  private static final int STEPS = 100_000;

  static Optimiser[] optimisers() {
    return new Optimiser[] {
      new Optimiser.Sgd(0.01, 0.9, 0.1),
      new Optimiser.Sgd(0.01, 0.9, 0),
      new Optimiser.Adam(0.01),
      new Optimiser.Adam(0.01, 0.9, 0.999, 0.1)
    };
  }

  /// A network that has learned all it can, or a unit that no sample reaches any more.
  @ParameterizedTest
  @MethodSource("optimisers")
  void whatDecaysEndsFarBelowAllThatMattersAndFarAboveSubnormalNumbers(Optimiser optimiser) {
    Weights weights = new Weights(1, 64, true);
    for (int j = 0; j < 64; j++) {
      weights.gradient[0][j] = (float) Math.pow(10, -j / 4.0);
    }

    for (int step = 1; step <= STEPS; step++) {
      optimiser.update(weights, step);
      weights.gradient[0] = new float[64];
      assertFarFromSubnormal(weights.value[0], step);
      assertFarFromSubnormal(weights.first[0], step);
      assertFarFromSubnormal(weights.second[0], step);
    }

    for (int j = 0; j < 64; j++) {
      assertEquals(0, weights.first[0][j], Optimiser.FAINT);
      assertEquals(0, weights.second[0][j], Optimiser.FAINT);
    }
  }

  private static void assertFarFromSubnormal(float[] row, int step) {
    for (float value : row) {
      assertTrue(value == 0 || Math.abs(value) > 1e-28f, () -> value + " at step " + step);
    }
  }

  @Test
  void gradientOfWhatIsLearnedByHeartIsNothing() {
    float[] gradient = new float[3];

    SoftCrossEntropy.gradient(new float[] {80, 0, -60}, new float[] {1, 0, 0}, 1, gradient);

    for (float slope : gradient) {
      assertEquals(0, slope);
    }
  }
}
