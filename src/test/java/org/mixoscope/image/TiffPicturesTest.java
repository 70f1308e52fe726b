package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.image.PictureFiles.bytes;
import static org.mixoscope.image.PictureFiles.encode;
import static org.mixoscope.image.PictureReaderTest.assertPixel;
import static org.mixoscope.image.TiffBuilder.deflated;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.PictureException.Kind;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// TIFF as many programs write it: strips and tiles, packed and not, and what their values mean.
@BesideWindows
class TiffPicturesTest {
  private static final int GRAY = 1;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int EXTRA_SAMPLES = 338;

  private final PictureReader reader = new PictureReader();

  @ParameterizedTest
  @ValueSource(
      ints = {6, 9, 10, 99, 32_908, 34_712, 34_892, 34_925, 34_926, 34_927, 50_000, 50_013})
  void otherCompressionsAreNamedAndNotBlack(int compression) {
    byte[] file = TiffBuilder.of(4, 2, 8, 3, RGB).compression(compression).strips(new byte[24]);
    PictureException e = refused(Kind.UNSUPPORTED_FORMAT, file);
    assertTrue(e.getMessage().contains("compression " + compression), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"LZW", "ZLib", "PackBits", "Deflate"})
  void longCodesAndFullTablesGiveEveryValue(String compression) throws PictureException {
    BufferedImage noise = noise();
    byte[] file = encode(new IIOImage(noise, null, null), "tiff", compression, 0.5f);
    Pixels pixels = reader.read(file, compression).pixels();
    for (int y = 0; y < noise.getHeight(); y++) {
      for (int x = 0; x < noise.getWidth(); x++) {
        assertPixel(noise.getRGB(x, y) & 0xFFFFFF, pixels, y, x, 0);
      }
    }
  }

  @Test
  void damagedDeflateIsRefused() {
    byte[] packed = deflated(bytesOf(noise()));
    Arrays.fill(packed, packed.length / 2, packed.length, (byte) 0x5A);
    refused(Kind.TRUNCATED, compressed(TiffBuilder.DEFLATE).strips(packed));
  }

  @Test
  void deflateOfWrongValuesIsRefusedByItsChecksum() {
    byte[] packed = deflated(new byte[64 * 48 * 3]);
    packed[packed.length - 1]++;
    refused(Kind.TRUNCATED, compressed(TiffBuilder.DEFLATE).strips(packed));
  }

  @Test
  void blocksThatAreTooShortAreRefused() {
    byte[] packed = deflated(new byte[64 * 47 * 3]);
    refused(Kind.TRUNCATED, compressed(TiffBuilder.DEFLATE).strips(packed));
    refused(Kind.TRUNCATED, compressed(32_773).strips(bytes(-127, 7)));
    refused(Kind.TRUNCATED, compressed(1).strips(new byte[64 * 48 * 3 - 1]));
    refused(Kind.TRUNCATED, compressed(1).tag(278, 24).strips(new byte[64 * 24 * 3]));
  }

  /// Codes of nine bits, high bits first: 256 clears the table, 257 ends.
  @Test
  void lzwWithACodeThatMeansNothingIsRefused() throws PictureException {
    TiffBuilder one = TiffBuilder.of(1, 1, 8, 1, GRAY).compression(TiffBuilder.LZW);
    byte[] good = one.strips(bytes(0x80, 0x10, 0x60, 0x20)); // 256, 65, 257
    assertEquals(65, reader.read(good, "lzw").pixels().valueAt(0, 0, 0));
    refused(Kind.TRUNCATED, one.strips(bytes(0x80, 0x7D, 0x00))); // 256, 500
    refused(Kind.TRUNCATED, one.tag(256, 2).strips(bytes(0x80, 0x10, 0x60, 0x20)));
  }

  @Test
  void lzwOfEarlyWritersHasItsLowBitsFirst() throws PictureException {
    TiffBuilder one = TiffBuilder.of(1, 1, 8, 1, GRAY).compression(TiffBuilder.LZW);
    byte[] file = one.strips(bytes(0x00, 0x83, 0x04, 0x04)); // 256, 65, 257
    assertEquals(65, reader.read(file, "lzw").pixels().valueAt(0, 0, 0));
  }

  @Test
  void memoryIsNotSpentOnWhatCannotBeInTheFile() {
    PictureReader any = new PictureReader(Long.MAX_VALUE);
    byte[] file =
        TiffBuilder.of(20_000, 20_000, 8, 1, GRAY)
            .compression(TiffBuilder.DEFLATE)
            .strips(deflated(new byte[9]));
    PictureException e = assertThrows(PictureException.class, () -> any.read(file, "bomb.tif"));
    assertEquals(Kind.TRUNCATED, e.kind());
  }

  @ParameterizedTest
  @CsvSource({"2, 127, 202, 127", "1, 255, 255, 255"})
  void palettesMayHaveAlpha(int extra, int red, int green, int blue) throws PictureException {
    long[] map = new long[3 * 256];
    map[256 + 1] = 150 * 257;
    map[1] = extra == 1 ? 65_535 : 0;
    map[512 + 1] = extra == 1 ? 65_535 : 0;
    byte[] file =
        TiffBuilder.of(2, 1, 8, 2, PALETTE)
            .tag(320, map)
            .tag(EXTRA_SAMPLES, extra)
            .strips(bytes(1, 128, 0, 255));
    Picture picture = reader.read(file, "palette.tif");
    assertEquals(Set.of(Trait.TRANSPARENT), picture.traits());
    assertPixel(red << 16 | green << 8 | blue, picture.pixels(), 0, 0, 0);
    assertPixel(0, picture.pixels(), 0, 1, 0);
  }

  @Test
  void aFourthSampleWithoutAWordIsAlpha() throws PictureException {
    TiffBuilder file = TiffBuilder.of(2, 1, 8, 4, RGB);
    byte[] values = bytes(200, 0, 0, 255, 0, 0, 0, 0);
    Pixels meant = reader.read(file.strips(values), "four.tif").pixels();
    assertPixel(0xC80000, meant, 0, 0, 0);
    assertPixel(0xFFFFFF, meant, 0, 1, 0);
    byte[] other = file.tag(EXTRA_SAMPLES, 0).strips(values);
    assertPixel(0, reader.read(other, "spot.tif").pixels(), 0, 1, 0);
  }

  @Test
  void alphaIsFoundAmongOtherExtraSamples() throws PictureException {
    byte[] first =
        TiffBuilder.of(1, 1, 8, 5, RGB).tag(EXTRA_SAMPLES, 1, 0).strips(bytes(0, 0, 100, 128, 6));
    assertPixel(0x7F7FE3, reader.read(first, "first.tif").pixels(), 0, 0, 0);
    byte[] second =
        TiffBuilder.of(1, 1, 8, 5, RGB).tag(EXTRA_SAMPLES, 0, 2).strips(bytes(0, 0, 200, 6, 128));
    assertPixel(0x7F7FE3, reader.read(second, "second.tif").pixels(), 0, 0, 0);
    byte[] none =
        TiffBuilder.of(1, 1, 8, 6, RGB).tag(EXTRA_SAMPLES, 0, 0, 0).strips(bytes(1, 2, 3, 4, 5, 6));
    assertPixel(0x010203, reader.read(none, "none.tif").pixels(), 0, 0, 0);
  }

  /// What lies behind the edge of the picture is padding.
  @ParameterizedTest
  @CsvSource({"16, 16, 16", "16, 20, 18", "32, 33, 65", "240, 240, 240"})
  void tilesOfEverySize(int side, int width, int height) throws PictureException {
    for (int samples : new int[] {1, 3}) {
      byte[][] tiles = tiles(side, width, height, samples);
      TiffBuilder tiff = TiffBuilder.of(width, height, 8, samples, samples == 1 ? GRAY : RGB);
      assertRamp(tiff.tiles(side).tiled(tiles), width, height);
      // Some writers list them where strips belong.
      TiffBuilder odd = TiffBuilder.of(width, height, 8, samples, samples == 1 ? GRAY : RGB);
      assertRamp(odd.tiles(side).strips(tiles), width, height);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0x7FFFFFFFL, 0xFFFFFFFFL, 48})
  void rowsPerStripMayBeAsManyAsThereAre(long rows) throws PictureException {
    byte[] values = tiles(64, 64, 48, 3)[0];
    byte[] strip = Arrays.copyOf(values, 64 * 48 * 3);
    assertRamp(TiffBuilder.of(64, 48, 8, 3, RGB).tag(278, rows).strips(strip), 64, 48);
    byte[] packed = deflated(strip);
    assertRamp(compressed(TiffBuilder.DEFLATE).tag(278, rows).strips(packed), 64, 48);
  }

  @Test
  void planesOneAfterTheOther() throws PictureException {
    TiffBuilder file = TiffBuilder.of(2, 2, 8, 3, RGB).tag(284, 2).tag(278, 1);
    byte[] planes =
        file.strips(
            bytes(1, 4), bytes(7, 10), bytes(2, 5), bytes(8, 11), bytes(3, 6), bytes(9, 12));
    Pixels pixels = reader.read(planes, "planes.tif").pixels();
    assertPixel(0x010203, pixels, 0, 0, 0);
    assertPixel(0x040506, pixels, 0, 1, 0);
    assertPixel(0x070809, pixels, 1, 0, 0);
    assertPixel(0x0A0B0C, pixels, 1, 1, 0);
  }

  @Test
  void differencesOfSixteenBitsInBothOrders() throws PictureException {
    byte[] low = deflated(bytes(0xFF, 0x01, 0x02, 0x00));
    byte[] high = deflated(bytes(0x01, 0xFF, 0x00, 0x02));
    TiffBuilder little = TiffBuilder.of(2, 1, 16, 1, GRAY).compression(TiffBuilder.DEFLATE);
    TiffBuilder big = TiffBuilder.of(2, 1, 16, 1, GRAY).compression(TiffBuilder.DEFLATE);
    byte[] intel = little.tag(317, 2).strips(low);
    byte[] motorola = big.tag(317, 2).bigEndian().strips(high);
    for (byte[] file : new byte[][] {intel, motorola}) {
      Pixels pixels = reader.read(file, "differences.tif").pixels();
      assertEquals(0x1FF, pixels.valueAt(0, 0, 0));
      assertEquals(0x201, pixels.valueAt(0, 1, 0));
    }
  }

  @Test
  void bytesMayBeMirrored() throws PictureException {
    byte[] file = TiffBuilder.of(1, 1, 8, 1, GRAY).tag(266, 2).strips(bytes(0b0000_0110));
    assertEquals(0b0110_0000, reader.read(file, "mirrored.tif").pixels().valueAt(0, 0, 0));
  }

  @Test
  void fewBitsAndSeveralSamples() throws PictureException {
    byte[] file = TiffBuilder.of(2, 1, 4, 3, RGB).strips(bytes(0xF0, 0x31, 0x2F));
    Pixels pixels = reader.read(file, "four.tif").pixels();
    assertPixel(0xFF0033, pixels, 0, 0, 0);
    assertPixel(0x1122FF, pixels, 0, 1, 0);
  }

  /// The primaries of sRGB in CIE L*a*b* of D50, by the published formulas.
  @ParameterizedTest
  @CsvSource({
    "100, 0, 0, FFFFFF",
    "0, 0, 0, 000000",
    "54.2905, 80.8049, 69.8910, FF0000",
    "87.8185, -79.2711, 80.9946, 00FF00",
    "29.5683, 68.2874, -112.0297, 0000FF",
    "53.5850, 0, 0, 808080"
  })
  void labHasTheColoursOfAScreen(double lightness, double a, double b, String hex)
      throws PictureException {
    int rgb = Integer.parseInt(hex, 16);
    byte[] eight =
        bytes((int) Math.round(lightness * 2.55), (int) Math.round(a), (int) Math.round(b));
    // A step of eight bits is up to ten of a dark screen colour.
    assertPixel(rgb, lab(8, 8, eight), 0, 0, 10);
    byte[] offset = eight.clone();
    offset[1] = (byte) (eight[1] + 128);
    offset[2] = (byte) (eight[2] + 128);
    assertPixel(rgb, lab(9, 8, offset), 0, 0, 10);
    assertPixel(rgb, lab(8, 16, words(lightness * 655.35, a * 256, b * 256)), 0, 0, 1);
    byte[] icc = words(lightness * 652.8, a * 256 + 32_768, b * 256 + 32_768);
    assertPixel(rgb, lab(9, 16, icc), 0, 0, 1);
  }

  @Test
  void jpegInsideIsReadAndRefusedIfDamaged() throws PictureException {
    BufferedImage image = PictureFiles.blocks(BufferedImage.TYPE_INT_RGB);
    byte[] file = encode(new IIOImage(image, null, null), "tiff", "JPEG", 1);
    Picture picture = reader.read(file, "jpeg.tif");
    assertEquals(new Frame(16, 32), picture.pixels().frame());
    assertPixel(0xC86432, picture.pixels(), 12, 12, 4);
    int scan = 0;
    while (file[scan] != (byte) 0xFF || file[scan + 1] != (byte) 0xDA) {
      scan++;
    }
    // The strip is cut off within its first row of blocks.
    file[scan + 24] = (byte) 0xFF;
    file[scan + 25] = (byte) 0xD9;
    refused(Kind.TRUNCATED, file);
  }

  private Pixels lab(int photometric, int bits, byte[] values) throws PictureException {
    Picture picture =
        reader.read(TiffBuilder.of(1, 1, bits, 3, photometric).strips(values), "lab.tif");
    return picture.as(PixelKind.RGB8);
  }

  private static byte[] words(double... values) {
    byte[] words = new byte[2 * values.length];
    for (int i = 0; i < values.length; i++) {
      int value = (int) Math.round(values[i]);
      words[2 * i] = (byte) value;
      words[2 * i + 1] = (byte) (value >> 8);
    }
    return words;
  }

  /// Tiles of a ramp, and 99 where there is no picture.
  private static byte[][] tiles(int side, int width, int height, int samples) {
    int across = (width + side - 1) / side;
    byte[][] tiles = new byte[across * ((height + side - 1) / side)][side * side * samples];
    for (byte[] tile : tiles) {
      Arrays.fill(tile, (byte) 99);
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = (y % side * side + x % side) * samples;
        Arrays.fill(tiles[y / side * across + x / side], at, at + samples, (byte) (7 * x + 13 * y));
      }
    }
    return tiles;
  }

  private void assertRamp(byte[] file, int width, int height) throws PictureException {
    Pixels pixels = Conversion.to(PixelKind.RGB8, reader.read(file, "ramp.tif").pixels());
    assertEquals(new Frame(height, width), pixels.frame());
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        assertPixel((7 * x + 13 * y & 0xFF) * 0x010101, pixels, y, x, 0);
      }
    }
  }

  private static TiffBuilder compressed(int compression) {
    return TiffBuilder.of(64, 48, 8, 3, RGB).compression(compression);
  }

  private static BufferedImage noise() {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 64 * 48; i++) {
      image.setRGB(i % 64, i / 64, random.nextInt());
    }
    return image;
  }

  private static byte[] bytesOf(BufferedImage image) {
    byte[] values = new byte[image.getWidth() * image.getHeight() * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) image.getRaster().getSample(i / 3 % 64, i / 3 / 64, i % 3);
    }
    return values;
  }

  private PictureException refused(Kind kind, byte[] file) {
    PictureException e = assertThrows(PictureException.class, () -> reader.read(file, "odd.tif"));
    assertEquals(kind, e.kind());
    return e;
  }
}
