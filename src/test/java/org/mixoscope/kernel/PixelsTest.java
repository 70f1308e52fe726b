package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is the same in all types of elements: black, white, and what lies between.
class PixelsTest {
  /// More than one chunk of a row of values, and not a whole number of chunks.
  private static final Frame FRAME = new Frame(71, 131);

  @Test
  void bytesAsUint16AreThoseTimes257AndComeBack() {
    Pixels bytes = levels(ElementType.UINT8, 256);

    Pixels wide = bytes.as(ElementType.UINT16);

    assertEquals("256×1×1 UINT16 HWC", wide.toString());
    for (int i = 0; i < 256; i++) {
      assertEquals(257 * i, wide.valueAt(0, i, 0));
    }
    assertArrayEquals(TestPictures.bytes(bytes), TestPictures.bytes(wide.as(ElementType.UINT8)));
  }

  @Test
  void uint16AsBytesAreTheNearestAndAsFloatsComeBack() {
    Pixels wide = levels(ElementType.UINT16, 65536);

    Pixels bytes = wide.as(ElementType.UINT8);
    Pixels floats = wide.as(ElementType.FLOAT32);

    for (int i = 0; i < 65536; i++) {
      assertEquals(Math.rint(i / 257.0), bytes.valueAt(0, i, 0));
      assertEquals(i / 65535f, floats.valueAt(0, i, 0));
    }
    assertArrayEquals(TestPictures.bytes(wide), TestPictures.bytes(floats.as(ElementType.UINT16)));
  }

  @ParameterizedTest
  @EnumSource(names = {"UINT8", "UINT16"})
  void floatsBeyondBlackAndWhiteAreBlackAndWhite(ElementType type) {
    Pixels floats = TestPictures.empty(new Frame(1, 5), 1, ElementType.FLOAT32, Layout.HWC);
    float[] values = {-0.5f, 1.5f, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NaN};
    for (int i = 0; i < values.length; i++) {
      TestPictures.put(floats, i, values[i]);
    }

    Pixels whole = floats.as(type);

    float[] expected = {0, type.white(), 0, type.white(), 0};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], whole.valueAt(0, i, 0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void pixelsOfTheirOwnTypeAreThemselves(ElementType type) {
    Pixels pixels = TestPictures.random(new Random(1), FRAME, 3, type, Layout.CHW);

    assertSame(pixels, pixels.as(type));
  }

  @Property(tries = 60)
  void unitsAndMeanAreThoseOfTheValues(
      @ForAll ElementType type,
      @ForAll Layout layout,
      @ForAll @IntRange(min = 1, max = 3) int channels,
      @ForAll long seed) {
    Pixels pixels = TestPictures.random(new Random(seed), FRAME, channels, type, layout);
    Workspace workspace = new Workspace();
    float[] units = new float[(int) pixels.elements()];

    pixels.units(units, workspace);

    double sum = 0;
    for (int y = 0; y < FRAME.height(); y++) {
      for (int x = 0; x < FRAME.width(); x++) {
        for (int c = 0; c < channels; c++) {
          int pixel = y * FRAME.width() + x;
          int at = layout == Layout.HWC ? pixel * channels + c : c * (int) FRAME.pixels() + pixel;
          assertEquals(pixels.valueAt(y, x, c) / type.white(), units[at]);
          sum += pixels.valueAt(y, x, c);
        }
      }
    }
    double mean = sum / type.white() / pixels.elements();
    assertEquals(mean, pixels.mean(workspace), 1e-12);
  }

  @ParameterizedTest
  @EnumSource
  void meanOfWhiteIsOne(ElementType type) {
    Pixels white = TestPictures.empty(FRAME, 3, type, Layout.HWC);
    for (long i = 0; i < white.elements(); i++) {
      TestPictures.put(white, i, type.white());
    }

    assertEquals(1, white.mean(new Workspace()));
  }

  private static Pixels levels(ElementType type, int n) {
    Pixels levels = TestPictures.empty(new Frame(1, n), 1, type, Layout.HWC);
    for (int i = 0; i < n; i++) {
      TestPictures.put(levels, i, i);
    }
    return levels;
  }

  @Test
  void wholeNumbersAreThoseOfTheMemory() {
    int[] deep = {0, 255, 256, 65_535};
    byte[] bytes = {0, 127, (byte) 128, (byte) 255};
    Frame frame = new Frame(2, 2);

    assertArrayEquals(deep, Pixels.of(deep, frame, ElementType.UINT16).whole());
    assertArrayEquals(new int[] {0, 127, 128, 255}, Pixels.of(bytes, frame, 1).whole());
    Pixels floats = Pixels.of(bytes, frame, 1).as(ElementType.FLOAT32);
    assertThrows(IllegalArgumentException.class, floats::whole);
    assertThrows(IllegalArgumentException.class, floats::histogram);
    int[] counts = Pixels.of(bytes, frame, 1).histogram();
    assertEquals(256, counts.length);
    assertEquals(1, counts[128]);
    assertEquals(4, IntStream.of(counts).sum());
    assertEquals(1, Pixels.of(deep, frame, ElementType.UINT16).histogram()[deep[0]]);
  }
}
