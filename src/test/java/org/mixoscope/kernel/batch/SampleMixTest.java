package org.mixoscope.kernel.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Mixup;

class SampleMixTest {
  private static final Draw ALONE = new Draw(1, 0.5, 0.5);

  @Test
  void lambdaOneLeavesTheSampleAloneUnlessABoxIsPlacedByHand() {
    Draw placed = new Draw(1, 0, 0, new Region(0, 0, 0.5, 0.5));

    assertTrue(new SampleMix(List.of(0, 1), new Mixup(1), ALONE).untouched());
    assertFalse(new SampleMix(List.of(0, 1), new CutMix(1), placed).untouched());
    assertFalse(
        new SampleMix(List.of(0, 1), new Mixup(1), new Draw(Math.nextDown(1.0), 0, 0)).untouched());
  }

  @Test
  void sourcesAreIndices() {
    for (List<Integer> bad : List.of(List.<Integer>of(), List.of(0, -1))) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> new SampleMix(bad, new Mixup(1), ALONE));
      assertEquals(
          "sources = " + bad + ": needs indices into the batch, the own one first",
          refused.getMessage());
    }
  }
}
