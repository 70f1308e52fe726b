package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.image.PictureFiles.bytes;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.image.PictureException.Kind;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// JPEG that has its end, but not all before it, or more than it needs.
class DamagedJpegTest {
  private final PictureReader reader = new PictureReader();
  private final byte[] whole = noise();

  @EnabledOnOs(OS.LINUX)
  @ParameterizedTest
  @ValueSource(ints = {30, 50, 70, 90})
  void dataThatAreMissingInTheMiddleAreNotGrey(int percent) {
    int at = whole.length * percent / 100;
    refused(join(Arrays.copyOf(whole, at), bytes(0xFF, 0xD9)));
  }

  /// Where the codes fall into step again by chance, nobody can tell; here they do not.
  @EnabledOnOs(OS.LINUX)
  @ParameterizedTest
  @ValueSource(ints = {70, 90})
  void dataThatAreLeftOverBetrayAHole(int percent) {
    int at = whole.length * percent / 100;
    byte[] rest = Arrays.copyOfRange(whole, at, whole.length);
    refused(join(Arrays.copyOf(whole, at - 200), rest));
  }

  @EnabledOnOs(OS.LINUX)
  @Test
  void dataThatDoNotBelongToThePictureAreRefused() {
    int at = whole.length / 2;
    byte[] more = Arrays.copyOfRange(whole, at, at + 200);
    byte[] rest = Arrays.copyOfRange(whole, at, whole.length);
    refused(join(Arrays.copyOf(whole, at), more, rest));
  }

  /// One thread's damaged files are not taken for another's.
  @EnabledOnOs(OS.LINUX)
  @Test
  void manyThreadsHearOnlyTheirOwn() throws Exception {
    byte[] cut = join(Arrays.copyOf(whole, whole.length / 2), bytes(0xFF, 0xD9));
    Pixels expected = reader.read(whole, "whole.jpg").pixels();
    IntStream.range(0, 64)
        .parallel()
        .forEach(
            i -> {
              if (i % 2 == 0) {
                refused(cut);
              } else {
                assertTrue(
                    assertDoesNotThrow(() -> reader.read(whole, "whole.jpg"))
                        .pixels()
                        .sameAs(expected));
              }
            });
  }

  @EnabledOnOs(OS.LINUX)
  @Test
  void damageIsFoundOnTheWayToAFrame() {
    byte[] cut = join(Arrays.copyOf(whole, whole.length / 2), bytes(0xFF, 0xD9));
    PixelKind kind = new PixelKind(3, ElementType.UINT8);
    assertThrows(
        PictureException.class,
        () -> reader.read(cut, "cut.jpg", new Frame(20, 20), Fit.COVER, stored -> kind));
  }

  @Test
  void bytesBetweenSegmentsAreSkipped() throws PictureException {
    Pixels expected = reader.read(whole, "whole.jpg").pixels();
    int first = 4 + (whole[4] << 8 | whole[5]);
    for (int at : new int[] {first, first + 2 + (whole[first + 2] << 8 | whole[first + 3])}) {
      for (byte[] between :
          new byte[][] {bytes('0', '6', '0'), bytes(0xFF, 0xFF), bytes(0xFF, 0)}) {
        byte[] file =
            join(Arrays.copyOf(whole, at), between, Arrays.copyOfRange(whole, at, whole.length));
        assertTrue(reader.read(file, "between.jpg").pixels().sameAs(expected));
      }
    }
  }

  @EnabledOnOs(OS.LINUX)
  @Test
  void bytesBetweenSegmentsDoNotHideDamage() {
    int first = 4 + (whole[4] << 8 | whole[5]);
    byte[] begin = Arrays.copyOf(whole, first);
    byte[] middle = Arrays.copyOfRange(whole, first, whole.length / 2);
    refused(join(begin, bytes('0', '6', '0'), middle, bytes(0xFF, 0xD9)));
  }

  @Test
  void paddingBeforeTheEndIsNoDamage() throws PictureException {
    Pixels expected = reader.read(whole, "whole.jpg").pixels();
    byte[] data = Arrays.copyOf(whole, whole.length - 2);
    for (byte[] padding : new byte[][] {new byte[40], bytes(1, 2), new byte[0]}) {
      byte[] file = join(data, padding, bytes(0xFF, 0xD9), bytes('t', 'a', 'i', 'l'));
      assertTrue(reader.read(file, "padded.jpg").pixels().sameAs(expected));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "true, Corrupt JPEG data: premature end of data segment",
    "true, Corrupt JPEG data: bad Huffman code",
    "true, Corrupt JPEG data: found marker 0xd3 instead of RST2",
    "true, Corrupt JPEG data: 77 extraneous bytes before marker 0xd9",
    "true, Premature end of JPEG file",
    "false, Corrupt JPEG data: 2 extraneous bytes before marker 0xd9",
    "false, Warning: unknown JFIF revision number 0.00",
    "false, libpng warning: iCCP: known incorrect sRGB profile",
    "false, ''"
  })
  void whatLibjpegSays(boolean damage, String said) {
    assertEquals(damage, JpegComplaint.isOfDamage(said, whole), said);
  }

  @Test
  void aFileWithoutComplaintIsNotHeardOfAgain() throws PictureException {
    reader.read(whole, "whole.jpg");
    assertFalse(JpegComplaint.isOfDamage(Heard.taken(), whole));
  }

  private void refused(byte[] file) {
    PictureException e = assertThrows(PictureException.class, () -> reader.read(file, "odd.jpg"));
    assertEquals(Kind.TRUNCATED, e.kind());
  }

  private static byte[] noise() {
    BufferedImage image = new BufferedImage(96, 64, BufferedImage.TYPE_INT_RGB);
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 96 * 64; i++) {
      image.setRGB(i % 96, i / 96, random.nextInt());
    }
    return PictureFiles.encode(new IIOImage(image, null, null), "jpeg", null, 0.9f);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
