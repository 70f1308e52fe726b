package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.image.PictureFiles.blockPixels;
import static org.mixoscope.image.PictureFiles.blocks;
import static org.mixoscope.image.PictureFiles.bytes;
import static org.mixoscope.image.PictureFiles.encode;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import javax.imageio.IIOImage;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// Opaque pictures of every format; transparent ones are in [TransparentPicturesTest].
class PictureReaderTest {
  private static final String ONE_PIXEL =
      "5249464616000000574542505650384c0a000000" + "2f00000000882247ff03";

  private final PictureReader reader = new PictureReader();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "gif", "tiff"})
  void losslessFormatsGiveEveryValue(String format) throws PictureException {
    Picture picture = reader.read(encode(blocks(BufferedImage.TYPE_INT_RGB), format), format);
    assertTrue(picture.pixels().sameAs(blockPixels()), format);
    assertEquals(Set.of(), picture.traits());
  }

  @ParameterizedTest
  @CsvSource({"bmp, BI_RLE8", "tiff, LZW", "tiff, ZLib", "tiff, PackBits", "tiff, Deflate"})
  void compressedFormatsGiveEveryValue(String format, String compression) throws PictureException {
    BufferedImage image = blocks(BufferedImage.TYPE_BYTE_INDEXED);
    byte[] file = encode(new IIOImage(image, null, null), format, compression, 0.5f);
    // The JDK's palette is a cube, which has not all of the colours.
    int brown = image.getRGB(PictureFiles.BLOCK, PictureFiles.BLOCK);
    Pixels pixels = reader.read(file, format).pixels();
    assertPixel(0xFF0000, pixels, 0, 0, 0);
    assertPixel(0x0000FF, pixels, 0, 2 * PictureFiles.BLOCK, 0);
    assertPixel(brown & 0xFFFFFF, pixels, PictureFiles.BLOCK, PictureFiles.BLOCK, 0);
  }

  @Test
  void losslessWebpGivesEveryValue() throws PictureException {
    byte[] file = OpenCv.encode(".webp", blockPixels(), opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 101);
    assertTrue(reader.read(file, "webp").pixels().sameAs(blockPixels()));
  }

  @Test
  void theSmallestWebpIsRead() throws PictureException {
    // Thirty bytes, as Pillow makes it; OpenCV wants 32.
    byte[] file = HexFormat.of().parseHex(ONE_PIXEL);
    assertPixel(0xC80000, reader.read(file, "one.webp").pixels(), 0, 0, 0);
  }

  @Test
  void lossyWebpIsClose() throws PictureException {
    byte[] file = OpenCv.encode(".webp", blockPixels(), opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 95);
    assertBlocks(reader.read(file, "webp").pixels(), 24);
  }

  @Test
  void jpegIsClose() throws PictureException {
    IIOImage image = new IIOImage(blocks(BufferedImage.TYPE_INT_RGB), null, null);
    assertBlocks(reader.read(encode(image, "jpeg", null, 1), "jpeg").pixels(), 3);
  }

  @Test
  void extensionsDoNotMatter() throws IOException {
    Path file = folder.resolve("really-a-png.jpg");
    Files.write(file, encode(blocks(BufferedImage.TYPE_INT_RGB), "png"));
    assertTrue(reader.read(file).pixels().sameAs(blockPixels()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "tiff"})
  void grayStaysOneChannelAndBecomesThreeEqualOnes(String format) throws PictureException {
    BufferedImage gray = gray();
    Picture picture = reader.read(encode(gray, format), format);
    assertEquals(Set.of(Trait.GRAYSCALE), picture.traits());
    assertEquals(PixelKind.GREY8, PixelKind.of(picture.pixels()));
    for (int x = 0; x < gray.getWidth(); x++) {
      int value = gray.getRaster().getSample(x, 0, 0);
      int tolerance = format.equals("jpeg") ? 8 : 0;
      assertEquals(value, picture.pixels().valueAt(0, x, 0), tolerance);
      assertPixel(value * 0x010101, picture.as(PixelKind.RGB8), 0, x, tolerance);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "tiff"})
  void sixteenBitsStayAndAreRoundedToEightForWhoWantsThat(String format) throws PictureException {
    BufferedImage image = new BufferedImage(5, 1, BufferedImage.TYPE_USHORT_GRAY);
    int[] values = {0, 128, 129, 257 * 200 + 128, 65_535};
    image.getRaster().setSamples(0, 0, 5, 1, 0, values);
    Picture picture = reader.read(encode(image, format), format);
    assertEquals(Set.of(Trait.GRAYSCALE, Trait.SIXTEEN_BIT), picture.traits());
    assertEquals(new PixelKind(1, ElementType.UINT16), PixelKind.of(picture.pixels()));
    int[] expected = {0, 0, 1, 200, 255};
    for (int x = 0; x < 5; x++) {
      assertEquals(values[x], picture.pixels().valueAt(0, x, 0));
      assertPixel(expected[x] * 0x010101, picture.as(PixelKind.RGB8), 0, x, 0);
    }
  }

  @Test
  void coloursOfSixteenBitsStay() throws PictureException {
    byte[] row = bytes(0x12, 0x34, 0x56, 0x78, 0x9A, 0xBC);
    Picture picture = reader.read(PictureFiles.png(1, 16, 2, new byte[][] {row}), "png");
    assertEquals(Set.of(Trait.SIXTEEN_BIT), picture.traits());
    assertEquals(new PixelKind(3, ElementType.UINT16), PixelKind.of(picture.pixels()));
    assertEquals(0x1234, picture.pixels().valueAt(0, 0, 0));
    assertEquals(0x5678, picture.pixels().valueAt(0, 0, 1));
    assertEquals(0x9ABC, picture.pixels().valueAt(0, 0, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "tiff", "bmp", "gif"})
  void theHeaderTellsTheKind(String format) throws IOException {
    Path file = folder.resolve("picture");
    for (int type : new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY}) {
      Files.write(file, encode(blocks(type), format));
      assertEquals(
          PixelKind.of(reader.read(file).pixels()),
          reader.header(file.toString()).kind(),
          format + type);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0x1FFF, 0xFFFF})
  void aKindIsFoundBehindALongPreview(int length) throws IOException {
    byte[] jpeg = encode(gray(), "jpeg");
    ByteBuffer longer = ByteBuffer.allocate(jpeg.length + 2 * length).put(jpeg, 0, 2);
    for (int i = 0; i < 2; i++) {
      longer.put((byte) 0xFF).put((byte) 0xE5).putShort((short) (length - 2));
      longer.position(longer.position() + length - 4);
    }
    Path file = folder.resolve("preview.jpg");
    Files.write(file, longer.put(jpeg, 2, jpeg.length - 2).array());
    assertEquals(PixelKind.GREY8, reader.header(file.toString()).kind());
    Files.write(file, Arrays.copyOf(longer.array(), length));
    assertEquals(
        PictureException.Kind.TRUNCATED,
        assertThrows(PictureException.class, () -> reader.header(file.toString())).kind());
  }

  @Test
  void everyPngDepthIsSpreadOverTheWholeRange() throws PictureException {
    for (int bits : new int[] {1, 2, 4}) {
      int max = (1 << bits) - 1;
      byte[][] rows = {bytes(max << 8 - bits), bytes(1 << 8 - bits)};
      Pixels pixels = reader.read(PictureFiles.png(1, bits, 0, rows), "png").pixels();
      assertPixel(0xFFFFFF, pixels, 0, 0, 0);
      assertPixel(255 / max * 0x010101, pixels, 1, 0, 0);
    }
  }

  @Test
  void profilesAndGammaInPngAreNotApplied() throws PictureException {
    byte[] gamma = PictureFiles.chunk("gAMA", bytes(0, 1, 0x86, 0xA0));
    byte[] wide = PictureFiles.chunk("cICP", bytes(9, 16, 0, 1));
    byte[] file = PictureFiles.png(1, 8, 2, new byte[][] {bytes(100, 150, 200)}, gamma, wide);
    assertPixel(0x6496C8, reader.read(file, "png").pixels(), 0, 0, 0);
  }

  @Test
  void cmykJpegOfAdobesKindHasItsColours() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/pictures/ycck.jpg")) {
      Picture picture = reader.read(Objects.requireNonNull(in).readAllBytes(), "ycck.jpg");
      assertEquals(Set.of(Trait.CMYK), picture.traits());
      assertBlocks(picture.pixels(), 4);
    }
  }

  @Test
  void cmykJpegWithoutMarkerIsInvertedToo() throws PictureException {
    WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 8, 4, null);
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 16; x++) {
        // Cyan ink left, magenta right; 255 is no ink.
        inks.setPixel(x, y, x < 8 ? new int[] {0, 255, 255, 255} : new int[] {255, 0, 255, 255});
      }
    }
    byte[] file = encode(new IIOImage(inks, null, null), "jpeg", null, 1);
    Picture picture = reader.read(file, "cmyk.jpg");
    assertEquals(Set.of(Trait.CMYK), picture.traits());
    assertPixel(0x00FFFF, picture.pixels(), 4, 3, 4);
    assertPixel(0xFF00FF, picture.pixels(), 4, 12, 4);
  }

  @Test
  void bitmapsOfFifteenSixteenAndThirtyTwoBits() throws PictureException {
    byte[] rgb555 = PictureFiles.bmp(2, 1, 16, bytes(0xFF, 0x7F, 0x00, 0x7C));
    assertPixel(0xFFFFFF, reader.read(rgb555, "bmp").pixels(), 0, 0, 0);
    assertPixel(0xFF0000, reader.read(rgb555, "bmp").pixels(), 0, 1, 0);
    byte[] rgb565 =
        PictureFiles.bmp(2, 1, 16, bytes(0xFF, 0xFF, 0xE0, 0x07), 0xF800, 0x07E0, 0x001F);
    assertPixel(0xFFFFFF, reader.read(rgb565, "bmp").pixels(), 0, 0, 0);
    assertPixel(0x00FF00, reader.read(rgb565, "bmp").pixels(), 0, 1, 0);
    // The fourth byte is unused, not alpha.
    byte[] padded = PictureFiles.bmp(1, 1, 32, bytes(3, 2, 1, 0));
    assertPixel(0x010203, reader.read(padded, "bmp").pixels(), 0, 0, 0);
    byte[] reversed =
        PictureFiles.bmp(1, 1, 32, bytes(9, 3, 2, 1), 0xFF000000, 0x00FF0000, 0x0000FF00);
    assertPixel(0x010203, reader.read(reversed, "bmp").pixels(), 0, 0, 0);
  }

  @Test
  void bitmapRowsFromTheTop() throws PictureException {
    byte[] file = PictureFiles.bmp(1, -2, 24, bytes(3, 2, 1, 0, 6, 5, 4, 0));
    assertPixel(0x010203, reader.read(file, "bmp").pixels(), 0, 0, 0);
    assertPixel(0x040506, reader.read(file, "bmp").pixels(), 1, 0, 0);
  }

  @Test
  void maskIsTheLumaOfThePicture() throws IOException {
    Path file = folder.resolve("mask.png");
    Files.write(file, encode(blocks(BufferedImage.TYPE_INT_RGB), "png"));
    Pixels mask = reader.readMask(file);
    assertEquals(1, mask.channels());
    assertEquals(76, mask.valueAt(0, 0, 0));
    assertEquals(150, mask.valueAt(0, PictureFiles.BLOCK, 0));
    assertEquals(29, mask.valueAt(0, 2 * PictureFiles.BLOCK, 0));
    Files.write(file, encode(gray(), "png"));
    assertEquals(17, reader.readMask(file).valueAt(0, 1, 0));
  }

  private static BufferedImage gray() {
    BufferedImage gray = new BufferedImage(16, 1, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < 16; x++) {
      gray.getRaster().setSample(x, 0, 0, 17 * x);
    }
    return gray;
  }

  /// The middle of every block has its colour.
  private static void assertBlocks(Pixels pixels, int tolerance) {
    int half = PictureFiles.BLOCK / 2;
    assertEquals(new Frame(2 * PictureFiles.BLOCK, 4 * PictureFiles.BLOCK), pixels.frame());
    for (int y = half; y < pixels.height(); y += PictureFiles.BLOCK) {
      for (int x = half; x < pixels.width(); x += PictureFiles.BLOCK) {
        assertPixel(PictureFiles.colourAt(y, x), pixels, y, x, tolerance);
      }
    }
  }

  static void assertPixel(int rgb, Pixels pixels, int y, int x, int tolerance) {
    Pixels colours = Conversion.to(PixelKind.RGB8, pixels);
    for (int channel = 0; channel < 3; channel++) {
      int expected = rgb >> 16 - 8 * channel & 0xFF;
      assertEquals(
          expected,
          colours.valueAt(y, x, channel),
          tolerance,
          "row " + y + ", column " + x + ", channel " + channel);
    }
  }
}
