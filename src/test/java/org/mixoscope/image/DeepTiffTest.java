package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// TIFF has numbers of every type, and they are the ones that were stored.
class DeepTiffTest {
  private static final Frame FRAME = new Frame(2, 3);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everyTypeComesBackAsItWasWritten(NumberType type) throws IOException {
    for (int channels : new int[] {1, 3}) {
      Pixels pixels = numbers(type, channels);
      Path file = folder.resolve("a.tiff");
      PictureWriter.write(pixels, type, file, "{\"a\":\"ß\"}");

      Picture read = new PictureReader().read(file);

      assertEquals(Stored.plain(type), read.stored());
      assertTrue(pixels.sameAs(read.pixels()), type + " " + channels);
      assertEquals(Optional.of("{\"a\":\"ß\"}"), EmbeddedRecipe.of(file));
      assertEquals(!type.isLight(), read.traits().contains(Trait.DEEP));
    }
  }

  /// The least, the most and some between, in 2 rows of 3.
  private static Pixels numbers(NumberType type, int channels) {
    Pixels pixels = Encoded.Samples.empty(FRAME, new PixelKind(channels, type.element()));
    double[] some = {0, 1, 2.25, 127.6, -3.5, 1e30};
    for (int i = 0; i < pixels.elements(); i++) {
      pixels.put(i, type.nearest(some[i % some.length] * (i < some.length ? 1 : -0.5)));
    }
    return pixels;
  }

  static Stream<Arguments> packed() {
    return Stream.of(NumberType.values())
        .filter(type -> !type.isLight())
        .flatMap(
            type ->
                Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
                    .flatMap(
                        order ->
                            Stream.of(1, 2, 3)
                                .filter(predictor -> goesWith(type, predictor))
                                .map(predictor -> Arguments.of(type, order, predictor))));
  }

  private static boolean goesWith(NumberType type, int predictor) {
    return switch (predictor) {
      case 1 -> true;
      case 2 -> type != NumberType.FLOAT64;
      default -> type == NumberType.FLOAT32;
    };
  }

  @ParameterizedTest
  @MethodSource("packed")
  void everyOrderOfBytesIsUnpacked(NumberType type, ByteOrder order, int predictor)
      throws PictureException {
    Pixels pixels = numbers(type, 1);
    byte[] plain = NumberBytes.of(pixels, type);
    byte[] ordered = order == ByteOrder.LITTLE_ENDIAN ? plain : reversed(plain, type.bytes());
    int row = ordered.length / FRAME.height();
    for (int y = 0; y < FRAME.height() && predictor > 1; y++) {
      byte[] values = Arrays.copyOfRange(ordered, y * row, (y + 1) * row);
      byte[] told =
          predictor == 2 ? differences(values, type.bytes(), order) : apart(values, order);
      System.arraycopy(told, 0, ordered, y * row, row);
    }
    TiffBuilder tiff =
        TiffBuilder.of(3, 2, 8 * type.bytes(), 1, 1)
            .tag(339, TiffNumbers.format(type))
            .tag(317, predictor)
            .compression(TiffBuilder.DEFLATE);
    if (order == ByteOrder.BIG_ENDIAN) {
      tiff.bigEndian();
    }
    byte[] file = tiff.strips(TiffBuilder.deflated(ordered));

    assertTrue(pixels.sameAs(new PictureReader().read(file, "a.tif").pixels()));
  }

  private static byte[] reversed(byte[] bytes, int size) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[i / size * size + size - 1 - i % size];
    }
    return reversed;
  }

  private static byte[] differences(byte[] row, int size, ByteOrder order) {
    ByteBuffer from = ByteBuffer.wrap(row).order(order);
    ByteBuffer to = ByteBuffer.allocate(row.length).order(order);
    for (int at = 0; at < row.length; at += size) {
      switch (size) {
        case 1 -> to.put((byte) (row[at] - (at == 0 ? 0 : row[at - 1])));
        case 2 -> to.putShort((short) (from.getShort(at) - (at == 0 ? 0 : from.getShort(at - 2))));
        default -> to.putInt(from.getInt(at) - (at == 0 ? 0 : from.getInt(at - 4)));
      }
    }
    return to.array();
  }

  /// Highest bytes first, then each as the difference from the one before.
  private static byte[] apart(byte[] row, ByteOrder order) {
    byte[] highFirst = order == ByteOrder.BIG_ENDIAN ? row : reversed(row, 4);
    byte[] apart = new byte[row.length];
    for (int i = 0; i < row.length; i++) {
      apart[i % 4 * (row.length / 4) + i / 4] = highFirst[i];
    }
    for (int i = row.length - 1; i > 0; i--) {
      apart[i] -= apart[i - 1];
    }
    return apart;
  }

  @Test
  void halvesBecomeSingles() throws PictureException {
    double[] values = {0, 1, -2.5, 65504, 6e-8, -0.0};
    ByteBuffer halves = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    DoubleStream.of(values).forEach(value -> halves.putShort(Float.floatToFloat16((float) value)));
    byte[] file = TiffBuilder.of(3, 2, 16, 1, 1).tag(339, 3).strips(halves.array());
    Pixels read = new PictureReader().read(file, "a.tif").pixels();
    for (int i = 0; i < values.length; i++) {
      assertEquals(values[i], read.number(i), 1e-8);
    }
  }

  @Test
  void bigTiffHasWiderDirectories() throws PictureException {
    byte[] numbers = {1, 2, 3, 4, 5, 6};
    long[][] tags = {{256, 3}, {257, 2}, {258, 8}, {262, 1}, {273, 176}, {277, 1}, {279, 6}};
    ByteBuffer file = ByteBuffer.allocate(182).order(ByteOrder.LITTLE_ENDIAN);
    file.put("II+\0".getBytes(ISO_8859_1));
    file.putShort((short) 8).putShort((short) 0).putLong(16).putLong(tags.length);
    for (long[] tag : tags) {
      file.putShort((short) tag[0]).putShort((short) 16).putLong(1).putLong(tag[1]);
    }
    file.putLong(0).put(176, numbers);
    Pixels read = new PictureReader().read(file.array(), "big.tif").pixels();
    assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6}, read.whole());
    // What counts more than there can be costs no memory.
    file.putLong(16, Long.MAX_VALUE / 20);
    assertRefused("big.tif is damaged", file.array(), "big.tif");
  }

  @Test
  void pagesAreNumbered() throws IOException {
    byte[] one = TiffBuilder.of(1, 1, 32, 1, 1).strips(new byte[] {7, 0, 0, 0});
    // The second page lies behind the first, with every place moved by the length of that.
    int length = one.length / 2 * 2;
    byte[] both = Arrays.copyOf(one, length + one.length);
    System.arraycopy(one, 0, both, length, one.length);
    ByteBuffer file = ByteBuffer.wrap(both).order(ByteOrder.LITTLE_ENDIAN);
    int first = file.getInt(4);
    int count = file.getShort(first);
    file.putInt(first + 2 + 12 * count, first + length);
    for (int i = 0; i < count; i++) {
      int entry = first + length + 2 + 12 * i;
      if (file.getShort(entry) == 273) {
        file.putInt(entry + 8, file.getInt(entry + 8) + length);
      }
    }
    file.put(length + 8, (byte) 9);
    Path stack = Files.write(folder.resolve("stack.tif"), both);
    PictureReader reader = new PictureReader();

    assertEquals(7, reader.read(stack).pixels().number(0));
    Picture second = reader.readPage(stack, 2);
    assertEquals(9, second.pixels().number(0));
    assertEquals(new Stored(NumberType.UINT32, Scale.NONE, null, 2, 2), second.stored());
    for (int page : new int[] {0, 3}) {
      PictureException e = assertThrows(PictureException.class, () -> reader.readPage(stack, page));
      assertEquals(stack + " has no page " + page + ": it has 2", e.getMessage());
    }
  }

  @Test
  void whatIsNotReadIsNamed() {
    assertRefused(
        "a.tif is a TIFF of 1 channel of 64 bits in a rare arrangement",
        TiffBuilder.of(1, 1, 64, 1, 1).tag(339, 2).strips(new byte[8]),
        "a.tif");
    assertRefused(
        "a.tif is a TIFF of 2 channels of 32 bits in a rare arrangement",
        TiffBuilder.of(1, 1, 32, 2, 1).strips(new byte[8]),
        "a.tif");
    assertRefused(
        "a.tif is a TIFF of compression 50000",
        TiffBuilder.of(1, 1, 32, 1, 1).compression(50_000).strips(new byte[4]),
        "a.tif");
    assertRefused("a.tif is damaged", TiffBuilder.of(9, 1, 32, 1, 1).strips(new byte[4]), "a.tif");
  }

  @Test
  void numbersThatAreNoLightAreNotWrittenAsIt() {
    Path png = folder.resolve("a.png");
    PictureException e =
        assertThrows(
            PictureException.class,
            () -> PictureWriter.write(numbers(NumberType.INT16, 1), NumberType.INT16, png, null));
    assertEquals(
        png
            + " cannot hold numbers of type int16: write .tiff or .npy, or reduce them by --depth"
            + " 8",
        e.getMessage());
  }

  private static void assertRefused(String beginning, byte[] file, String name) {
    PictureException e =
        assertThrows(PictureException.class, () -> new PictureReader().read(file, name));
    assertTrue(e.getMessage().startsWith(beginning), e.getMessage());
  }
}
