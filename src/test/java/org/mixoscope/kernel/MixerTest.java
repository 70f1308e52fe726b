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

  @Property(tries = 50)
  void weightsNearOneStillBlend(@ForAll @IntRange(min = 1, max = 9) int digits) {
    Frame frame = new Frame(3, 5);
    Blend blend = Blend.pair(frame, 1 - Math.pow(10, -digits));

    assertNaive(blend, new Random(digits), 3, ElementType.FLOAT32, Layout.HWC, Blending.SRGB);
  }

  @Property(tries = 100)
  void pairOfBytesIsTheSameWhetherBlendedOrMattedWithTheSameWeight(
      @ForAll("frames") Frame frame,
      @ForAll("channels") int channels,
      @ForAll Layout layout,
      @ForAll Blending blending,
      @ForAll @IntRange(min = 0, max = 64) int weight,
      @ForAll long seed) {
    List<Pixels> pair =
        TestPictures.random(new Random(seed), 2, frame, channels, ElementType.UINT8, layout);
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
