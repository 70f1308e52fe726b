package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mixoscope.image.PictureFiles.bytes;
import static org.mixoscope.image.PictureFiles.chunk;
import static org.mixoscope.image.PictureFiles.png;
import static org.mixoscope.image.PictureReaderTest.assertPixel;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// Alpha, transparent colours and uncovered canvas are laid on white.
class TransparentPicturesTest {
  private final PictureReader reader = new PictureReader();

  @Property(tries = 200)
  void eightBitAlphaIsExact(
      @ForAll @IntRange(max = 255) int colour, @ForAll @IntRange(max = 255) int alpha)
      throws PictureException {
    byte[] file = png(1, 8, 6, new byte[][] {bytes(colour, 0, 255, alpha)});
    Pixels pixels = reader.read(file, "rgba.png").pixels();
    assertEquals(onWhite(colour, alpha, 255), pixels.valueAt(0, 0, 0));
    assertEquals(onWhite(0, alpha, 255), pixels.valueAt(0, 0, 1));
    assertEquals(255, pixels.valueAt(0, 0, 2));
  }

  @Property(tries = 200)
  void sixteenBitAlphaIsRoundedOnce(
      @ForAll @IntRange(max = 65_535) int gray, @ForAll @IntRange(max = 65_535) int alpha)
      throws PictureException {
    byte[] row = bytes(gray >> 8, gray, alpha >> 8, alpha);
    Picture picture = reader.read(png(1, 16, 4, new byte[][] {row}), "ga.png");
    double opacity = alpha / 65_535.0;
    double exact = gray * opacity + 65_535 * (1 - opacity);
    assertEquals(exact, picture.pixels().valueAt(0, 0, 0), 0.5 + 1e-9);
    Pixels bytes = picture.as(PixelKind.GREY8);
    assertEquals(onWhite(gray, alpha, 65_535), bytes.valueAt(0, 0, 0), "rounded twice, as if once");
  }

  @Property(tries = 100)
  void tiffAlphaIsExact(
      @ForAll @IntRange(max = 255) int colour, @ForAll @IntRange(max = 255) int alpha)
      throws PictureException {
    BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_4BYTE_ABGR);
    image.getRaster().setPixel(0, 0, new int[] {colour, 0, 255, alpha});
    Pixels pixels = reader.read(PictureFiles.encode(image, "tiff"), "rgba.tif").pixels();
    assertEquals(onWhite(colour, alpha, 255), pixels.valueAt(0, 0, 0));
    assertEquals(onWhite(0, alpha, 255), pixels.valueAt(0, 0, 1));
    assertEquals(255, pixels.valueAt(0, 0, 2));
  }

  @Test
  void opaqueAlphaChannelIsNoTransparency() throws PictureException {
    byte[] file = png(1, 8, 6, new byte[][] {bytes(1, 2, 3, 255)});
    assertEquals(Set.of(), reader.read(file, "rgba.png").traits());
  }

  @Test
  void transparentPaletteEntries() throws PictureException {
    byte[] palette = chunk("PLTE", bytes(255, 0, 0, 0, 255, 0, 0, 0, 255));
    byte[] alpha = chunk("tRNS", bytes(0, 128));
    byte[] file = png(3, 2, 3, new byte[][] {bytes(0b00_01_10_00)}, palette, alpha);
    Picture picture = reader.read(file, "palette.png");
    assertEquals(Set.of(Trait.TRANSPARENT), picture.traits());
    assertPixel(0xFFFFFF, picture.pixels(), 0, 0, 0);
    assertPixel(0x7FFF7F, picture.pixels(), 0, 1, 0);
    assertPixel(0x0000FF, picture.pixels(), 0, 2, 0);
  }

  @Test
  void transparentColourOfPngWithoutAlphaChannel() throws PictureException {
    byte[] gray = png(2, 8, 0, new byte[][] {bytes(10, 200)}, chunk("tRNS", bytes(0, 10)));
    assertPixel(0xFFFFFF, reader.read(gray, "gray.png").pixels(), 0, 0, 0);
    assertPixel(0xC8C8C8, reader.read(gray, "gray.png").pixels(), 0, 1, 0);
    byte[] fourBit = png(2, 4, 0, new byte[][] {bytes(0x3C)}, chunk("tRNS", bytes(0, 3)));
    assertPixel(0xFFFFFF, reader.read(fourBit, "four.png").pixels(), 0, 0, 0);
    assertPixel(0xCCCCCC, reader.read(fourBit, "four.png").pixels(), 0, 1, 0);
    byte[] key = chunk("tRNS", bytes(0, 255, 0, 0, 0, 0));
    byte[] rgb = png(2, 8, 2, new byte[][] {bytes(255, 0, 0, 0, 255, 0)}, key);
    assertPixel(0xFFFFFF, reader.read(rgb, "rgb.png").pixels(), 0, 0, 0);
    assertPixel(0x00FF00, reader.read(rgb, "rgb.png").pixels(), 0, 1, 0);
  }

  @Test
  void webpWithAlpha() throws PictureException {
    // Blue, green, red, alpha.
    Pixels bgra = Pixels.of(bytes(50, 100, 200, 128, 0, 0, 0, 0), new Frame(1, 2), 4);
    byte[] file = OpenCv.encode(".webp", bgra, opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 101);
    Picture picture = reader.read(file, "rgba.webp");
    assertEquals(Set.of(Trait.TRANSPARENT), picture.traits());
    assertPixel(0xE3B198, picture.pixels(), 0, 0, 0);
    assertPixel(0xFFFFFF, picture.pixels(), 0, 1, 0);
  }

  @Test
  void gifWithTransparentPixels() throws PictureException {
    BufferedImage image = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(2, 1, Color.RED.getRGB());
    Picture picture = reader.read(PictureFiles.encode(image, "gif"), "transparent.gif");
    assertEquals(Set.of(Trait.TRANSPARENT), picture.traits());
    assertPixel(0xFF0000, picture.pixels(), 1, 2, 0);
    assertPixel(0xFFFFFF, picture.pixels(), 0, 0, 0);
  }

  @Test
  void firstGifFrameOnALargerCanvas() throws PictureException {
    byte[] small = PictureFiles.encode(PictureFiles.blocks(BufferedImage.TYPE_INT_RGB), "gif");
    byte[] file = gifAt(small, 40, 30, 5, 7);
    Picture picture = reader.read(file, "offset.gif");
    assertEquals(new Frame(30, 40), picture.pixels().frame());
    assertPixel(0xFFFFFF, picture.pixels(), 6, 4, 0);
    assertPixel(0xFF0000, picture.pixels(), 7, 5, 0);
    assertPixel(0x808080, picture.pixels(), 22, 36, 0);
    assertPixel(0xFFFFFF, picture.pixels(), 23, 37, 0);
  }

  @Test
  void onlyTheFirstGifFrameCounts() throws PictureException {
    byte[] one = PictureFiles.encode(PictureFiles.blocks(BufferedImage.TYPE_INT_RGB), "gif");
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.write(one, 0, one.length - 1);
    // A second frame that is nowhere near the canvas, and then the end of the file.
    two.writeBytes(bytes(0x2C, 0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 1, 0, 0, 2));
    Picture picture = reader.read(two.toByteArray(), "two.gif");
    assertEquals(Set.of(Trait.FIRST_FRAME), picture.traits());
    assertPixel(0xFF0000, picture.pixels(), 0, 0, 0);
  }

  /// The file with another canvas and its frame at another place.
  private static byte[] gifAt(byte[] gif, int width, int height, int left, int top) {
    byte[] moved = gif.clone();
    System.arraycopy(bytes(width, 0, height, 0), 0, moved, 6, 4);
    int image = 13 + ((gif[10] & 0x80) == 0 ? 0 : 3 << (gif[10] & 7) + 1);
    while (moved[image] != 0x2C) {
      // Extensions of one sub-block.
      image += 2 + 1 + moved[image + 2] + 1;
    }
    System.arraycopy(bytes(left, 0, top, 0), 0, moved, image + 1, 4);
    return moved;
  }

  private static int onWhite(int colour, int alpha, int max) {
    double opacity = (double) alpha / max;
    double value = (colour * opacity + max * (1 - opacity)) * 255 / max;
    // Ties fall on either side of a double.
    return (int) Math.floor(value + 0.5 + 1e-9);
  }
}
