package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.TestPictures;
import org.mixoscope.kernel.Workspace;

class GuidedMixupTest {
  private static final Draw ANY = new Draw(0.5, 0.5, 0.5);
  private static final GuidedMixup METHOD = new GuidedMixup(SaliencyMap.SPECTRAL_RESIDUAL);

  /// In float64 from the formula: enlarged, blurred by 49 weights at once, divided by the sum.
  @Property(tries = 60)
  void weightIsTheShareOfTheBlurredMap(
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll SaliencyMap saliency,
      @ForAll long seed) {
    Frame frame = new Frame(height, width);
    List<Pixels> pictures =
        TestPictures.random(new Random(seed), 2, frame, 3, ElementType.UINT8, Layout.HWC);

    Composition mix = new GuidedMixup(saliency).compose(ANY, new Inputs(frame, pictures, null));

    double[] a = naive(pictures.getFirst(), saliency);
    double[] b = naive(pictures.getLast(), saliency);
    for (int i = 0; i < a.length; i++) {
      double expected = a[i] + b[i] > 0 ? a[i] / (a[i] + b[i]) : 0.5;
      assertEquals(expected, mix.weightAt(0, i / width, i % width), 1e-4);
    }
  }

  private static double[] naive(Pixels picture, SaliencyMap saliency) {
    int height = picture.height();
    int width = picture.width();
    Plane plane = saliency.of(picture, new Workspace());
    double[] large = new double[height * width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double v = (y + 0.5) * plane.height() / height - 0.5;
        double u = (x + 0.5) * plane.width() / width - 0.5;
        for (int row = (int) Math.floor(v); row <= Math.floor(v) + 1; row++) {
          for (int column = (int) Math.floor(u); column <= Math.floor(u) + 1; column++) {
            int r = Math.clamp(row, 0, plane.height() - 1);
            int c = Math.clamp(column, 0, plane.width() - 1);
            large[y * width + x] +=
                (1 - Math.abs(row - v))
                    * (1 - Math.abs(column - u))
                    * plane.values()[r * plane.width() + c];
          }
        }
      }
    }
    double[] blurred = new double[large.length];
    double sum = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int i = -3; i <= 3; i++) {
          for (int j = -3; j <= 3; j++) {
            blurred[y * width + x] +=
                Math.exp(-(i * i + j * j) / 18.0)
                    * large[inside(y + i, height) * width + inside(x + j, width)];
          }
        }
        sum += blurred[y * width + x];
      }
    }
    for (int i = 0; i < blurred.length; i++) {
      blurred[i] = sum > 0 ? blurred[i] / sum : 1.0 / blurred.length;
    }
    return blurred;
  }

  /// Step by step back from beyond the border.
  private static int inside(int i, int n) {
    if (n == 1) {
      return 0;
    }
    int at = i;
    while (at < 0 || at >= n) {
      at = at < 0 ? -at : 2 * (n - 1) - at;
    }
    return at;
  }

  @Test
  void picturesOfNothingAreMixedInHalves() {
    Frame frame = new Frame(5, 7);
    Pixels black = TestPictures.empty(frame, 3, ElementType.UINT8, Layout.HWC);

    Composition mix = METHOD.compose(ANY, new Inputs(frame, List.of(black, black), null));

    assertEquals(List.of(0.5, 0.5), mix.shares());
  }

  @Test
  void eachPictureRulesWhereItsObjectIs() {
    Frame frame = new Frame(64, 64);
    Box left = new Box(8, 24, 24, 40);
    Box right = new Box(40, 24, 56, 40);
    List<Pixels> pictures = List.of(square(frame, left), square(frame, right));

    Composition mix = METHOD.compose(ANY, new Inputs(frame, pictures, null));

    double inLeft = mean(mix, left);
    double inRight = mean(mix, right);
    assertTrue(inLeft > 0.6 && inRight < 0.4, () -> inLeft + " and " + inRight);
    assertEquals(0.5, mix.shares().getFirst(), 0.1);
  }

  @Test
  void picturesAreNeeded() {
    assertEquals(
        "guidedmixup: needs the pictures, at least 2; there are 0",
        assertThrows(
                IllegalArgumentException.class,
                () -> METHOD.compose(ANY, Inputs.of(new Frame(2, 2))))
            .getMessage());
  }

  private static double mean(Composition mix, Box box) {
    double sum = 0;
    for (int y = box.y1(); y < box.y2(); y++) {
      for (int x = box.x1(); x < box.x2(); x++) {
        sum += mix.weightAt(0, y, x);
      }
    }
    return sum / box.area();
  }

  private static Pixels square(Frame frame, Box box) {
    Pixels picture = TestPictures.empty(frame, 1, ElementType.UINT8, Layout.HWC);
    for (int y = box.y1(); y < box.y2(); y++) {
      for (int x = box.x1(); x < box.x2(); x++) {
        TestPictures.put(picture, y, x, 0, 255);
      }
    }
    return picture;
  }
}
