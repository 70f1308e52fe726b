package org.mixoscope.kernel.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Frame;

/// What TorchvisionReplayReferenceTest does not reach.
@BesideWindows
class TorchRandomTest {
  @ParameterizedTest
  @ValueSource(floats = {0.02f, 0.2f, 1, 1.5f, 32, 1e6f})
  void betaIsBetweenZeroAndOneAndHasItsVariance(float alpha) {
    TorchRandom random = new TorchRandom(3);
    int draws = 20_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      double lambda = random.beta(alpha);
      assertTrue(lambda > 0 && lambda < 1);
      sum += lambda - 0.5;
      squares += (lambda - 0.5) * (lambda - 0.5);
    }

    double variance = 1 / (4 * (2.0 * alpha + 1));
    assertEquals(0, sum / draws, 5 * Math.sqrt(variance / draws));
    assertEquals(variance, squares / draws, 0.05 * variance);
  }

  /// Both gammas are then the smallest normal number, in torch as here.
  @Test
  void alphaSoSmallThatGammasUnderflowGivesOneHalf() {
    assertEquals(0.5f, new TorchRandom(0).beta(Float.MIN_VALUE));
  }

  @Test
  void onlyTheLow32BitsOfTheSeedCount() {
    assertEquals(new TorchRandom(-1).beta(0.5f), new TorchRandom(0xFFFF_FFFFL).beta(0.5f));
  }

  /// Half of all words would be negative.
  @Test
  void wordsAreUnsigned() {
    TorchRandom random = new TorchRandom(0);

    for (int i = 0; i < 1000; i++) {
      int number = random.nextInt(3);
      assertTrue(number >= 0 && number < 3);
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {0, -1, Float.NaN, Float.POSITIVE_INFINITY})
  void alphaOutOfRangeIsRefused(float bad) {
    assertRefused(
        "alpha = " + bad + ": must be above 0 and finite", () -> new TorchRandom(0).beta(bad));
  }

  @Test
  void emptyRangeAndEmptyBatchAreRefused() {
    Replay replay =
        new TorchvisionReplay(TorchvisionReplay.PROFILE.convention("mixup"), new TorchRandom(0));

    assertRefused("bound = 0: must be at least 1", () -> new TorchRandom(0).nextInt(0));
    assertRefused("batch size = 0: must be at least 1", () -> replay.next(0, new Frame(2, 2)));
  }

  private static void assertRefused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
