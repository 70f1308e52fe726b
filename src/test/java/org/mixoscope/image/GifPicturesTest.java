package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mixoscope.image.PictureFiles.bytes;
import static org.mixoscope.image.PictureReaderTest.assertPixel;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.mixoscope.image.PictureException.Kind;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// GIF as browsers read it. The colours of these files are red 0 and blue 1.
class GifPicturesTest {
  private static final int RED = 0xFF0000;
  private static final int BLUE = 0x0000FF;

  private final PictureReader reader = new PictureReader();

  @Test
  void aBackgroundThatIsNotThereDoesNoHarm() throws PictureException {
    byte[] file = gif(2, 1, 255, 0, 2, 1, new int[] {0, 1});
    assertPixel(RED, reader.read(file, "gif").pixels(), 0, 0, 0);
    assertPixel(BLUE, reader.read(file, "gif").pixels(), 0, 1, 0);
  }

  @Test
  void whatSticksOutOfTheCanvasIsCutOff() throws PictureException {
    byte[] file = gif(2, 1, 0, 0, 3, 2, new int[] {0, 1, 0, 1, 0, 1});
    Picture picture = reader.read(file, "gif");
    assertEquals(new Frame(1, 2), picture.pixels().frame());
    assertEquals(Set.of(), picture.traits());
    assertPixel(BLUE, picture.pixels(), 0, 1, 0);
  }

  @Test
  void bytesBehindTheEndCodeAreIgnored() throws PictureException {
    byte[] file = gif(2, 1, 0, 0, 2, 1, new int[] {0, 1}, 0x55, 0x33, 0x11);
    assertPixel(BLUE, reader.read(file, "gif").pixels(), 0, 1, 0);
  }

  @Test
  void interlacedRowsAreInTheirPlaces() throws PictureException {
    // Rows 0, 8 | 4 | 2, 6 | 1, 3, 5, 7.
    int[] stored = {0, 1, 1, 0, 1, 0, 0, 1, 1};
    int[] expected = {0, 0, 0, 0, 1, 1, 1, 1, 1};
    byte[] file = gif(1, 9, 0, 0x40, 1, 9, stored);
    Pixels pixels = reader.read(file, "gif").pixels();
    for (int y = 0; y < 9; y++) {
      assertPixel(expected[y] == 0 ? RED : BLUE, pixels, y, 0, 0);
    }
  }

  @Test
  void fewerPixelsThanTheFrameHasAreRefused() {
    PictureException e =
        assertThrows(
            PictureException.class,
            () -> reader.read(gif(2, 2, 0, 0, 2, 2, new int[] {0, 1, 0}), "gif"));
    assertEquals(Kind.TRUNCATED, e.kind());
  }

  @Test
  void memoryIsNotSpentOnAFrameThatCannotBeInTheFile() {
    byte[] file = gif(2, 1, 0, 0, 0xFFFF, 0xFFFF, new int[] {0, 1});
    PictureException e = assertThrows(PictureException.class, () -> reader.read(file, "gif"));
    assertEquals(Kind.TRUNCATED, e.kind());
  }

  @Test
  void longCodesAndFullTablesGiveEveryValue() throws PictureException {
    int[] palette = new int[256];
    for (int i = 0; i < 256; i++) {
      palette[i] = 0xFF000000 | i * 0x10305;
    }
    IndexColorModel colours = new IndexColorModel(8, 256, palette, 0, false, -1, 0);
    BufferedImage noise = new BufferedImage(200, 100, BufferedImage.TYPE_BYTE_INDEXED, colours);
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 200 * 100; i++) {
      noise.getRaster().setSample(i % 200, i / 200, 0, random.nextInt(i < 9000 ? 256 : 3));
    }
    Pixels pixels = reader.read(PictureFiles.encode(noise, "gif"), "noise.gif").pixels();
    for (int i = 0; i < 200 * 100; i++) {
      assertPixel(noise.getRGB(i % 200, i / 200) & 0xFFFFFF, pixels, i / 200, i % 200, 0);
    }
  }

  /// Codes of three bits, each after a 4 that clears the table; 5 ends.
  private static byte[] gif(
      int width,
      int height,
      int background,
      int flags,
      int across,
      int down,
      int[] indices,
      int... tail) {
    int[] packed = new int[(indices.length * 6 + 3 + 7) / 8];
    int bit = 0;
    for (int i = 0; i <= 2 * indices.length; i++) {
      int code = i == 2 * indices.length ? 5 : i % 2 == 0 ? 4 : indices[i / 2];
      for (int k = 0; k < 3; k++, bit++) {
        packed[bit / 8] |= (code >> k & 1) << bit % 8;
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes('G', 'I', 'F', '8', '9', 'a', width, 0, height, 0, 0x80, background, 0));
    out.writeBytes(bytes(255, 0, 0, 0, 0, 255));
    out.writeBytes(bytes(0x2C, 0, 0, 0, 0, across, across >> 8, down, down >> 8, flags));
    out.writeBytes(bytes(2, packed.length + tail.length));
    out.writeBytes(bytes(packed));
    out.writeBytes(bytes(tail));
    out.writeBytes(bytes(0, 0x3B));
    return out.toByteArray();
  }
}
