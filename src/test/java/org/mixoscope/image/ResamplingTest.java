package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.mixoscope.image.OpenCv.Interpolation;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Resampling;

/// Patches of another size than what they show, beside OpenCV.
class ResamplingTest {
  /// OpenCV rounds weights or sums: two levels of its and ours may be next to each other.
  private static final int ONE_LEVEL = 1;

  @Property(tries = 150)
  void meanOfAnAreaIsThatOfOpenCv(
      @ForAll @IntRange(min = 1, max = 70) int height,
      @ForAll @IntRange(min = 1, max = 70) int width,
      @ForAll boolean colour,
      @ForAll long seed) {
    Random random = new Random(seed);
    Pixels picture = noise(random, new Frame(height, width), colour ? 3 : 1);
    Box small = new Box(0, 0, 1 + random.nextInt(width), 1 + random.nextInt(height));

    assertNear(picture, Box.of(picture.frame()), small, Resampling.AREA);
  }

  @Property(tries = 150)
  void enlargingBetweenPixelsIsThatOfOpenCv(
      @ForAll @IntRange(min = 1, max = 70) int height,
      @ForAll @IntRange(min = 1, max = 70) int width,
      @ForAll boolean colour,
      @ForAll long seed) {
    Random random = new Random(seed);
    Pixels picture = noise(random, new Frame(height, width), colour ? 3 : 1);
    Box part = new Box(0, 0, 1 + random.nextInt(width), 1 + random.nextInt(height));

    assertNear(picture, part, Box.of(picture.frame()), Resampling.BILINEAR);
  }

  private static void assertNear(Pixels picture, Box from, Box to, Resampling resampling) {
    Frame size = new Frame(to.height(), to.width());
    Pixels expected = OpenCv.resize(picture, from, size, Interpolation.LINEAR);
    Patchwork patchwork =
        new Patchwork(
            picture.frame(),
            1,
            List.of(new Patch(0, Box.of(picture.frame())), new Patch(0, to, from, resampling)));

    Pixels actual = Mixer.mix(patchwork, List.of(picture));

    for (int y = 0; y < size.height(); y++) {
      for (int x = 0; x < size.width(); x++) {
        for (int c = 0; c < picture.channels(); c++) {
          assertEquals(expected.valueAt(y, x, c), actual.valueAt(y, x, c), ONE_LEVEL);
        }
      }
    }
  }

  private static Pixels noise(Random random, Frame frame, int channels) {
    byte[] bytes = new byte[(int) frame.pixels() * channels];
    random.nextBytes(bytes);
    return Pixels.of(bytes, frame, channels);
  }
}
