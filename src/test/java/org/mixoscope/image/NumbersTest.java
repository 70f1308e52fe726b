package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;

/// Types of numbers, what numbers stand for, and which of them are shown as grey.
class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "UINT8, UINT8, UINT8",
    "UINT8, UINT16, UINT16",
    "UINT8, INT8, INT16",
    "UINT16, INT16, INT32",
    "UINT16, UINT32, UINT32",
    "INT16, UINT32, FLOAT64",
    "INT32, UINT32, FLOAT64",
    "INT16, FLOAT32, FLOAT32",
    "INT32, FLOAT32, FLOAT64",
    "UINT8, FLOAT64, FLOAT64"
  })
  void narrowestTypeThatHoldsBoth(NumberType one, NumberType other, NumberType both) {
    assertEquals(both, one.with(other));
    assertEquals(both, other.with(one));
  }

  @Test
  void typesHoldWhatTheyAreMixedWith() {
    for (NumberType one : NumberType.values()) {
      for (NumberType other : NumberType.values()) {
        NumberType both = one.with(other);
        for (double number : new double[] {-1e12, -40_000, -200, -1, 0, 200, 40_000, 3e9, 1e12}) {
          double stored = one.nearest(number);
          double exact = one == NumberType.FLOAT32 ? (float) stored : stored;
          assertEquals(exact, both == NumberType.FLOAT32 ? (float) exact : both.nearest(exact));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0", "1.5, 2", "-0.5, 0", "-129, -128", "127.5, 127", "1e9, 127"})
  void nearestIsHalfToEvenAndWithinTheType(double number, double nearest) {
    assertEquals(nearest, NumberType.INT8.nearest(number) + 0.0);
  }

  @Test
  void windowIsAStraightLineBetweenItsEnds() {
    Window window = new Window(-100, 410);
    assertEquals(0, window.grey(-100, 255));
    assertEquals(0, window.grey(-1e9, 255));
    assertEquals(255, window.grey(410, 255));
    assertEquals(255, window.grey(Double.POSITIVE_INFINITY, 255));
    assertEquals(0, window.grey(Double.NaN, 255));
    assertEquals(50, window.grey(0, 255));
    assertEquals(2, window.grey(-97, 255), "half to even");
    assertEquals(65535, window.grey(410, 65535));
    assertThrows(IllegalArgumentException.class, () -> new Window(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Window(0, Double.NaN));
  }

  /// DICOM's own example: of 4096 numbers around 2048 all are told apart.
  @Test
  void centredWindowIsThatOfDicom() {
    assertEquals(new Window(0, 4095), Window.centred(2048, 4096));
    Window step = Window.centred(10, 1);
    assertEquals(0, step.grey(9.5, 255));
    assertEquals(255, step.grey(9.6, 255));
  }

  @Test
  void windowOfAllAndWithinPercents() {
    double[] values = IntStream.rangeClosed(0, 100).mapToDouble(i -> i).toArray();
    values[50] = Double.NaN;
    values[51] = Double.NEGATIVE_INFINITY;
    List<Picture> pictures = List.of(picture(values, Scale.NONE), picture(7));
    assertEquals(new Window(0, 100), Window.whole(pictures));
    Window within = Window.within(2, List.of(picture(values, Scale.NONE)));
    assertEquals(1.96, within.low(), 1e-9);
    assertEquals(98.04, within.high(), 1e-9);
    assertEquals(new Window(0, 0), Window.whole(List.of(picture(Double.NaN))));
    Scale turned = new Scale(-2, 5, "HU");
    assertEquals(new Window(-195, 5), Window.whole(List.of(picture(values, turned))));
  }

  @Test
  void numbersThatStandForTheSameAreMixedAsTheyAre() {
    Scale hounsfield = new Scale(1, -1024, "HU");
    List<Picture> same =
        List.of(picture(new double[] {1}, hounsfield), picture(new double[] {2}, hounsfield));
    assertSame(same, CommonNumbers.alike(same));
    assertFalse(CommonNumbers.of(same).rescaled());

    List<Picture> others = List.of(same.getFirst(), picture(new double[] {2}, Scale.NONE));
    CommonNumbers common = CommonNumbers.of(others);
    assertTrue(common.rescaled());
    assertEquals(NumberType.FLOAT64, common.type());
    assertEquals(-1023, CommonNumbers.alike(others).getFirst().pixels().number(0));
    assertEquals(2, CommonNumbers.alike(others).getLast().pixels().number(0));
    assertEquals("HU = 1 · number - 1024", hounsfield.toString());
  }

  @Test
  void deepPictureIsLightByItsWindowOrByAllItsNumbers() {
    Picture all = picture(-5, 0, 5);
    assertArrayEquals(new int[] {0, 128, 255}, all.as(PixelKind.GREY8).whole());
    Stored told = new Stored(NumberType.FLOAT64, Scale.NONE, new Window(0, 2), 1, 1);
    Picture windowed = new Picture(all.pixels(), all.origin(), Set.of(), told);
    assertArrayEquals(new int[] {0, 0, 255}, windowed.as(PixelKind.GREY8).whole());
    PixelKind deep = new PixelKind(3, ElementType.UINT16);
    assertArrayEquals(new int[] {0, 0, 0, 0, 0, 0, 65535, 65535, 65535}, windowed.as(deep).whole());
  }

  @Test
  void channelsChangeAtFullDepth() {
    Pixels grey = picture(-5, 0.5, 1e300).pixels();
    Pixels rgb = Conversion.to(new PixelKind(3, ElementType.FLOAT64), grey);
    assertEquals(1e300, rgb.number(8));
    Pixels back = Conversion.to(new PixelKind(1, ElementType.FLOAT64), rgb);
    assertEquals(0.5, back.number(1), 1e-12);
    Pixels bytes = Pixels.of(new byte[] {-1, 3}, new Frame(1, 2), 1);
    assertEquals(255, Conversion.to(new PixelKind(1, ElementType.FLOAT32), bytes).number(0));
  }

  private static Picture picture(double... values) {
    return picture(values, Scale.NONE);
  }

  private static Picture picture(double[] values, Scale scale) {
    Frame frame = new Frame(1, values.length);
    Pixels pixels = Encoded.Samples.empty(frame, new PixelKind(1, ElementType.FLOAT64));
    for (int i = 0; i < values.length; i++) {
      pixels.put(i, values[i]);
    }
    Stored stored = new Stored(NumberType.FLOAT64, scale, null, 1, 1);
    return new Picture(pixels, Origin.of(frame, Turn.UPRIGHT), Set.of(), stored);
  }
}
