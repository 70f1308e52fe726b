package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Layout;
import org.mixoscope.kernel.Pixels;

/// Masks are read as they are stored: the index, not the colour it is shown in.
@BesideWindows
class IndexPicturesTest {
  private static final int[] COLOURS = {0xFFFFFF, 0x102030, 0, 0xFFFFFF};

  /// A row of 0 1 2 3, packed with this many bits, and one of 3 2 1 0; of one bit, 0 1 0 1.
  private static byte[][] rows(int bits) {
    return switch (bits) {
      case 1 -> new byte[][] {PictureFiles.bytes(0x50), PictureFiles.bytes(0xA0)};
      case 2 -> new byte[][] {PictureFiles.bytes(0x1B), PictureFiles.bytes(0xE4)};
      case 4 -> new byte[][] {PictureFiles.bytes(0x01, 0x23), PictureFiles.bytes(0x32, 0x10)};
      case 8 -> new byte[][] {PictureFiles.bytes(0, 1, 2, 3), PictureFiles.bytes(3, 2, 1, 0)};
      default ->
          new byte[][] {
            PictureFiles.bytes(0, 0, 0, 1, 0, 2, 0, 3), PictureFiles.bytes(0, 3, 0, 2, 0, 1, 0, 0)
          };
    };
  }

  private static List<Integer> expected(int bits) {
    return bits == 1 ? List.of(0, 1, 0, 1, 1, 0, 1, 0) : List.of(0, 1, 2, 3, 3, 2, 1, 0);
  }

  @ParameterizedTest
  @CsvSource({"1,0", "2,0", "4,0", "8,0", "16,0", "1,3", "2,3", "4,3", "8,3"})
  void pngGivesWhatIsStored(int bits, int colourType) throws PictureException {
    byte[] palette = new byte[3 * Math.min(COLOURS.length, 1 << bits)];
    for (int i = 0; i < palette.length; i++) {
      palette[i] = (byte) (COLOURS[i / 3] >> 8 * (2 - i % 3));
    }
    byte[][] extra =
        colourType == 0
            ? new byte[0][]
            : new byte[][] {
              PictureFiles.chunk("PLTE", palette), PictureFiles.chunk("tRNS", (byte) 0)
            };
    byte[] png = PictureFiles.png(4, bits, colourType, rows(bits), extra);

    IndexPicture mask = new PictureReader().indices(png, "mask.png");

    assertEquals(expected(bits), values(mask));
    assertEquals(bits == 16 ? ElementType.UINT16 : ElementType.UINT8, mask.pixels().type());
    if (colourType == 3) {
      assertEquals(
          IntStream.of(COLOURS).limit(palette.length / 3).boxed().toList(),
          Objects.requireNonNull(mask.palette()).colours());
    } else {
      assertNull(mask.palette());
    }
  }

  @ParameterizedTest
  @CsvSource({"1,1", "4,1", "8,1", "16,1", "2,3", "8,3"})
  void tiffGivesWhatIsStored(int bits, int photometric) throws PictureException {
    TiffBuilder tiff = TiffBuilder.of(4, 2, bits, 1, photometric).bigEndian();
    if (photometric == 3) {
      tiff.tag(320, LongStream.range(0, 3L << bits).map(i -> i % 4 * 0x1111).toArray());
    }
    byte[][] rows = rows(bits);
    byte[] strip = new byte[2 * rows[0].length];
    System.arraycopy(rows[0], 0, strip, 0, rows[0].length);
    System.arraycopy(rows[1], 0, strip, rows[0].length, rows[1].length);

    IndexPicture mask = new PictureReader().indices(tiff.strips(strip), "mask.tif");

    assertEquals(expected(bits), values(mask));
  }

  @Test
  void bitmapGivesWhatIsStored() throws PictureException {
    byte[] upwards = PictureFiles.bytes(3, 2, 1, 0, 0, 1, 2, 255);
    byte[] runs = PictureFiles.runs(4, 2, 8, COLOURS, 4, 1, 0, 0, 2, 3, 2, 2, 0, 1);

    assertEquals(
        List.of(0, 1, 2, 255, 3, 2, 1, 0),
        values(new PictureReader().indices(PictureFiles.bmp(4, 2, 8, upwards), "mask.bmp")));
    assertEquals(
        List.of(3, 3, 2, 2, 1, 1, 1, 1), values(new PictureReader().indices(runs, "mask.bmp")));
  }

  @Test
  void coloursStayColours() throws PictureException {
    byte[] png = PictureFiles.png(1, 8, 2, new byte[][] {PictureFiles.bytes(1, 2, 3)});

    IndexPicture mask = new PictureReader().indices(png, "mask.png");

    assertEquals(3, mask.pixels().channels());
    assertEquals(List.of(1, 2, 3), values(mask));
  }

  @Test
  void whatMayHaveChangedIsRefused() {
    BufferedImage image = PictureFiles.blocks(BufferedImage.TYPE_BYTE_GRAY);
    byte[] seeThrough = PictureFiles.png(1, 8, 6, new byte[][] {PictureFiles.bytes(1, 2, 3, 9)});

    assertEquals(
        "m.jpg may have changed values: masks are read from PNG, TIFF and BMP, save it as PNG",
        refusal(PictureFiles.encode(image, "jpg"), "m.jpg"));
    assertEquals(
        "m.png is transparent or of 16-bit colours: a mask has indices, or opaque colours of 8"
            + " bits",
        refusal(seeThrough, "m.png"));
    byte[] damaged = PictureFiles.png(4, 8, 0, rows(8));
    damaged[damaged.length - 20]++;
    assertEquals(
        "m.png is damaged or incomplete: copy or download it once more", refusal(damaged, "m.png"));
  }

  /// Of compression and filters there is one method each, of headers one.
  @Test
  void headersOfNoKindAreRefused() {
    byte[] png = PictureFiles.png(4, 8, 0, rows(8));
    byte[] twice =
        PictureFiles.png(
            4,
            8,
            0,
            rows(8),
            PictureFiles.chunk("IHDR", new byte[] {0, 0, 0, 4, 0, 0, 0, 2, 8, 0, 0, 0, 0}));
    List<byte[]> all = new ArrayList<>(List.of(twice));
    for (int at : new int[] {26, 27}) {
      byte[] other = png.clone();
      other[at] = 1;
      CRC32 crc = new CRC32();
      crc.update(other, 12, 17);
      ByteBuffer.wrap(other).putInt(29, (int) crc.getValue());
      all.add(other);
    }

    for (byte[] file : all) {
      assertEquals(
          "m.png is damaged or incomplete: copy or download it once more", refusal(file, "m.png"));
    }
  }

  private static String refusal(byte[] file, String name) {
    return assertThrows(PictureException.class, () -> new PictureReader().indices(file, name))
        .getMessage();
  }

  /// As the VOC development kit lists them.
  @ParameterizedTest
  @CsvSource({
    "0,0,0,0",
    "1,128,0,0",
    "2,0,128,0",
    "3,128,128,0",
    "8,64,0,0",
    "15,192,128,128",
    "20,0,64,128",
    "255,224,224,192"
  })
  void paletteIsThatOfVoc(int index, int red, int green, int blue) {
    assertEquals(red << 16 | green << 8 | blue, Palette.VOC.colours().get(index));
  }

  /// The JDK is a reader of its own.
  @Test
  void indicesAreWrittenWithTheirPalette() throws IOException {
    byte[] indices = PictureFiles.bytes(0, 1, 2, 255);
    Pixels pixels = Pixels.of(indices, new Frame(2, 2), 1);
    byte[] png = PictureWriter.indexPng(pixels, new Palette(List.of(0xABCDEF, 0x010203)));

    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(BufferedImage.TYPE_BYTE_INDEXED, seen.getType());
    assertEquals(0xFFABCDEF, seen.getRGB(0, 0));
    assertEquals(0xFF010203, seen.getRGB(1, 0));
    assertEquals(0xFF008000, seen.getRGB(0, 1));
    assertEquals(0xFFE0E0C0, seen.getRGB(1, 1));
    assertArrayEquals(new int[] {255}, seen.getRaster().getPixel(1, 1, (int[]) null));
    assertEquals(List.of(0, 1, 2, 255), values(new PictureReader().indices(png, "mask.png")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 255, 256, 65535})
  void sixteenBitsComeBack(int value) throws PictureException {
    MemorySegment memory = MemorySegment.ofArray(new short[] {(short) value});
    Pixels pixels = new Pixels(memory, 1, 1, 1, ElementType.UINT16, Layout.HWC);

    byte[] png = PictureWriter.indexPng(pixels, Palette.VOC);

    assertEquals(List.of(value), values(new PictureReader().indices(png, "mask.png")));
  }

  private static List<Integer> values(IndexPicture mask) {
    return LongStream.range(0, mask.pixels().elements())
        .mapToObj(i -> (int) mask.pixels().element(i))
        .toList();
  }
}
