package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// Patches of another size than what they show, against the definition in double precision.
class ResizeTest {
  /// Float32 arithmetic, in levels of a byte: only near a tie does it change the result.
  private static final double LEVEL_ERROR = 1e-3;

  /// The same in levels of uint16.
  private static final double FINE_LEVEL_ERROR = 0.05;

  private static final double FLOAT_ERROR = 2e-6;

  @Property(tries = 400)
  void resizedPixelsAreThoseOfTheDefinition(
      @ForAll Resampling resampling,
      @ForAll("channels") int channels,
      @ForAll ElementType type,
      @ForAll Layout layout,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll long seed) {
    Random random = new Random(seed);
    Frame frame = new Frame(height, width);
    Pixels below = TestPictures.random(random, frame, channels, type, layout);
    Pixels shown = TestPictures.random(random, frame, channels, type, layout);
    Box box = filled(random, frame);
    Box from = filled(random, frame);
    Patchwork patchwork =
        new Patchwork(
            frame, 2, List.of(new Patch(0, Box.of(frame)), new Patch(1, box, from, resampling)));

    Pixels mixed =
        Mixer.mix(patchwork, List.of(TestPictures.readOnly(below), TestPictures.readOnly(shown)));

    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          double actual = mixed.valueAt(y, x, c);
          if (box.contains(x, y)) {
            double exact = value(shown, from, box, resampling, y - box.y1(), x - box.x1(), c);
            double error =
                switch (type) {
                  case UINT8 -> 0.5 + LEVEL_ERROR;
                  case UINT16 -> 0.5 + FINE_LEVEL_ERROR;
                  case FLOAT32, FLOAT64 -> FLOAT_ERROR;
                };
            assertEquals(exact, actual, resampling == Resampling.NEAREST ? 0 : error);
          } else {
            assertEquals(below.valueAt(y, x, c), actual);
          }
        }
      }
    }
  }

  @Property(tries = 150)
  void layoutMakesNoDifference(
      @ForAll Resampling resampling,
      @ForAll("channels") int channels,
      @ForAll ElementType type,
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll long seed) {
    Random random = new Random(seed);
    Frame frame = new Frame(height, width);
    Pixels hwc = TestPictures.random(random, frame, channels, type, Layout.HWC);
    Pixels chw = planar(hwc);
    Patchwork patchwork = halves(frame, filled(random, frame), resampling);
    Workspace used = new Workspace();

    Pixels fromHwc = hwc.allocateLike();
    Mixer.mix(patchwork, Blending.LINEAR_LIGHT, List.of(hwc, hwc), fromHwc, used);
    Pixels fromChw = chw.allocateLike();
    Mixer.mix(patchwork, Blending.SRGB, List.of(chw, chw), fromChw, used);

    assertArrayEquals(TestPictures.bytes(planar(fromHwc)), TestPictures.bytes(fromChw));
  }

  /// From small to large and from large to small: the sizes do not limit each other.
  @Property(tries = 200)
  void anyPartGetsAnySize(
      @ForAll Resampling resampling,
      @ForAll("channels") int channels,
      @ForAll Layout layout,
      @ForAll @IntRange(min = 1, max = 60) int height,
      @ForAll @IntRange(min = 1, max = 60) int width,
      @ForAll long seed) {
    Random random = new Random(seed);
    Frame frame = new Frame(1 + random.nextInt(60), 1 + random.nextInt(60));
    Pixels picture = TestPictures.random(random, frame, channels, ElementType.UINT8, layout);
    Box part = filled(random, frame);
    Box all = new Box(0, 0, width, height);

    Pixels resized =
        TestPictures.readOnly(picture).resized(part, new Frame(height, width), resampling);

    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double exact = value(picture, part, all, resampling, y, x, channels - 1);
        assertEquals(exact, resized.valueAt(y, x, channels - 1), 0.5 + LEVEL_ERROR);
      }
    }
    Pixels there =
        TestPictures.random(random, new Frame(height, width), channels, ElementType.UINT8, layout);
    picture.resize(part, there, resampling);
    assertTrue(there.sameAs(resized));
  }

  @Test
  void pixelsOfAnotherKindCannotBeFilled() {
    Frame frame = new Frame(3, 4);
    Pixels picture = TestPictures.empty(frame, 3, ElementType.UINT8, Layout.HWC);
    for (Pixels other :
        List.of(
            TestPictures.empty(frame, 4, ElementType.UINT8, Layout.HWC),
            TestPictures.empty(frame, 3, ElementType.FLOAT32, Layout.HWC),
            TestPictures.empty(frame, 3, ElementType.UINT8, Layout.CHW))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> picture.resize(Box.of(frame), other, Resampling.NEAREST));
    }
  }

  @Test
  void partsThatAreNotThereAreRefused() {
    Frame frame = new Frame(3, 4);
    Pixels picture = TestPictures.empty(frame, 3, ElementType.UINT8, Layout.HWC);
    for (Box part : List.of(new Box(0, 0, 5, 3), new Box(-1, 0, 2, 2), new Box(1, 1, 1, 3))) {
      assertThrows(
          IllegalArgumentException.class, () -> picture.resized(part, frame, Resampling.AREA));
    }
  }

  @Property(tries = 100)
  void plainColourStaysPlain(
      @ForAll Resampling resampling,
      @ForAll @IntRange(min = 1, max = 60) int height,
      @ForAll @IntRange(min = 1, max = 60) int width,
      @ForAll @IntRange(min = 0, max = 255) int level,
      @ForAll long seed) {
    Frame frame = new Frame(height, width);
    Pixels plain = TestPictures.empty(frame, 3, ElementType.UINT8, Layout.HWC);
    plain.memory().fill((byte) level);

    Pixels mixed =
        Mixer.mix(
            halves(frame, filled(new Random(seed), frame), resampling), List.of(plain, plain));

    assertArrayEquals(TestPictures.bytes(plain), TestPictures.bytes(mixed));
  }

  /// An element with no weight must not matter, whatever it is: 0 · ∞ is no number.
  @Test
  void infinityOnlyGetsWhereItHasAWeight() {
    Frame frame = new Frame(1, 7);
    Pixels shown = TestPictures.empty(frame, 1, ElementType.FLOAT32, Layout.HWC);
    shown.memory().set(ValueLayout.JAVA_FLOAT_UNALIGNED, 4 * 3, Float.POSITIVE_INFINITY);
    float far = Float.POSITIVE_INFINITY;

    assertArrayEquals(new float[] {0, far, far, 0}, row(shown, 4, Resampling.AREA));
    assertArrayEquals(new float[] {0, far, 0}, row(shown, 3, Resampling.AREA));
    assertArrayEquals(new float[] {0, far, 0}, row(shown, 3, Resampling.BILINEAR));
    assertArrayEquals(new float[] {far}, row(shown, 1, Resampling.NEAREST));
  }

  @Test
  void areaOfOneAndAHalfPixelsIsTheirMean() {
    Pixels six = Pixels.of(new byte[] {0, 30, 60, 90, 120, (byte) 150}, new Frame(1, 6), 1);
    Box four = new Box(0, 0, 4, 1);
    Patchwork patchwork =
        new Patchwork(
            six.frame(),
            2,
            List.of(
                new Patch(0, Box.of(six.frame())),
                new Patch(1, four, Box.of(six.frame()), Resampling.AREA)));

    Pixels mixed = Mixer.mix(patchwork, List.of(six, six));

    assertArrayEquals(
        new byte[] {10, 50, 100, (byte) 140, 120, (byte) 150}, TestPictures.bytes(mixed));
  }

  @Test
  void emptyPatchOfAnotherSizeShowsNothing() {
    Frame frame = new Frame(3, 3);
    List<Pixels> sources =
        TestPictures.random(new Random(1), 2, frame, 3, ElementType.UINT8, Layout.HWC);
    Patch empty = new Patch(1, new Box(1, 1, 1, 3), Box.of(frame), Resampling.AREA);

    Pixels mixed =
        Mixer.mix(new Patchwork(frame, 2, List.of(new Patch(0, Box.of(frame)), empty)), sources);

    assertArrayEquals(TestPictures.bytes(sources.getFirst()), TestPictures.bytes(mixed));
  }

  private static float[] row(Pixels shown, int width, Resampling resampling) {
    Patchwork patchwork =
        new Patchwork(
            shown.frame(),
            2,
            List.of(
                new Patch(0, Box.of(shown.frame())),
                new Patch(1, new Box(0, 0, width, 1), Box.of(shown.frame()), resampling)));
    Pixels below = TestPictures.empty(shown.frame(), 1, ElementType.FLOAT32, Layout.HWC);
    return Mixer.mix(patchwork, List.of(below, shown))
        .memory()
        .asSlice(0, 4L * width)
        .toArray(ValueLayout.JAVA_FLOAT_UNALIGNED);
  }

  /// Two patches that both show a box resized: the left and the right part of the frame.
  private static Patchwork halves(Frame frame, Box from, Resampling resampling) {
    int middle = (frame.width() + 1) / 2;
    Box left = new Box(0, 0, middle, frame.height());
    Box right = new Box(middle, 0, frame.width(), frame.height());
    return new Patchwork(
        frame,
        2,
        List.of(new Patch(1, left, from, resampling), new Patch(0, right, from, resampling)));
  }

  private static Box filled(Random random, Frame frame) {
    Box box = TestPictures.box(random, frame);
    int x1 = Math.min(box.x1(), frame.width() - 1);
    int y1 = Math.min(box.y1(), frame.height() - 1);
    return new Box(x1, y1, Math.max(box.x2(), x1 + 1), Math.max(box.y2(), y1 + 1));
  }

  private static Pixels planar(Pixels hwc) {
    Pixels chw = TestPictures.empty(hwc.frame(), hwc.channels(), hwc.type(), Layout.CHW);
    for (int y = 0; y < hwc.height(); y++) {
      for (int x = 0; x < hwc.width(); x++) {
        for (int c = 0; c < hwc.channels(); c++) {
          TestPictures.put(chw, y, x, c, hwc.valueAt(y, x, c));
        }
      }
    }
    return chw;
  }

  /// The value of pixel (x, y) of a patch.
  private static double value(
      Pixels shown, Box from, Box to, Resampling resampling, int y, int x, int c) {
    double sum = 0;
    for (int j = 0; j < from.height(); j++) {
      double down = weight(resampling, j, y, from.height(), to.height());
      for (int i = 0; down > 0 && i < from.width(); i++) {
        double across = weight(resampling, i, x, from.width(), to.width());
        sum += down * across * shown.valueAt(from.y1() + j, from.x1() + i, c);
      }
    }
    return sum;
  }

  /// The weight of source pixel j in output pixel i.
  private static double weight(Resampling resampling, int j, int i, int from, int to) {
    double scale = (double) from / to;
    double centre = (i + 0.5) * scale;
    return switch (resampling) {
      case NEAREST -> (2 * i + 1) * from / (2 * to) == j ? 1 : 0;
      case BILINEAR -> {
        double at = Math.max(0, Math.min(from - 1, centre - 0.5));
        yield Math.max(0, 1 - Math.abs(at - j));
      }
      case AREA -> Math.max(0, Math.min(j + 1, (i + 1) * scale) - Math.max(j, i * scale)) / scale;
    };
  }

  @Provide
  static Arbitrary<Integer> channels() {
    return Arbitraries.of(1, 2, 3, 4);
  }
}
