package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mixoscope.kernel.Frame;

/// NIfTI: slices of volumes, packed or not.
class NiftiPicturesTest {
  private static final int FIRST = 352;

  private final PictureReader reader = new PictureReader();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "2, UINT8, 1",
    "4, INT16, 2",
    "8, INT32, 4",
    "16, FLOAT32, 4",
    "64, FLOAT64, 8",
    "256, INT8, 1",
    "512, UINT16, 2",
    "768, UINT32, 4"
  })
  void everyTypeInEveryOrderPackedOrNot(int code, NumberType type, int bytes) throws IOException {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      ByteBuffer file = file(code, bytes, order);
      for (int i = 0; i < 24; i++) {
        put(file, FIRST + i * bytes, type, i - (type.nearest(-1) < 0 ? 12 : 0));
      }
      Path plain = Files.write(folder.resolve("a.nii"), file.array());
      Path packed = Files.write(folder.resolve("a.nii.gz"), packed(file.array()));
      for (Path path : new Path[] {plain, packed}) {
        Picture second = reader.readPage(path, 2);
        assertEquals(new Frame(2, 3), second.pixels().frame());
        assertEquals(new Stored(type, Scale.NONE, null, 2, 4), second.stored());
        for (int i = 0; i < 6; i++) {
          assertEquals(6 + i - (type.nearest(-1) < 0 ? 12 : 0), second.pixels().number(i));
        }
        assertEquals(new Frame(2, 3), reader.header(path.toString()).frame());
      }
    }
  }

  @Test
  void numbersStandForWhatTheHeaderSays() throws PictureException {
    ByteBuffer file = file(4, 2, ByteOrder.LITTLE_ENDIAN);
    file.putFloat(112, 0.5f).putFloat(116, -3).putFloat(124, 90).putFloat(128, 10);
    file.putShort(FIRST, (short) 100);
    Picture picture = reader.read(file.array(), "a");
    assertEquals(100, picture.pixels().number(0));
    assertEquals(47, picture.rescaled().pixels().number(0));
    assertEquals(new Window(10, 90), picture.window());
  }

  @Test
  void whatIsNotReadIsNamed() {
    assertRefused("a is a NIfTI file of data type 32", file(32, 8, ByteOrder.LITTLE_ENDIAN));
    ByteBuffer pair = file(4, 2, ByteOrder.LITTLE_ENDIAN);
    pair.put(345, (byte) 'i');
    assertRefused("a is a NIfTI header whose pixels are in another file", pair);
    ByteBuffer cut = file(4, 2, ByteOrder.LITTLE_ENDIAN);
    cut.putShort(44, (short) 3);
    assertRefused("a is damaged", cut);
    assertRefused("a is damaged", file(4, 2, ByteOrder.LITTLE_ENDIAN).putShort(40, (short) 9));
    assertRefused("a is damaged", file(4, 2, ByteOrder.LITTLE_ENDIAN).putFloat(108, 1e30f));
    ByteBuffer huge = file(4, 2, ByteOrder.LITTLE_ENDIAN);
    for (int i = 1; i <= 4; i++) {
      huge.putShort(40 + 2 * i, Short.MAX_VALUE);
    }
    assertRefused("a is 32767×32767 = 1073.7 megapixels", huge);
  }

  @Test
  void cutPackedFileIsDamaged() throws IOException {
    byte[] packed = packed(file(4, 2, ByteOrder.LITTLE_ENDIAN).array());
    byte[] cut = Arrays.copyOf(packed, packed.length - 12);
    PictureException e = assertThrows(PictureException.class, () -> reader.read(cut, "a.nii.gz"));
    assertTrue(e.getMessage().startsWith("a.nii.gz is "), e.getMessage());
  }

  /// Two slices of 2×3 at two times.
  private static ByteBuffer file(int code, int bytes, ByteOrder order) {
    ByteBuffer file = ByteBuffer.allocate(FIRST + 24 * bytes).order(order);
    file.putInt(0, 348).putShort(40, (short) 4);
    file.putShort(42, (short) 3).putShort(44, (short) 2);
    file.putShort(46, (short) 2).putShort(48, (short) 2);
    file.putShort(70, (short) code).putShort(72, (short) (8 * bytes)).putFloat(108, FIRST);
    return file.put(344, "n+1\0".getBytes(ISO_8859_1));
  }

  private static void put(ByteBuffer file, int at, NumberType type, int value) {
    switch (type) {
      case UINT8, INT8 -> file.put(at, (byte) value);
      case UINT16, INT16 -> file.putShort(at, (short) value);
      case UINT32, INT32 -> file.putInt(at, value);
      case FLOAT32 -> file.putFloat(at, value);
      case FLOAT64 -> file.putDouble(at, value);
    }
  }

  private static byte[] packed(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(out)) {
      packing.write(plain);
    }
    return out.toByteArray();
  }

  private void assertRefused(String beginning, ByteBuffer file) {
    PictureException e = assertThrows(PictureException.class, () -> reader.read(file.array(), "a"));
    assertTrue(e.getMessage().startsWith(beginning), e.getMessage());
  }
}
