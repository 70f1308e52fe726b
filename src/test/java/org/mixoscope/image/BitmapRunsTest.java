package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mixoscope.image.PictureFiles.bytes;
import static org.mixoscope.image.PictureFiles.runs;
import static org.mixoscope.image.PictureReaderTest.assertPixel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.image.PictureException.Kind;
import org.mixoscope.kernel.Pixels;

/// Coded runs and unusual masks of Windows bitmaps.
class BitmapRunsTest {
  private static final int[] PALETTE = {0xFFFFFF, 0xC80000, 0x009600, 0x0000FA};

  private final PictureReader reader = new PictureReader();

  /// ImageMagick fills rows to four bytes with a run of colour 0.
  @Test
  void runsBehindTheEndOfARowAreDropped() throws PictureException {
    assertRows(runs(2, 2, 8, PALETTE, 2, 1, 2, 0, 0, 0, 1, 2, 1, 3, 2, 0, 0, 0, 0, 1), "23", "11");
    assertRows(runs(3, 2, 4, PALETTE, 4, 0x11, 0, 0, 4, 0x23, 0, 0, 0, 1), "232", "111");
  }

  @Test
  void pixelsOneByOneBehindTheEndOfARowAreDropped() throws PictureException {
    assertRows(
        runs(3, 2, 8, PALETTE, 0, 4, 1, 2, 3, 1, 0, 0, 0, 3, 3, 2, 1, 0, 0, 1), "321", "123");
    assertRows(runs(3, 1, 4, PALETTE, 0, 5, 0x12, 0x31, 0x20, 0, 0, 1), "123");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 8})
  void whatIsJumpedOverIsOfColourZero(int bits) throws PictureException {
    int three = bits == 8 ? 3 : 0x33;
    byte[] file = runs(4, 3, bits, PALETTE, 1, three, 0, 2, 1, 2, 2, three, 0, 1);
    assertRows(file, "0033", "0000", "3000");
  }

  @Test
  void aBitmapMayEndEarlyIfItSaysSo() throws PictureException {
    assertRows(runs(2, 3, 8, PALETTE, 2, 1, 0, 1), "00", "00", "11");
    // And without a mark behind its last pixel.
    assertRows(runs(2, 1, 8, PALETTE, 2, 1), "11");
  }

  @Test
  void runsThatEndWithTheFileAreRefused() {
    for (int bits : new int[] {4, 8}) {
      byte[] file = runs(4, 2, bits, PALETTE, 4, 0x11, 0, 0, 2, 0x11);
      PictureException e = assertThrows(PictureException.class, () -> reader.read(file, "cut.bmp"));
      assertEquals(Kind.TRUNCATED, e.kind());
    }
  }

  @Test
  void masksMayBeWiderThanSixteenBits() throws PictureException {
    int[] masks = {0x7F << 25, 0x3FFFF << 7, 0x7F};
    byte[] file = PictureFiles.bmp(2, 1, 32, bytes(0x7F, 0xFF, 0xFF, 0x01, 0, 0, 0, 0x81), masks);
    assertPixel(0x00FFFF, reader.read(file, "wide.bmp").pixels(), 0, 0, 0);
    // Red 64 of 127, green 131072 of 262143.
    assertPixel(0x818000, reader.read(file, "wide.bmp").pixels(), 0, 1, 0);
    byte[] one = PictureFiles.bmp(1, 1, 32, bytes(0, 0, 0, 0x80), -1, 0xFF, 0xFF);
    assertPixel(0x800000, reader.read(one, "all.bmp").pixels(), 0, 0, 0);
  }

  @Test
  void reservedFieldsMayHoldSomething() throws PictureException {
    byte[] file = PictureFiles.bmp(1, 1, 24, bytes(3, 2, 1, 0));
    file[6] = 7;
    assertPixel(0x010203, reader.read(file, "reserved.bmp").pixels(), 0, 0, 0);
  }

  /// @param rows indices of the palette, from the top
  private void assertRows(byte[] file, String... rows) throws PictureException {
    Pixels pixels = reader.read(file, "runs.bmp").pixels();
    assertEquals(rows.length, pixels.height());
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < rows[y].length(); x++) {
        assertPixel(PALETTE[rows[y].charAt(x) - '0'], pixels, y, x, 0);
      }
    }
  }
}
