package org.mixoscope.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.mixoscope.BesideWindows;

@BesideWindows
class SoftCrossEntropyTest {
  private static final float[] LOGITS = {1.5f, -0.25f, 0.75f, -3};

  /// `λ·CE(p, y_A) + (1−λ)·CE(p, y_B)`, as training loops of Mixup are often written.
  @Test
  void lossOfAMixedLabelIsTheWeightedLossOfBoth() {
    for (float lambda : new float[] {0, 0.3f, 0.5f, 1}) {
      float[] mixed = {lambda, 0, 1 - lambda, 0};
      double pair =
          lambda * SoftCrossEntropy.of(LOGITS, new float[] {1, 0, 0, 0})
              + (1 - lambda) * SoftCrossEntropy.of(LOGITS, new float[] {0, 0, 1, 0});

      assertEquals(pair, SoftCrossEntropy.of(LOGITS, mixed), 1e-7);
    }
  }

  @Test
  void gradientOfAMixedLabelIsTheWeightedGradientOfBoth() {
    float[] mixed = new float[4];
    float[] first = new float[4];
    float[] second = new float[4];
    SoftCrossEntropy.gradient(LOGITS, new float[] {0.3f, 0, 0.7f, 0}, 1, mixed);
    SoftCrossEntropy.gradient(LOGITS, new float[] {1, 0, 0, 0}, 1, first);
    SoftCrossEntropy.gradient(LOGITS, new float[] {0, 0, 1, 0}, 1, second);

    for (int c = 0; c < 4; c++) {
      assertEquals(0.3 * first[c] + 0.7 * second[c], mixed[c], 1e-6);
    }
  }

  @Test
  void hugeNumbersGiveNoNaN() {
    assertEquals(2000, SoftCrossEntropy.of(new float[] {1000, -1000}, new float[] {0, 1}), 1e-9);
  }
}
