package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.image.DicomBuilder.BIG_ENDIAN;
import static org.mixoscope.image.DicomBuilder.EXPLICIT;
import static org.mixoscope.image.DicomBuilder.IMPLICIT;
import static org.mixoscope.image.DicomBuilder.RUNS;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.PixelKind;

/// DICOM: the stored numbers, and what they stand for.
class DicomPicturesTest {
  private static final String BASELINE = "1.2.840.10008.1.2.4.50";
  private static final short[] NUMBERS = {0, 1, 1024, 4095, 7, 300};

  private final PictureReader reader = new PictureReader();

  @ParameterizedTest
  @ValueSource(strings = {EXPLICIT, IMPLICIT, BIG_ENDIAN})
  void twelveBitsInSixteenStaySo(String syntax) throws PictureException {
    byte[] file =
        new DicomBuilder(syntax)
            .text(0x0008_0060, "CS", "CT")
            .sequence(0x0008_1140, new DicomBuilder(syntax).number(0x0028_0010, 99))
            .picture(3, 2, 16, 12, false)
            .text(0x0028_1052, "DS", "-1024")
            .text(0x0028_1053, "DS", "1.0 ")
            .pixels(NUMBERS);
    Picture picture = reader.read(file, "a.dcm");
    assertArrayEquals(new int[] {0, 1, 1024, 4095, 7, 300}, picture.pixels().whole());
    assertEquals(Set.of(Trait.GRAYSCALE, Trait.SIXTEEN_BIT), picture.traits());
    assertEquals(
        new Stored(NumberType.UINT16, new Scale(1, -1024, "HU"), new Window(-1024, 3071), 1, 1),
        picture.stored());
    assertEquals(3071, picture.rescaled().pixels().number(3));
    assertEquals(255, picture.as(PixelKind.GREY8).whole()[3], "white is the most there can be");
  }

  @Test
  void windowOfTheFileIsTheFirstItNames() throws PictureException {
    Picture picture = reader.read(DicomBuilder.slice(3, 2, NUMBERS), "a.dcm");
    assertEquals(Window.centred(40, 400), picture.window());
    assertArrayEquals(new int[] {0, 0, 102, 255, 0, 0}, picture.as(PixelKind.GREY8).whole());
  }

  @Test
  void numbersHaveTheirSignAndTheirBits() throws PictureException {
    short[] raw = {0, -1, -1024, 3000, Short.MIN_VALUE, Short.MAX_VALUE};
    Picture whole =
        reader.read(new DicomBuilder(EXPLICIT).picture(3, 2, 16, 16, true).pixels(raw), "a");
    assertEquals(NumberType.INT16, whole.stored().type());
    for (int i = 0; i < raw.length; i++) {
      assertEquals(raw[i], whole.pixels().number(i));
    }
    // Twelve of sixteen bits have a sign; what stands above them is not theirs.
    short[] twelve = {0x0FFF, 0x0800, 0x07FF, (short) 0xF001, 0, 5};
    Picture picture =
        reader.read(new DicomBuilder(EXPLICIT).picture(3, 2, 16, 12, true).pixels(twelve), "a");
    double[] expected = {-1, -2048, 2047, 1, 0, 5};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], picture.pixels().number(i));
    }
    assertEquals(new Window(-2048, 2047), picture.stored().window());
  }

  @Test
  void whatIsWhiteAtZeroIsTurnedOver() throws PictureException {
    DicomBuilder builder = new DicomBuilder(EXPLICIT).picture(3, 2, 16, 12, false);
    byte[] file =
        new DicomBuilder(EXPLICIT)
            .number(0x0028_0002, 1)
            .text(0x0028_0004, "CS", "MONOCHROME1")
            .number(0x0028_0010, 2)
            .number(0x0028_0011, 3)
            .number(0x0028_0100, 16)
            .number(0x0028_0101, 12)
            .number(0x0028_0102, 11)
            .number(0x0028_0103, 0)
            .text(0x0028_1050, "DS", "100.5")
            .text(0x0028_1051, "DS", "200")
            .pixels(NUMBERS);
    Picture picture = reader.read(file, "a.dcm");
    assertArrayEquals(new int[] {4095, 4094, 3071, 0, 4088, 3795}, picture.pixels().whole());
    assertEquals(new Window(3895.5, 4094.5), picture.window());
    assertTrue(reader.read(builder.pixels(NUMBERS), "b").stored().scale().isNone(), "no rescaling");
  }

  @Test
  void framesAreNumberedAndMayShareTheirScale(@TempDir Path folder) throws IOException {
    short[] two = new short[12];
    two[6] = 9;
    DicomBuilder scale =
        new DicomBuilder(EXPLICIT)
            .sequence(
                0x0028_9145,
                new DicomBuilder(EXPLICIT)
                    .text(0x0028_1052, "DS", "-5")
                    .text(0x0028_1053, "DS", "2"));
    byte[] file =
        new DicomBuilder(EXPLICIT)
            .picture(3, 2, 16, 12, false)
            .text(0x0028_0008, "IS", "2")
            .sequence(0x5200_9229, scale)
            .pixels(two);
    Path path = Files.write(folder.resolve("two.dcm"), file);
    Picture second = reader.readPage(path, 2);
    assertEquals(9, second.pixels().number(0));
    assertEquals(new Scale(2, -5, ""), second.stored().scale());
    assertEquals(1, second.stored().others());
    assertTrue(reader.read(path).traits().contains(Trait.FIRST_FRAME));
  }

  /// Segments of the high and of the low bytes.
  @Test
  void runsAreUnpacked() throws PictureException {
    byte[] high = {-5, 1};
    byte[] low = {5, 1, 2, 3, 4, 5, 6};
    ByteBuffer packed = ByteBuffer.allocate(64 + 9).order(ByteOrder.LITTLE_ENDIAN);
    packed.putInt(2).putInt(64).putInt(66).position(64);
    packed.put(high).put(low);
    byte[] file = new DicomBuilder(RUNS).picture(3, 2, 16, 12, false).packed(packed.array());
    assertArrayEquals(
        new int[] {257, 258, 259, 260, 261, 262}, reader.read(file, "a").pixels().whole());
    packed.putInt(8, 80);
    assertRefused(
        "a is damaged", new DicomBuilder(RUNS).picture(3, 2, 16, 12, false).packed(packed.array()));
  }

  /// Also where a frame is in several pieces, with a table of where frames begin or without one.
  @Test
  void baselineJpegIsUnpackedByWhatIsThere(@TempDir Path folder) throws IOException {
    byte[] jpeg = PictureFiles.encode(PictureFiles.blocks(BufferedImage.TYPE_BYTE_GRAY), "jpg");
    Picture alone = reader.read(jpeg, "a.jpg");
    int width = alone.pixels().width();
    int height = alone.pixels().height();
    byte[] start = Arrays.copyOf(jpeg, 100);
    byte[] rest = Arrays.copyOfRange(jpeg, 100, jpeg.length);
    for (byte[] table : List.of(new byte[0], new byte[8])) {
      if (table.length > 0) {
        ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN).putInt(4, 8 + jpeg.length);
      }
      byte[] file =
          new DicomBuilder(BASELINE)
              .text(0x0028_0008, "IS", "2")
              .picture(width, height, 8, 8, false)
              .packedBy(table, jpeg, start, rest);
      Path path = Files.write(folder.resolve("two.dcm"), file);
      for (int page = 1; page <= 2; page++) {
        Picture picture = reader.readPage(path, page);
        assertTrue(alone.pixels().sameAs(picture.pixels()));
        assertTrue(picture.traits().contains(Trait.LOSSY), "as the user is told");
      }
    }
    byte[] turned =
        new DicomBuilder(BASELINE)
            .text(0x0028_0004, "CS", "MONOCHROME1")
            .picture(width, height, 8, 8, false)
            .packed(jpeg);
    assertEquals(255 - alone.pixels().number(0), reader.read(turned, "a.dcm").pixels().number(0));
  }

  /// Bit for bit, by every way to guess a pixel; the numbers have a sign, which JPEG knows not of.
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
  void losslessJpegIsUnpacked(int predictor) throws PictureException {
    short[] numbers = new short[7 * 5];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (short) (i * i * 2741 - 31000);
    }
    byte[] jpeg = LosslessJpegFiles.encode(numbers, 7, predictor);
    DicomBuilder builder = new DicomBuilder("1.2.840.10008.1.2.4.70");
    byte[] file = builder.picture(7, 5, 16, 16, true).packed(jpeg);
    Picture picture = reader.read(file, "a.dcm");
    for (int i = 0; i < numbers.length; i++) {
      assertEquals(numbers[i], picture.pixels().number(i));
    }
    assertEquals(Set.of(Trait.GRAYSCALE, Trait.DEEP), picture.traits());
    for (int length = 0; length < jpeg.length - 2; length++) {
      byte[] cut =
          new DicomBuilder("1.2.840.10008.1.2.4.70")
              .picture(7, 5, 16, 16, true)
              .packed(Arrays.copyOf(jpeg, length));
      assertRefused("a is damaged", cut);
    }
  }

  @Test
  void whatIsNotReadIsNamed() {
    assertRefused(
        "a is a DICOM file of transfer syntax JPEG XL Lossless, 1.2.840.10008.1.2.4.110, which",
        new DicomBuilder("1.2.840.10008.1.2.4.110")
            .picture(3, 2, 16, 12, false)
            .packed(new byte[9]));
    assertRefused(
        "a is a DICOM file of transfer syntax JPEG Baseline, " + BASELINE + ", which",
        new DicomBuilder(BASELINE).picture(3, 2, 16, 12, false).packed(new byte[9]));
    assertRefused(
        "a is a DICOM file of transfer syntax 1.2.3.4, which",
        new DicomBuilder("1.2.3.4").picture(3, 2, 16, 12, false).packed(new byte[9]));
    assertRefused("a is a DICOM file without a picture", new DicomBuilder(EXPLICIT).pixels());
    assertRefused(
        "a is a DICOM file of 12 bits in 24",
        new DicomBuilder(EXPLICIT).picture(3, 2, 24, 12, false).pixels(new short[12]));
    DicomBuilder palette =
        new DicomBuilder(EXPLICIT)
            .text(0x0028_0004, "CS", "PALETTE COLOR")
            .picture(3, 2, 16, 16, false);
    assertRefused("a is a DICOM file of 1 channel of PALETTE COLOR", palette.pixels(NUMBERS));
  }

  /// Wherever a file is cut, it is refused by a sentence.
  @Test
  void cutFilesAreDamaged() {
    byte[] file = DicomBuilder.slice(3, 2, NUMBERS);
    for (int length = 140; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      PictureException e = assertThrows(PictureException.class, () -> reader.read(cut, "a"));
      assertTrue(e.getMessage().startsWith("a is "), e.getMessage());
    }
    DicomBuilder huge = new DicomBuilder(EXPLICIT).picture(60_000, 60_000, 16, 12, false);
    assertRefused("a is 60000×60000 = 3600 megapixels", huge.pixels(NUMBERS));
    DicomBuilder large = new DicomBuilder(EXPLICIT).picture(9_000, 9_000, 16, 12, false);
    assertRefused("a is damaged", large.pixels(NUMBERS));
  }

  private void assertRefused(String beginning, byte[] file) {
    PictureException e = assertThrows(PictureException.class, () -> reader.read(file, "a"));
    assertTrue(e.getMessage().startsWith(beginning), e.getMessage());
  }
}
