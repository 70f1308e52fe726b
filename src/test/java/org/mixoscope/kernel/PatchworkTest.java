package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PatchworkTest {
  private static final Frame FRAME = new Frame(4, 6);

  @Test
  void tilesThatCoverTheFrameTogetherAreEnough() {
    Patchwork tiles =
        new Patchwork(
            FRAME,
            3,
            List.of(
                new Patch(2, new Box(0, 0, 2, 4)),
                new Patch(0, new Box(2, 0, 6, 1)),
                new Patch(1, new Box(1, 1, 6, 4))));

    assertEquals(List.of(4 / 24.0, 15 / 24.0, 5 / 24.0), tiles.shares());
    assertEquals(1, tiles.weightAt(1, 1, 1));
  }

  @Test
  void pixelThatNobodyPaintsIsRefused() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Patchwork(
                    FRAME,
                    2,
                    List.of(
                        new Patch(0, new Box(0, 0, 6, 3)),
                        new Patch(1, new Box(0, 3, 4, 4)),
                        new Patch(1, new Box(5, 2, 6, 4)))));

    assertTrue(String.valueOf(refused.getMessage()).contains("x = 4, y = 3"));
  }

  @Property(tries = 200)
  void patchworkIsRefusedIfAndOnlyIfAPixelIsLeft(
      @ForAll @IntRange(min = 1, max = 5) int height,
      @ForAll @IntRange(min = 1, max = 5) int width,
      @ForAll @IntRange(min = 0, max = 9) int count,
      @ForAll long seed) {
    Frame frame = new Frame(height, width);
    Random random = new Random(seed);
    List<Patch> patches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      patches.add(new Patch(random.nextInt(3), TestPictures.box(random, frame)));
    }
    double[] owned = new double[3];
    boolean covered = true;
    for (int pixel = 0; pixel < frame.pixels(); pixel++) {
      int owner = -1;
      for (Patch patch : patches) {
        owner = patch.box().contains(pixel % width, pixel / width) ? patch.source() : owner;
      }
      covered &= owner >= 0;
      owned[Math.max(owner, 0)]++;
    }

    if (covered) {
      List<Double> shares = new Patchwork(frame, 3, patches).shares();
      for (int k = 0; k < owned.length; k++) {
        assertEquals(owned[k] / frame.pixels(), shares.get(k));
      }
    } else {
      assertThrows(IllegalArgumentException.class, () -> new Patchwork(frame, 3, patches));
    }
  }
}
