package org.mixoscope.batch.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

class EncodingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "png", "png16", "tiff", "npy", "uint8", "uint16", "float32", "jpg:1", "jpg:95", "jpg:100"
      })
  void idIsReadBack(String id) {
    assertEquals(id, Encoding.of(id).id());
    assertEquals(Encoding.of(id), Encoding.of(id));
  }

  @Test
  void jpgAloneIsTheUsualOne() {
    assertEquals(Encoding.USUAL, Encoding.of("jpg"));
    assertEquals("jpg:95", Encoding.of("jpg").id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpg:0", "jpg:101", "jpg:", "jpg:high", "jpg:-1", "jpg:99999999999"})
  void qualityOutOfRangeIsRefused(String text) {
    assertEquals(
        "the quality of a JPEG must be within [1, 100]",
        assertThrows(IllegalArgumentException.class, () -> Encoding.of(text)).getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "jpeg", "PNG", "uint32", "jpg90"})
  void otherNamesAreRefused(String text) {
    assertEquals(
        "must be jpg:QUALITY, png, png16, tiff, npy, uint8, uint16 or float32",
        assertThrows(IllegalArgumentException.class, () -> Encoding.of(text)).getMessage());
  }

  @Property(tries = 30)
  void pngKeepsEveryValueAndJpegIsNear(
      @ForAll @IntRange(min = 1, max = 40) int height,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll @IntRange(max = 1000) int index)
      throws IOException {
    PictureReader reader = new PictureReader();
    Pixels noise = TestSample.of(index, new Frame(height, width)).pixels();
    byte[] png = new Encoding.Png().encode(noise, null);
    assertTrue(reader.read(png, "a.png").pixels().sameAs(noise));

    Pixels plain = Pixels.of(plain(noise, height * width), noise.frame(), 3);
    Pixels read = reader.read(new Encoding.Jpeg(95).encode(plain, null), "a.jpg").pixels();
    assertEquals(plain.frame(), read.frame());
    for (int c = 0; c < 3; c++) {
      assertEquals(plain.valueAt(0, 0, c), read.valueAt(height - 1, width - 1, c), 4);
    }
  }

  /// The first pixel all over.
  private static byte[] plain(Pixels pixels, int count) {
    byte[] bytes = new byte[3 * count];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (int) pixels.valueAt(0, 0, i % 3);
    }
    return bytes;
  }
}
