package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;

/// The fast loops against [NaiveMixer].
@BesideWindows
class MixerTest {
  @Property(tries = 150)
  void blendOfTwoToFiveSourcesIsTheNaiveOne(
      @ForAll("frames") Frame frame,
      @ForAll("channels") int channels,
      @ForAll ElementType type,
      @ForAll Layout layout,
      @ForAll Blending blending,
      @ForAll @IntRange(min = 2, max = 5) int sources,
      @ForAll long seed) {
    Random random = new Random(seed);
    assertNaive(
        TestPictures.blend(random, frame, sources), random, channels, type, layout, blending);
  }

  @Property(tries = 150)
  void patchworkIsTheNaiveOne(
      @ForAll("frames") Frame frame,
      @ForAll("channels") int channels,
      @ForAll ElementType type,
      @ForAll Layout layout,
      @ForAll Blending blending,
      @ForAll @IntRange(min = 1, max = 5) int sources,
      @ForAll @IntRange(min = 0, max = 8) int patches,
      @ForAll long seed) {
    Random random = new Random(seed);
    Patchwork patchwork = TestPictures.patchwork(random, frame, sources, patches);
    assertNaive(patchwork, random, channels, type, layout, blending);
  }

  @Property(tries = 150)
  void matteOfOneToThreePlanesIsTheNaiveOne(
      @ForAll("frames") Frame frame,
      @ForAll("channels") int channels,
      @ForAll ElementType type,
      @ForAll Layout layout,
      @ForAll Blending blending,
      @ForAll @IntRange(min = 1, max = 3) int planes,
      @ForAll long seed) {
    Random random = new Random(seed);
    assertNaive(
        TestPictures.matte(random, frame, planes), random, channels, type, layout, blending);
  }

  /// More than 70,000 elements, which no chunk size divides.
  @ParameterizedTest
  @MethodSource("large")
  void largePicturesOfManyChunksAreTheNaiveOnes(
      Frame frame, int channels, ElementType type, Layout layout) {
    Random random = new Random(frame.pixels());
    for (Blending blending : Blending.values()) {
      for (Composition composition :
          List.of(
              TestPictures.blend(random, frame, 2),
              TestPictures.blend(random, frame, 3),
              TestPictures.patchwork(random, frame, 3, 6),
              TestPictures.matte(random, frame, 2))) {
        assertNaive(composition, random, channels, type, layout, blending);
      }
    }
  }

  static Stream<Arguments> large() {
    return Stream.of(ElementType.values())
        .flatMap(
            type ->
                Stream.of(Layout.values())
                    .flatMap(
                        layout ->
                            Stream.of(
                                Arguments.of(new Frame(271, 263), 1, type, layout),
                                Arguments.of(new Frame(149, 163), 3, type, layout),
                                Arguments.of(new Frame(131, 137), 4, type, layout))));
  }

  /// Every pair of bytes, at weights that hit halves and at one that does not.
  @ParameterizedTest
  @EnumSource
  void everyPairOfBytesIsBlendedAsTheNaiveMixerDoes(Blending blending) {
    Frame frame = new Frame(256, 256);
    byte[] a = new byte[256 * 256];
    byte[] b = new byte[256 * 256];
    for (int i = 0; i < a.length; i++) {
      a[i] = (byte) (i >> 8);
      b[i] = (byte) i;
    }
    List<Pixels> sources = List.of(Pixels.of(a, frame, 1), Pixels.of(b, frame, 1));
    for (double lambda : new double[] {0.5, 0.25, 0.3, 0.9, 0.52734375, 1e-3, 1 - 1e-7}) {
      Blend blend = Blend.pair(frame, lambda);

      Pixels mixed = Mixer.mix(blend, blending, sources);

      assertEquals("", NaiveMixer.complaint(blend, blending, sources, mixed), "λ " + lambda);
    }
  }

  /// Uint16 in pairs of which half the sum is as often odd as even, at weights that hit halves, at
  /// some that miss them by less than float32 can tell, and at one of no particular kind.
  @ParameterizedTest
  @EnumSource
  void everyUint16IsBlendedAsTheNaiveMixerDoes(Blending blending) {
    Frame frame = new Frame(256, 256);
    Pixels a = TestPictures.empty(frame, 1, ElementType.UINT16, Layout.HWC);
    Pixels b = TestPictures.empty(frame, 1, ElementType.UINT16, Layout.HWC);
    for (int i = 0; i < 65536; i++) {
      TestPictures.put(a, i, i);
      TestPictures.put(b, i, i * 40503 & 0xFFFF);
    }
    List<Pixels> sources = List.of(a, b);
    for (double lambda : new double[] {0.5, 0.5 + 1e-9, 0.5 - 1e-9, 0.25, 0.3, 1 - 1e-9}) {
      Blend blend = Blend.pair(frame, lambda);

      Pixels mixed = Mixer.mix(blend, blending, sources);

      assertEquals("", NaiveMixer.complaint(blend, blending, sources, mixed), "λ " + lambda);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0, 1, 0",
    "0.5, 1, 2, 2",
    "0.5, 65534, 65535, 65534",
    "0.5000000001, 65534, 65535, 65534",
    "0.4999999999, 65534, 65535, 65535",
    "0.5000000001, 3, 2, 3",
    "0.4999999999, 3, 2, 2",
    "0.3, 65535, 65535, 65535",
  })
  void halvesOfUint16GoToTheEvenNumberAndWeightsKeepAllTheirDigits(
      double lambda, int a, int b, int expected) {
    Frame frame = new Frame(1, 1);
    Pixels own = TestPictures.empty(frame, 1, ElementType.UINT16, Layout.HWC);
    Pixels other = own.allocateLike();
    TestPictures.put(own, 0, a);
    TestPictures.put(other, 0, b);
    List<Pixels> pair = List.of(own, other);

    Pixels mixed = Mixer.mix(Blend.pair(frame, lambda), pair);
    Pixels several =
        Mixer.mix(new Blend(frame, List.of(lambda, 1 - lambda, 0.0)), List.of(own, other, other));

    assertEquals(expected, mixed.valueAt(0, 0, 0));
    assertEquals(expected, several.valueAt(0, 0, 0));
  }

  @Property(tries = 150)
  void onePixelOfAMixIsThatOfTheWhole(
      @ForAll("frames") Frame frame,
      @ForAll("channels") int channels,
      @ForAll ElementType type,
      @ForAll Layout layout,
      @ForAll Blending blending,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Pixels> sources = TestPictures.random(random, 3, frame, channels, type, layout);
    int y = random.nextInt(frame.height());
    int x = random.nextInt(frame.width());
    Box half = new Box(0, 0, (frame.width() + 1) / 2, (frame.height() + 1) / 2);
    for (Composition composition :
        List.of(
            TestPictures.blend(random, frame, 3),
            TestPictures.patchwork(random, frame, 3, 4),
            new Patchwork(
                frame,
                3,
                List.of(
                    new Patch(0, Box.of(frame)),
                    new Patch(2, half, Box.of(frame), Resampling.BILINEAR))),
            TestPictures.matte(random, frame, 2))) {
      Pixels expected = Mixer.mix(composition, blending, sources).pixelAt(y, x);

      Pixels pixel = Mixer.pixelAt(composition, blending, sources, y, x);

      assertArrayEquals(TestPictures.bytes(expected), TestPictures.bytes(pixel));
    }
  }

  @Property(tries = 50)
  void weightsNearOneStillBlend(@ForAll @IntRange(min = 1, max = 9) int digits) {
    Frame frame = new Frame(3, 5);
    Blend blend = Blend.pair(frame, 1 - Math.pow(10, -digits));

    assertNaive(blend, new Random(digits), 3, ElementType.FLOAT32, Layout.HWC, Blending.SRGB);
  }

  @Property(tries = 100)
  void pairIsTheSameWhetherBlendedOrMattedWithTheSameWeight(
      @ForAll("frames") Frame frame,
      @ForAll("channels") int channels,
      @ForAll("wholeNumbers") ElementType type,
      @ForAll Layout layout,
      @ForAll Blending blending,
      @ForAll @IntRange(min = 0, max = 64) int weight,
      @ForAll long seed) {
    List<Pixels> pair = TestPictures.random(new Random(seed), 2, frame, channels, type, layout);
    float[] plane = new float[(int) frame.pixels()];
    Arrays.fill(plane, weight / 64f);

    Pixels blended = Mixer.mix(Blend.pair(frame, weight / 64.0), blending, pair);
    Pixels matted = Mixer.mix(new Matte(frame, List.of(plane)), blending, pair);

    assertArrayEquals(TestPictures.bytes(blended), TestPictures.bytes(matted));
  }

  @Property(tries = 100)
  void layoutDoesNotChangeTheMix(
      @ForAll("frames") Frame frame,
      @ForAll("channels") int channels,
      @ForAll ElementType type,
      @ForAll Blending blending,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Pixels> interleaved = TestPictures.random(random, 3, frame, channels, type, Layout.HWC);
    List<Pixels> planar = interleaved.stream().map(MixerTest::planar).toList();
    for (Composition composition :
        List.of(
            TestPictures.blend(random, frame, 3),
            TestPictures.patchwork(random, frame, 3, 4),
            TestPictures.matte(random, frame, 2))) {
      Pixels expected = planar(Mixer.mix(composition, blending, interleaved));

      Pixels mixed = Mixer.mix(composition, blending, planar);

      assertArrayEquals(TestPictures.bytes(expected), TestPictures.bytes(mixed));
    }
  }

  @Test
  void valuesAreReadAtTheirPlaceInEitherLayout() {
    byte[] memory = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, (byte) 255};
    Pixels hwc = Pixels.of(memory, new Frame(2, 3), 2);
    Pixels chw = new Pixels(hwc.memory(), 2, 3, 2, ElementType.UINT8, Layout.CHW);

    assertEquals(9, hwc.valueAt(1, 1, 1));
    assertEquals(10, chw.valueAt(1, 1, 1));
    assertEquals(255, hwc.valueAt(1, 2, 1));
    assertEquals(5, hwc.valueAt(0, 2, 1));
    assertEquals(8, chw.valueAt(0, 2, 1));
  }

  @Property(tries = 100)
  void pixelIsACopyOfThatPixel(
      @ForAll("frames") Frame frame,
      @ForAll("channels") int channels,
      @ForAll ElementType type,
      @ForAll Layout layout,
      @ForAll long seed) {
    Random random = new Random(seed);
    Pixels picture = TestPictures.random(random, frame, channels, type, layout);
    int y = random.nextInt(frame.height());
    int x = random.nextInt(frame.width());

    Pixels pixel = picture.pixelAt(y, x);

    assertEquals(new Frame(1, 1), pixel.frame());
    for (int channel = 0; channel < channels; channel++) {
      assertEquals(picture.valueAt(y, x, channel), pixel.valueAt(0, 0, channel));
    }
    byte[] before = TestPictures.bytes(picture);
    pixel.memory().fill((byte) 1);
    assertArrayEquals(before, TestPictures.bytes(picture));
  }

  @Test
  void pixelsOutsideThePictureAreRefused() {
    Pixels picture = Pixels.of(new byte[12], new Frame(2, 3), 2);

    assertThrows(IndexOutOfBoundsException.class, () -> picture.pixelAt(2, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> picture.pixelAt(0, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> picture.valueAt(-1, 0, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> picture.valueAt(0, 3, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> picture.valueAt(0, 0, 2));
  }

  @Provide
  static Arbitrary<Frame> frames() {
    return Arbitraries.integers()
        .between(1, 37)
        .flatMap(
            height -> Arbitraries.integers().between(1, 53).map(width -> new Frame(height, width)));
  }

  @Provide
  static Arbitrary<ElementType> wholeNumbers() {
    return Arbitraries.of(ElementType.UINT8, ElementType.UINT16);
  }

  @Provide
  static Arbitrary<Integer> channels() {
    return Arbitraries.of(1, 3, 4);
  }

  private static void assertNaive(
      Composition composition,
      Random random,
      int channels,
      ElementType type,
      Layout layout,
      Blending blending) {
    List<Pixels> sources =
        TestPictures.random(
            random, composition.sources(), composition.frame(), channels, type, layout);

    Pixels mixed = Mixer.mix(composition, blending, sources);

    assertEquals("", NaiveMixer.complaint(composition, blending, sources, mixed));
  }

  private static Pixels planar(Pixels hwc) {
    byte[] from = TestPictures.bytes(hwc);
    Pixels chw = TestPictures.empty(hwc.frame(), hwc.channels(), hwc.type(), Layout.CHW);
    int size = hwc.type().bytes();
    int pixels = (int) hwc.frame().pixels();
    byte[] to = new byte[from.length];
    for (int i = 0; i < pixels * hwc.channels(); i++) {
      int target = i % hwc.channels() * pixels + i / hwc.channels();
      System.arraycopy(from, i * size, to, target * size, size);
    }
    chw.memory().copyFrom(MemorySegment.ofArray(to));
    return chw;
  }
}
