package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Landing;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

class FitterTest {
  @Test
  void fittingFramesGiveThePictureItself() {
    Pixels picture = noise(new Frame(5, 7), 3, 1);
    for (Fit fit : Fit.values()) {
      assertSame(picture, Fitter.fit(picture, new Frame(5, 7), fit));
    }
  }

  @Property(tries = 150)
  void shrinkingByWholeNumbersAveragesBlocks(
      @ForAll @IntRange(min = 1, max = 9) int height,
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll @IntRange(min = 1, max = 5) int factorY,
      @ForAll @IntRange(min = 1, max = 5) int factorX,
      @ForAll boolean colour,
      @ForAll boolean deep,
      @ForAll long seed) {
    int channels = colour ? 3 : 1;
    Frame large = new Frame(height * factorY, width * factorX);
    Pixels picture = deep ? deepNoise(large, channels, seed) : noise(large, channels, seed);
    Pixels small = Fitter.fit(picture, new Frame(height, width), Fit.STRETCH);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        for (int c = 0; c < channels; c++) {
          double sum = 0;
          for (int i = 0; i < factorX * factorY; i++) {
            sum += picture.valueAt(y * factorY + i / factorX, x * factorX + i % factorX, c);
          }
          // Ties may be rounded either way.
          assertEquals(sum / (factorX * factorY), small.valueAt(y, x, c), 0.5001);
        }
      }
    }
  }

  @Property(tries = 200)
  void everySizeToEverySizeKeepsAPlainColourAndTheInput(
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int newHeight,
      @ForAll @IntRange(min = 1, max = 40) int newWidth,
      @ForAll Fit fit) {
    byte[] plain = new byte[height * width * 3];
    Arrays.fill(plain, (byte) 201);
    Frame frame = new Frame(newHeight, newWidth);
    Pixels result = Fitter.fit(Pixels.of(plain, new Frame(height, width), 3), frame, fit);
    assertEquals(frame, result.frame());
    Landing place = fit.place(new Frame(height, width), frame);
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        assertEquals(place.to().contains(x, y) ? 201 : 0, result.valueAt(y, x, 1));
      }
    }
    for (byte value : plain) {
      assertEquals((byte) 201, value);
    }
  }

  /// Grey that shrinks is to the byte what its channels would be as colour. Where it grows, the
  /// interpolation rounds a few of them otherwise: who wants colour asks for it before.
  @Property(tries = 200)
  void everyChannelIsFittedAlike(
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(min = 1, max = 40) int newHeight,
      @ForAll @IntRange(min = 1, max = 40) int newWidth,
      @ForAll Fit fit,
      @ForAll long seed) {
    Pixels grey = noise(new Frame(height, width), 1, seed);
    Frame frame = new Frame(newHeight, newWidth);

    Pixels early = Fitter.fit(Conversion.to(PixelKind.RGB8, grey), frame, fit);
    Pixels late = Fitter.fit(grey, frame, fit);

    Landing place = fit.place(grey.frame(), frame);
    boolean grows =
        place.to().height() > place.from().height() || place.to().width() > place.from().width();
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        for (int c = 0; c < 3; c++) {
          assertEquals(early.valueAt(y, x, c), late.valueAt(y, x, 0), grows ? 1 : 0);
        }
      }
    }
  }

  @Property(tries = 100)
  void sixteenBitsAreFittedAsEightAndFiner(
      @ForAll @IntRange(min = 1, max = 40) int newHeight,
      @ForAll @IntRange(min = 1, max = 40) int newWidth,
      @ForAll Fit fit,
      @ForAll boolean colour,
      @ForAll long seed) {
    Pixels eight = noise(new Frame(11, 9), colour ? 3 : 1, seed);
    Frame frame = new Frame(newHeight, newWidth);

    Pixels fitted = Fitter.fit(eight, frame, fit);
    Pixels deep = Fitter.fit(eight.as(ElementType.UINT16), frame, fit);

    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        // Eight bits are rounded twice where one side shrinks and the other grows.
        assertEquals(fitted.valueAt(y, x, 0), deep.valueAt(y, x, 0) / 257, 2);
      }
    }
  }

  @Test
  void coverCutsTheSidesOff() {
    // A red left third, a green middle, a blue right.
    byte[] stripes = new byte[30 * 10 * 3];
    for (int i = 0; i < 300; i++) {
      stripes[i * 3 + i % 30 / 10] = (byte) 255;
    }
    Pixels square =
        Fitter.fit(Pixels.of(stripes, new Frame(10, 30), 3), new Frame(5, 5), Fit.COVER);
    for (int x = 0; x < 5; x++) {
      assertEquals(0, square.valueAt(2, x, 0));
      assertEquals(255, square.valueAt(2, x, 1));
      assertEquals(0, square.valueAt(2, x, 2));
    }
  }

  @Test
  void shrinkingOneSideAndGrowingTheOtherAveragesTheFirst() {
    // Black and white columns: without averaging one of the two would be lost.
    byte[] columns = new byte[2 * 64];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = (byte) (i % 2 * 255);
    }
    Pixels result =
        Fitter.fit(Pixels.of(columns, new Frame(2, 64), 1), new Frame(8, 4), Fit.STRETCH);
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 4; x++) {
        assertEquals(127.5, result.valueAt(y, x, 0), 0.51);
      }
    }
  }

  @Test
  void growingMasksDoNotOvershoot() {
    byte[] edge = {50, 50, (byte) 200, (byte) 200};
    Pixels mask = Pixels.of(edge, new Frame(1, 4), 1);
    Pixels result = Fitter.fitMask(mask, new Frame(1, 40), Fit.STRETCH);
    for (int x = 1; x < 40; x++) {
      assertTrue(result.valueAt(0, x, 0) >= result.valueAt(0, x - 1, 0));
      assertTrue(result.valueAt(0, x, 0) >= 50 && result.valueAt(0, x, 0) <= 200);
    }
  }

  @Test
  void memoryOutsideTheHeapGivesTheSame() {
    Pixels picture = noise(new Frame(20, 31), 3, 4);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment outside = arena.allocate(picture.byteSize());
      outside.copyFrom(picture.memory());
      Pixels same = new Pixels(outside, 20, 31, 3, ElementType.UINT8, Layout.HWC);
      Frame frame = new Frame(9, 9);
      assertTrue(Fitter.fit(same, frame, Fit.COVER).sameAs(Fitter.fit(picture, frame, Fit.COVER)));
    }
  }

  @Property(tries = 150)
  void enlargingRepeatsPixels(
      @ForAll @IntRange(min = 1, max = 30) int height,
      @ForAll @IntRange(min = 1, max = 30) int width,
      @ForAll @IntRange(min = 1, max = 4) int factor,
      @ForAll long seed) {
    Pixels picture = noise(new Frame(height, width), 3, seed);
    Pixels large = Fitter.enlarge(picture, factor);
    assertEquals(new Frame(height * factor, width * factor), large.frame());
    for (int y = 0; y < large.height(); y++) {
      for (int x = 0; x < large.width(); x++) {
        assertEquals(picture.valueAt(y / factor, x / factor, 2), large.valueAt(y, x, 2));
      }
    }
  }

  @Test
  void aScaleWithoutRoomIsRefusedWithTheLargestThatHasRoom() {
    Frame frame = new Frame(7000, 7000);
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> Fitter.requireRoom(frame, 4, 600_000_000))
            .getMessage();
    assertEquals(
        "scale = 4: there is no room for a picture of 28000×28000 pixels, at most 2", message);
    Fitter.requireRoom(frame, 2, 600_000_000);
    assertThrows(
        IllegalArgumentException.class,
        () -> Fitter.requireRoom(frame, 4),
        "no array of Java's is so long");
  }

  @Test
  void otherPixelsAndFactorsAreRefused() {
    Pixels fourChannels = noise(new Frame(2, 2), 4, 1);
    Frame frame = new Frame(1, 1);
    assertThrows(IllegalArgumentException.class, () -> Fitter.fit(fourChannels, frame, Fit.COVER));
    Pixels rgb = noise(new Frame(2, 2), 3, 1);
    assertThrows(IllegalArgumentException.class, () -> Fitter.enlarge(rgb, 0));
    assertThrows(IllegalArgumentException.class, () -> Fitter.enlarge(rgb, 5));
    assertSame(rgb, Fitter.enlarge(rgb, 1));
  }

  static Pixels deepNoise(Frame frame, int channels, long seed) {
    byte[] bytes = new byte[Math.toIntExact(2 * frame.pixels() * channels)];
    new Random(seed).nextBytes(bytes);
    return new Pixels(
        MemorySegment.ofArray(bytes),
        frame.height(),
        frame.width(),
        channels,
        ElementType.UINT16,
        Layout.HWC);
  }

  static Pixels noise(Frame frame, int channels, long seed) {
    byte[] bytes = new byte[Math.toIntExact(frame.pixels() * channels)];
    new Random(seed).nextBytes(bytes);
    return Pixels.of(bytes, frame, channels);
  }
}
