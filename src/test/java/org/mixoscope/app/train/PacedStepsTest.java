package org.mixoscope.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/// [Stride] over the frames of a screen.
class PacedStepsTest {
  private static final int FRAMES = 60;

  private final Stride stride = new Stride();

  @Test
  void stepsAreThoseOfTheSpeedAndSeenEverySecondFrame() {
    int steps = 0;
    int seen = 0;
    for (int frame = 0; frame < FRAMES; frame++) {
      stride.pass(1.0 / FRAMES, 100);
      int taken = stride.take(Long.MAX_VALUE);
      steps += taken;
      seen += taken > 0 ? 1 : 0;
    }
    assertEquals(FRAMES / 2, seen, 1);
    assertTrue(steps >= 96 && steps <= 100, steps + " steps");
  }

  @Test
  void whoWantsAllThatTheMachineCanWaitsForNoFrame() {
    for (int frame = 0; frame < FRAMES; frame++) {
      stride.pass(1.0 / FRAMES, Double.POSITIVE_INFINITY);
      assertTrue(stride.take(Long.MAX_VALUE) > 0);
    }
  }
}
