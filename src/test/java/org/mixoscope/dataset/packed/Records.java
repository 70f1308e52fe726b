package org.mixoscope.dataset.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.function.Executable;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Pixels;

/// Files of records, made by hand.
final class Records {
  private Records() {}

  static byte[] random(int count, long seed) {
    byte[] bytes = new byte[count];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /// A file of pictures whose header says what it likes.
  static byte[] idxImages(int magic, int count, int height, int width, byte[] pixels) {
    return ByteBuffer.allocate(16 + pixels.length)
        .putInt(magic)
        .putInt(count)
        .putInt(height)
        .putInt(width)
        .put(pixels)
        .array();
  }

  static byte[] idxLabels(int magic, int count, byte[] labels) {
    return ByteBuffer.allocate(8 + labels.length).putInt(magic).putInt(count).put(labels).array();
  }

  static byte[] zipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  /// Whether a picture is grey with these values, however many channels it is read with.
  static void assertGrey(byte[] expected, int from, Pixels pixels) {
    int at = from;
    for (int y = 0; y < pixels.height(); y++) {
      for (int x = 0; x < pixels.width(); x++) {
        for (int c = 0; c < pixels.channels(); c++) {
          assertEquals(expected[at] & 0xFF, pixels.valueAt(y, x, c));
        }
        at++;
      }
    }
  }

  static void assertRefused(String message, Executable call) {
    assertEquals(message, assertThrows(PictureException.class, call).getMessage());
  }
}
