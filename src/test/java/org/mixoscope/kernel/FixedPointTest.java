package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FixedPointTest {
  private static final Frame PAIRS = new Frame(256, 256);

  @Test
  void everyPairOfBytesIsAsFloat32HasIt() {
    Random random = new Random(1);
    byte[] as = new byte[1 << 16];
    byte[] bs = new byte[as.length];
    byte[] mixed = new byte[as.length];
    for (int i = 0; i < as.length; i++) {
      as[i] = (byte) (i >> 8);
      bs[i] = (byte) i;
    }
    List<Pixels> pair = List.of(Pixels.of(as, PAIRS, 1), Pixels.of(bs, PAIRS, 1));
    Pixels out = Pixels.of(mixed, PAIRS, 1);
    int found = 0;
    for (int i = 0; i < 60; i++) {
      double near = 0.5 * Math.pow(2, -random.nextInt(25));
      double lambda =
          switch (i % 4) {
            case 0 -> random.nextInt(1, 1000) / 1000.0;
            case 1 -> near;
            case 2 -> 1 - near;
            default -> random.nextDouble();
          };
      float w = (float) lambda;
      float rest = (float) (1 - lambda);
      found += FixedPoint.of(w, rest) == null ? 0 : 1;
      Mixer.mix(Blend.pair(PAIRS, lambda), Blending.SRGB, pair, out);
      for (int k = 0; k < mixed.length; k++) {
        float sum = (as[k] & 0xFF) * w + (bs[k] & 0xFF) * rest;
        if ((mixed[k] & 0xFF) != ElementLoops.round(sum)) {
          fail("%s: %d and %d gave %d".formatted(lambda, as[k], bs[k], mixed[k]));
        }
      }
    }
    assertTrue(found > 30, "most weights have an integer: " + found);
  }

  @Test
  void oneByteMoreThanPairsOfBytesIsMixedToo() {
    Frame odd = new Frame(141, 141);
    byte[] as = new byte[141 * 141];
    byte[] mixed = new byte[as.length];
    Arrays.fill(as, (byte) 200);
    List<Pixels> pair = List.of(Pixels.of(as, odd, 1), Pixels.of(mixed.clone(), odd, 1));

    Mixer.mix(Blend.pair(odd, 0.31), Blending.SRGB, pair, Pixels.of(mixed, odd, 1));

    byte[] expected = new byte[mixed.length];
    Arrays.fill(expected, (byte) 62);
    assertArrayEquals(expected, mixed);
  }

  @Test
  void halvesAreLeftToFloat32() {
    assertNull(FixedPoint.of(0.5f, 0.5f));
    assertNull(FixedPoint.of(0.25f, 0.75f));
    assertNull(FixedPoint.of(0.3f, 0.70001f), "they must sum to 1");
    assertNotNull(FixedPoint.of(0.3712345f, 1 - 0.3712345f));
  }
}
