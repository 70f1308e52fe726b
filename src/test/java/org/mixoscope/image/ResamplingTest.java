package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Patch;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Resampling;

/// Parts of pictures in another size, beside OpenCV.
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

    assertNear(picture, Box.of(picture.frame()), small, Resampling.AREA, opencv_imgproc.INTER_AREA);
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

    assertNear(
        picture, part, Box.of(picture.frame()), Resampling.BILINEAR, opencv_imgproc.INTER_LINEAR);
  }

  private static void assertNear(
      Pixels picture, Box from, Box to, Resampling resampling, int interpolation) {
    Frame size = new Frame(to.height(), to.width());
    Patchwork patchwork =
        new Patchwork(
            picture.frame(),
            1,
            List.of(new Patch(0, Box.of(picture.frame())), new Patch(0, to, from, resampling)));

    Pixels patch = Mixer.mix(patchwork, List.of(picture));
    Pixels alone = picture.resized(from, size, resampling);

    try (UByteIndexer expected = resized(picture, from, size, interpolation).createIndexer()) {
      for (int y = 0; y < size.height(); y++) {
        for (int x = 0; x < size.width(); x++) {
          for (int c = 0; c < picture.channels(); c++) {
            assertEquals(expected.get(y, x, c), alone.valueAt(y, x, c), ONE_LEVEL);
            assertEquals(alone.valueAt(y, x, c), patch.valueAt(to.y1() + y, to.x1() + x, c));
          }
        }
      }
    }
  }

  private static Mat resized(Pixels picture, Box part, Frame size, int interpolation) {
    Mat whole = new Mat(picture.height(), picture.width(), opencv_core.CV_8UC(picture.channels()));
    whole.data().put(picture.memory().toArray(ValueLayout.JAVA_BYTE));
    Rect from = new Rect(part.x1(), part.y1(), part.width(), part.height());
    Mat result = new Mat();
    opencv_imgproc.resize(
        new Mat(whole, from), result, new Size(size.width(), size.height()), 0, 0, interpolation);
    return result;
  }

  private static Pixels noise(Random random, Frame frame, int channels) {
    byte[] bytes = new byte[(int) frame.pixels() * channels];
    random.nextBytes(bytes);
    return Pixels.of(bytes, frame, channels);
  }
}
