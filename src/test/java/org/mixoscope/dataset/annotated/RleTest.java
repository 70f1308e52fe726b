package org.mixoscope.dataset.annotated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.target.Mask;

class RleTest {
  @Test
  void runsGoColumnByColumnFromWhatIsNotTheObject() {
    Mask mask = Mask.of(new Box(0, 0, 3, 2), (y, x) -> y == 0 && x == 1);

    assertArrayEquals(new int[] {2, 1, 3}, Rle.runs(mask, new Frame(2, 3)));
    assertEquals(mask, Rle.mask(new Frame(2, 3), new int[] {2, 1, 3}));
  }

  @Property
  void masksComeBack(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 9) int h,
      @ForAll @IntRange(min = 1, max = 9) int w) {
    Random random = new Random(seed);
    boolean[] set = new boolean[h * w];
    IntStream.range(0, h * w).forEach(i -> set[i] = random.nextInt(3) == 0);
    Frame frame = new Frame(h, w);
    Mask mask = Mask.of(Box.of(frame), (y, x) -> set[y * w + x]);

    int[] runs = Rle.runs(mask, frame);

    assertEquals(h * w, Arrays.stream(runs).sum());
    assertEquals(mask, Rle.mask(frame, Rle.runs(Rle.text(runs))));
  }

  /// The texts are those that pycocotools' encoder gives for these counts, worked out by hand from
  /// its rule: digits of five bits, the lowest first, each run but the first three less the one
  /// before the last.
  @ParameterizedTest
  @CsvSource({"2 1 3, 213", "0 6, 06", "40 3 1000 4 1000 3, X13Xo010O", "5 5 5 5, 5550"})
  void textIsThatOfTheRuns(String runs, String text) {
    int[] all = Arrays.stream(runs.split(" ")).mapToInt(Integer::parseInt).toArray();

    assertEquals(text, Rle.text(all));
    assertArrayEquals(all, Rle.runs(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P", "p", " ", "oooooooooo1", "21é", "100O"})
  void whatAreNoRunsIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Rle.runs(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 1", "2 1 4", "7 -1", "2147483647 2147483647 8"})
  void runsOfAnotherNumberOfPixelsAreRefused(String runs) {
    int[] all = Arrays.stream(runs.split(" ")).mapToInt(Integer::parseInt).toArray();

    assertThrows(IllegalArgumentException.class, () -> new Outline.Runs(new Frame(2, 3), all));
  }
}
