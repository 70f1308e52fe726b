package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.image.PictureException.Kind;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;

/// PBM, PGM and PPM, in text and in bytes.
class NetpbmTest {
  private static final PixelKind GREY16 = new PixelKind(1, ElementType.UINT16);

  private final PictureReader reader = new PictureReader();

  @Test
  void greyStaysOneChannel() throws PictureException {
    Picture picture = read("P5\n3 1\n255\n\0\u0080\u00ff");
    assertEquals(Set.of(Trait.GRAYSCALE), picture.traits());
    assertEquals(PixelKind.GREY8, PixelKind.of(picture.pixels()));
    assertValues(picture.pixels(), 0, 128, 255);
  }

  @Test
  void sixteenBitsStaySixteen() throws PictureException {
    Picture picture = read("P5 2 1 65535 \u0012\u0034\u00ff\u00ff");
    assertEquals(Set.of(Trait.GRAYSCALE, Trait.SIXTEEN_BIT), picture.traits());
    assertEquals(GREY16, PixelKind.of(picture.pixels()));
    assertValues(picture.pixels(), 0x1234, 65_535);
    Picture colours = read("P6 1 1 1023 \u0003\u00ff\0\0\u0002\0");
    assertEquals(new PixelKind(3, ElementType.UINT16), PixelKind.of(colours.pixels()));
    assertValues(colours.pixels(), 65_535, 0, 32_800);
  }

  /// Any largest value is white; what is larger is no whiter.
  @ParameterizedTest
  @CsvSource({"1, 1, 255", "3, 1, 85", "15, 7, 119", "100, 50, 128", "200, 250, 255"})
  void valuesAreSpreadOverAllThatThereIs(int max, int value, int expected) throws PictureException {
    assertValues(read("P5 1 1 " + max + "\n" + (char) value).pixels(), expected);
    assertValues(read("P2 1 1 " + max + "\n" + value).pixels(), expected);
  }

  @Test
  void coloursInTextAndInBytes() throws PictureException {
    assertValues(read("P6\n1 2\n255\nabcdef").pixels(), 'a', 'b', 'c', 'd', 'e', 'f');
    assertValues(read("P3 1 2 255 1 2 3\n4\t5 6").pixels(), 1, 2, 3, 4, 5, 6);
  }

  @Test
  void setBitsAreBlack() throws PictureException {
    assertValues(read("P1 3 2 101\n0 1 0").pixels(), 0, 255, 0, 255, 0, 255);
    // Rows are filled to a byte.
    assertValues(read("P4 3 2 \u00a0\u0040").pixels(), 0, 255, 0, 255, 0, 255);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P5#GIMP\n2 1\n255\nab",
        "P5\n# two\n# lines\n2 # wide\n1\n255\nab",
        "P5\r\n2\r\n1\r\n255\nab",
        "P2 # text\n2 1 255 97 # a\n98"
      })
  void commentsStandAnywhereInTheHeader(String file) throws PictureException {
    assertValues(read(file).pixels(), 'a', 'b');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P5 2 1 255 a",
        "P5 2 1",
        "P2 2 1 255 97",
        "P4 9 1 a",
        "P6 1 1 65536 abcdef",
        "P5 0 1 255 a",
        "P5 99999999999 1 255 a",
        "P1 2 1 12"
      })
  void whatEndsEarlyOrContradictsItselfIsRefused(String file) {
    PictureException e = assertThrows(PictureException.class, () -> read(file));
    assertEquals(Kind.TRUNCATED, e.kind());
  }

  @Test
  void aTextThatBeginsLikeOneIsNone() {
    PictureException e = assertThrows(PictureException.class, () -> read("P5 is a format"));
    assertEquals(Kind.NOT_AN_IMAGE, e.kind());
  }

  @Test
  void theHeaderTellsSizeAndKind() throws IOException {
    byte[] file = bytes("P5 2 1 65535 abcd");
    Header header = reader.header("a.pgm", most -> file);
    assertEquals(new Header(GREY16, new Frame(1, 2), Turn.UPRIGHT), header);
  }

  private Picture read(String file) throws PictureException {
    return reader.read(bytes(file), "a.pnm");
  }

  private static byte[] bytes(String file) {
    return file.getBytes(ISO_8859_1);
  }

  private static void assertValues(Pixels pixels, int... expected) {
    int at = 0;
    for (int y = 0; y < pixels.height(); y++) {
      for (int x = 0; x < pixels.width(); x++) {
        for (int channel = 0; channel < pixels.channels(); channel++) {
          assertEquals(expected[at++], pixels.valueAt(y, x, channel));
        }
      }
    }
    assertEquals(expected.length, at);
  }
}
