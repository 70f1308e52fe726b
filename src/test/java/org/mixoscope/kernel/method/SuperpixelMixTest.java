package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.TestPictures;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.method.Slic.Segments;

class SuperpixelMixTest {
  private static final SuperpixelMix METHOD = new SuperpixelMix(1, 16, 10);

  /// The paper's steps pixel by pixel: which centre is nearest, what the mean is, what hangs
  /// together.
  @Property(tries = 60)
  void segmentsAreThoseOfTheNaiveWay(
      @ForAll @IntRange(min = 1, max = 24) int height,
      @ForAll @IntRange(min = 1, max = 24) int width,
      @ForAll @IntRange(min = 2, max = 30) int segments,
      @ForAll @DoubleRange(min = 1, max = 100) double compactness,
      @ForAll long seed) {
    Pixels picture = smooth(new Frame(height, width), seed);

    Segments found = Slic.of(picture, segments, compactness, new Workspace());

    int[] expected = naive(picture, segments, compactness);
    assertEquals(Arrays.toString(expected), Arrays.toString(found.labels()));
    assertEquals(Arrays.stream(expected).max().orElseThrow() + 1, found.count());
  }

  private static int[] naive(Pixels picture, int segments, double compactness) {
    int h = picture.height();
    int w = picture.width();
    double ideal = Math.sqrt((double) h * w / segments);
    int rows = (int) Math.max(1, Math.min(h, Math.round(h / ideal)));
    int columns = (int) Math.max(1, Math.min(w, Math.round(w / ideal)));
    List<double[]> centres = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        centres.add(
            point(picture, (2 * row + 1) * h / (2 * rows), (2 * column + 1) * w / (2 * columns)));
      }
    }
    double area = (double) h * w / (rows * columns);
    double weight = compactness * compactness / area;
    double reach = Math.max(1, Math.max((double) h / rows, (double) w / columns));
    int[] nearest = new int[h * w];
    Arrays.setAll(nearest, i -> i / w * rows / h * columns + i % w * columns / w);
    for (int round = 0; round <= 10; round++) {
      for (int i = 0; i < h * w; i++) {
        double[] here = point(picture, i / w, i % w);
        double best = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centres.size(); c++) {
          double[] centre = centres.get(c);
          double dy = here[3] - centre[3];
          double dx = here[4] - centre[4];
          double d = 0;
          for (int k = 0; k < 3; k++) {
            d += (here[k] - centre[k]) * (here[k] - centre[k]);
          }
          // Added up in the program's order, so that rounding decides no tie otherwise.
          d = d + weight * dy * dy + weight * dx * dx;
          if (near(centre[3], here[3], reach) && near(centre[4], here[4], reach) && d < best) {
            best = d;
            nearest[i] = c;
          }
        }
      }
      for (int c = 0; c < centres.size() && round < 10; c++) {
        double[] sum = new double[5];
        int count = 0;
        for (int i = 0; i < h * w; i++) {
          double[] here = point(picture, i / w, i % w);
          for (int k = 0; k < 5 && nearest[i] == c; k++) {
            sum[k] += here[k];
          }
          count += nearest[i] == c ? 1 : 0;
        }
        if (count > 0) {
          double of = count;
          centres.set(c, Arrays.stream(sum).map(s -> s / of).toArray());
        }
      }
    }
    return joined(nearest, h, w, area / 4);
  }

  private static int[] joined(int[] nearest, int h, int w, double least) {
    int[] part = new int[h * w];
    Arrays.fill(part, -1);
    int next = 0;
    for (int i = 0; i < h * w; i++) {
      if (part[i] < 0) {
        List<Integer> cells = new ArrayList<>();
        spread(nearest, i, h, w, part, next, cells);
        if (cells.size() < least && i > 0) {
          int into = i % w > 0 ? part[i - 1] : part[i - w];
          cells.forEach(cell -> part[cell] = into);
        } else {
          next++;
        }
      }
    }
    return part;
  }

  private static void spread(
      int[] nearest, int i, int h, int w, int[] part, int number, List<Integer> cells) {
    part[i] = number;
    cells.add(i);
    for (int j = 0; j < h * w; j++) {
      boolean beside = Math.abs(i / w - j / w) + Math.abs(i % w - j % w) == 1;
      if (beside && part[j] < 0 && nearest[j] == nearest[i]) {
        spread(nearest, j, h, w, part, number, cells);
      }
    }
  }

  private static boolean near(double centre, double here, double reach) {
    return centre - reach <= here && here <= centre + reach;
  }

  /// Its colour, from 0 for the darkest to 100 for the brightest in steps of 1/64, and its place.
  private static double[] point(Pixels picture, int y, int x) {
    double low = 255;
    double high = 0;
    for (int i = 0; i < picture.elements(); i++) {
      low = Math.min(low, picture.element(i));
      high = Math.max(high, picture.element(i));
    }
    double[] point = {0, 0, 0, y, x};
    for (int channel = 0; channel < 3 && high > low; channel++) {
      double unit = (picture.valueAt(y, x, channel) - low) / (high - low);
      point[channel] = Math.rint(unit * 6400) / 64;
    }
    return point;
  }

  private static Pixels smooth(Frame frame, long seed) {
    Random random = new Random(seed);
    double[] waves = random.doubles(9, 0, 1).toArray();
    Pixels picture = TestPictures.empty(frame, 3, ElementType.UINT8, Layout.HWC);
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        for (int channel = 0; channel < 3; channel++) {
          double wave = Math.sin(waves[channel] * y + waves[channel + 3] * x + waves[channel + 6]);
          TestPictures.put(picture, y, x, channel, (int) (127 + 100 * wave + random.nextInt(9)));
        }
      }
    }
    return picture;
  }

  @Test
  void edgesFollowWhatTheyShow() {
    Frame frame = new Frame(64, 64);
    Pixels picture = TestPictures.empty(frame, 1, ElementType.UINT8, Layout.HWC);
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 64; x++) {
        TestPictures.put(picture, y, x, 0, isInside(y, x) ? 255 : 0);
      }
    }

    Segments found = Slic.of(picture, 36, 10, new Workspace());

    for (int segment = 0; segment < found.count(); segment++) {
      int white = 0;
      int all = 0;
      for (int i = 0; i < found.labels().length; i++) {
        all += found.labels()[i] == segment ? 1 : 0;
        white += found.labels()[i] == segment && isInside(i / 64, i % 64) ? 1 : 0;
      }
      double share = (double) white / all;
      assertTrue(share < 0.1 || share > 0.9, "a segment is " + share + " white");
    }
  }

  private static boolean isInside(int y, int x) {
    return Math.hypot(y - 30, x - 34) < 20;
  }

  @Property(tries = 60)
  void labelCountsPixelsAndMoreOfAStaysAsLambdaGrows(
      @ForAll @IntRange(min = 1, max = 300) int height,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @DoubleRange(min = 0, max = 1) double lambda,
      @ForAll @DoubleRange(min = 0, max = 1) double other,
      @ForAll long noise) {
    Frame frame = new Frame(height, width);
    Inputs inputs = new Inputs(frame, List.of(smooth(frame, 1), smooth(frame, 2)), null);
    Composition one = METHOD.compose(new Draw(lambda, 0, 0, noise), inputs);
    Composition two = METHOD.compose(new Draw(other, 0, 0, noise), inputs);

    long owned = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        owned += (long) one.weightAt(0, y, x);
        assertTrue(lambda > other || one.weightAt(0, y, x) <= two.weightAt(0, y, x));
      }
    }
    assertEquals((double) owned / frame.pixels(), one.shares().getFirst());
  }

  @Test
  void atTheEndsOnePictureIsLeft() {
    Frame frame = new Frame(40, 30);
    Inputs inputs = new Inputs(frame, List.of(smooth(frame, 1), smooth(frame, 2)), null);
    assertEquals(List.of(1.0, 0.0), METHOD.compose(new Draw(1, 0, 0, 5), inputs).shares());
    assertEquals(List.of(0.0, 1.0), METHOD.compose(new Draw(0, 0, 0, 5), inputs).shares());
    assertNotEquals(
        METHOD.compose(new Draw(0.5, 0, 0, 5), inputs).shares(),
        METHOD.compose(new Draw(0.5, 0, 0, 6), inputs).shares());
  }

  @Test
  void picturesAreNeeded() {
    assertEquals(
        "superpixelmix: needs the pictures, at least 2; there are 0",
        assertThrows(
                IllegalArgumentException.class,
                () -> METHOD.compose(new Draw(0.5, 0.5, 0.5), Inputs.of(new Frame(2, 2))))
            .getMessage());
  }
}
