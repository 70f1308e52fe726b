package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

class ConversionTest {
  private static final PixelKind RGB16 = new PixelKind(3, ElementType.UINT16);
  private static final PixelKind GREY16 = new PixelKind(1, ElementType.UINT16);
  private static final Frame FRAME = new Frame(5, 7);

  @Test
  void pixelsOfTheKindStayThemselves() {
    for (PixelKind kind : List.of(PixelKind.RGB8, PixelKind.GREY8, RGB16, GREY16)) {
      Pixels picture = noise(kind, 1);
      assertSame(picture, Conversion.to(kind, picture));
    }
  }

  @Property(tries = 50)
  void whatIsWidenedComesBack(@ForAll long seed) {
    for (PixelKind kind : List.of(PixelKind.GREY8, GREY16, PixelKind.RGB8)) {
      Pixels picture = noise(kind, seed);
      assertTrue(Conversion.to(kind, Conversion.to(RGB16, picture)).sameAs(picture));
    }
  }

  /// As numbers of any precision would have it.
  @Property(tries = 50)
  void colourBecomesItsBrightness(@ForAll boolean deep, @ForAll long seed) {
    Pixels rgb = noise(deep ? RGB16 : PixelKind.RGB8, seed);
    Pixels grey = Conversion.to(PixelKind.of(rgb).withChannels(1), rgb);
    for (int y = 0; y < FRAME.height(); y++) {
      for (int x = 0; x < FRAME.width(); x++) {
        double luma =
            0.299 * rgb.valueAt(y, x, 0)
                + 0.587 * rgb.valueAt(y, x, 1)
                + 0.114 * rgb.valueAt(y, x, 2);
        assertEquals(luma, grey.valueAt(y, x, 0), 0.5 + 1e-9);
      }
    }
  }

  @Test
  void greyIsRepeated() {
    for (PixelKind kind : List.of(PixelKind.GREY8, GREY16)) {
      Pixels grey = noise(kind, 3);
      Pixels rgb = Conversion.to(kind.withChannels(3), grey);
      for (int x = 0; x < FRAME.width(); x++) {
        for (int channel = 0; channel < 3; channel++) {
          assertEquals(grey.valueAt(2, x, 0), rgb.valueAt(2, x, channel));
        }
      }
    }
  }

  @Test
  void everyDeepValueBecomesTheNearestOfEightBits() {
    char[] all = new char[1 << 16];
    for (int i = 0; i < all.length; i++) {
      all[i] = (char) i;
    }
    Pixels deep =
        new Pixels(MemorySegment.ofArray(all), 256, 256, 1, ElementType.UINT16, Layout.HWC);
    Pixels bytes = Conversion.to(PixelKind.GREY8, deep);
    for (int i = 0; i < all.length; i++) {
      assertEquals((i + 128) / 257, bytes.valueAt(i / 256, i % 256, 0));
    }
  }

  /// Brightness of what is rounded, not rounded brightness: so masks have always been read.
  @Test
  void deepColourIsRoundedBeforeItBecomesGrey() {
    Pixels deep = noise(RGB16, 4);
    assertTrue(
        Conversion.to(PixelKind.GREY8, deep)
            .sameAs(Conversion.to(PixelKind.GREY8, Conversion.to(PixelKind.RGB8, deep))));
  }

  @Test
  void memoryOutsideTheHeapGivesTheSame() {
    Pixels rgb = noise(RGB16, 5);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment outside = arena.allocate(rgb.byteSize() + 1).asSlice(1);
      outside.copyFrom(rgb.memory());
      Pixels same = new Pixels(outside, 5, 7, 3, ElementType.UINT16, Layout.HWC);
      assertTrue(Conversion.to(GREY16, same).sameAs(Conversion.to(GREY16, rgb)));
    }
  }

  @Test
  void otherKindsAreRefused() {
    Pixels rgb = noise(PixelKind.RGB8, 6);
    Pixels fourChannels = FitterTest.noise(FRAME, 4, 1);
    Pixels planes = new Pixels(rgb.memory(), 5, 7, 3, ElementType.UINT8, Layout.CHW);
    assertThrows(IllegalArgumentException.class, () -> Conversion.to(PixelKind.RGB8, fourChannels));
    assertThrows(IllegalArgumentException.class, () -> Conversion.to(PixelKind.RGB8, planes));
    assertThrows(
        IllegalArgumentException.class, () -> Conversion.to(PixelKind.RGB8.withChannels(4), rgb));
  }

  private static Pixels noise(PixelKind kind, long seed) {
    return kind.depth() == 16
        ? FitterTest.deepNoise(FRAME, kind.channels(), seed)
        : FitterTest.noise(FRAME, kind.channels(), seed);
  }
}
