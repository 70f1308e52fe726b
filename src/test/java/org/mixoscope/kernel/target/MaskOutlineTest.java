package org.mixoscope.kernel.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.Box;

class MaskOutlineTest {
  private static final int SIDE = 12;

  @Test
  void aRingHasALineOutsideAndOneInside() {
    Mask ring = Mask.of(new Box(2, 3, 5, 6), (y, x) -> x != 3 || y != 4);
    List<int[]> lines = MaskOutline.of(ring);
    assertEquals(2, lines.size());
    assertEquals(List.of(2, 3, 5, 3, 5, 6, 2, 6), boxed(lines.getFirst()));
    assertEquals(4, lines.getLast().length / 2);
  }

  /// Whatever the mask: its lines enclose as many pixels, and run along every edge once.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void linesEncloseTheMaskAndPassEveryEdgeOnce(long seed) {
    Random random = new Random(seed);
    boolean[] bits = new boolean[SIDE * SIDE];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = random.nextInt(8) < seed;
    }
    Mask mask = Mask.of(new Box(0, 0, SIDE, SIDE), (y, x) -> bits[y * SIDE + x]);
    int area = 0;
    int length = 0;
    for (int[] line : MaskOutline.of(mask)) {
      for (int i = 0; i < line.length; i += 2) {
        int x = line[(i + 2) % line.length];
        int y = line[(i + 3) % line.length];
        area += line[i] * y - x * line[i + 1];
        length += Math.abs(x - line[i]) + Math.abs(y - line[i + 1]);
      }
    }
    assertEquals(2 * mask.area(), area);
    assertEquals(edges(mask), length);
  }

  private static int edges(Mask mask) {
    int edges = 0;
    for (int y = 0; y <= SIDE; y++) {
      for (int x = 0; x <= SIDE; x++) {
        edges += mask.contains(y, x) == mask.contains(y - 1, x) ? 0 : 1;
        edges += mask.contains(y, x) == mask.contains(y, x - 1) ? 0 : 1;
      }
    }
    return edges;
  }

  private static List<Integer> boxed(int[] line) {
    return Arrays.stream(line).boxed().toList();
  }
}
