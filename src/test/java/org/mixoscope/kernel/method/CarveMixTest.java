package org.mixoscope.kernel.method;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.TestPictures;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Mask;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Objects.Keeping;
import org.mixoscope.kernel.target.Target;

class CarveMixTest {
  private static final CarveMix METHOD = new CarveMix();
  private static final int NOBODY = 255;

  /// What is pasted is all pixels up to some signed distance, and the distance is one that the
  /// paper's law gives.
  @Property(tries = 300)
  void whatIsNearerThanOneDistanceIsPasted(
      @ForAll @IntRange(min = 1, max = 14) int height,
      @ForAll @IntRange(min = 1, max = 14) int width,
      @ForAll long seed) {
    Frame frame = new Frame(height, width);
    Random random = new Random(seed);
    Box box = TestPictures.box(random, frame);
    byte[] map = new byte[height * width];
    boolean[] lesion = new boolean[map.length];
    List<Instance> objects = new ArrayList<>();
    for (int i = 0; i < map.length; i++) {
      lesion[i] = box.contains(i % width, i / width) && random.nextInt(8) > 0;
      map[i] = (byte) (lesion[i] ? 1 + random.nextInt(3) : random.nextInt(2) * NOBODY);
    }
    Mask mask = Mask.of(box, (y, x) -> lesion[y * width + x]);
    if (mask.area() > 0) {
      objects.add(Instance.of(0, mask));
    }
    Target target =
        random.nextBoolean()
            ? ClassMap.of(Pixels.of(map, frame, 1))
            : Objects.of(frame, objects, Keeping.USUAL);

    Composition mix = METHOD.compose(draw(seed), inputs(frame, target));

    double[] signed = signed(lesion, width);
    double lowest = Double.POSITIVE_INFINITY; // of what stays A's
    double highest = Double.NEGATIVE_INFINITY; // of what is B's
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < signed.length; i++) {
      least = Math.min(least, signed[i]);
      if (mix.weightAt(1, i / width, i % width) == 1) {
        highest = Math.max(highest, signed[i]);
      } else {
        lowest = Math.min(lowest, signed[i]);
      }
    }
    if (mask.area() == 0) {
      assertEquals(1, mix.shares().getFirst());
    } else if (mask.area() == frame.pixels()) {
      assertEquals(0, mix.shares().getFirst());
    } else {
      assertTrue(highest < lowest, highest + " " + lowest);
      assertTrue(lowest >= least / 2 && highest < -least, highest + " " + lowest + " " + least);
      assertTrue(mix.shares().get(1) > 0);
    }
  }

  /// Negative inside, every pixel compared with every other.
  private static double[] signed(boolean[] lesion, int width) {
    double[] signed = new double[lesion.length];
    for (int i = 0; i < lesion.length; i++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int j = 0; j < lesion.length; j++) {
        if (lesion[i] != lesion[j]) {
          nearest = Math.min(nearest, Math.hypot(i % width - j % width, i / width - j / width));
        }
      }
      signed[i] = lesion[i] ? -nearest : nearest;
    }
    return signed;
  }

  /// A row with a lesion of 5 in the middle of 11, so m = 3: half of the draws cut its rim off (D
  /// from −1.5 to 0: 5 pixels or 3), half add to it (0 to 3: 5, 7 or 9).
  @Test
  void theDistanceHasThePapersLaw() {
    Frame frame = new Frame(1, 11);
    byte[] map = {0, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0};
    Inputs inputs = inputs(frame, ClassMap.of(Pixels.of(map, frame, 1)));
    int[] counts = new int[12];
    int draws = 6000;
    for (int i = 0; i < draws; i++) {
      counts[(int) Math.rint(11 * METHOD.compose(draw(i), inputs).shares().get(1))]++;
    }
    assertEquals(draws / 6.0, counts[3], 150);
    assertEquals(draws / 3.0 + draws / 6.0, counts[5], 200);
    assertEquals(draws / 6.0, counts[7], 150);
    assertEquals(draws / 6.0, counts[9], 150);
    assertEquals(draws, counts[3] + counts[5] + counts[7] + counts[9]);
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 5, 1, 0", "0, 0, 0, 0, 1"})
  void aLesionWithoutARimIsPastedWholeAndNoneNotAtAll(int x1, int y1, int x2, int y2, double own) {
    Frame frame = new Frame(1, 5);
    Box box = new Box(x1, y1, x2, y2);
    List<Instance> all = box.isEmpty() ? List.of() : List.of(Instance.of(0, Edges.of(box)));
    Composition mix = METHOD.compose(draw(3), inputs(frame, Objects.of(frame, all, Keeping.USUAL)));
    assertEquals(List.of(own, 1 - own), mix.shares());
  }

  @Test
  void whatIsWhereInBIsNeeded() {
    Inputs none = Inputs.of(new Frame(2, 2));
    assertThrows(RefusedException.class, () -> METHOD.compose(draw(1), none));
  }

  private static Inputs inputs(Frame frame, Target ofB) {
    return Inputs.of(frame).with(List.of(ofB, ofB));
  }

  private static Draw draw(long seed) {
    return METHOD.draw(RandomStreams.of(seed, 0, 0));
  }
}
