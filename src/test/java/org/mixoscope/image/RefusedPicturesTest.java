package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mixoscope.image.PictureFiles.blockPixels;
import static org.mixoscope.image.PictureFiles.blocks;
import static org.mixoscope.image.PictureFiles.bytes;
import static org.mixoscope.image.PictureFiles.encode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.image.PictureException.Kind;

/// What cannot be read is refused with a sentence, and before memory is spent on it.
@BesideWindows
class RefusedPicturesTest {
  private final PictureReader reader = new PictureReader();

  @TempDir Path folder;

  @Test
  void missingFile() {
    assertRefused(Kind.MISSING, folder.resolve("nowhere.png"));
    assertRefused(Kind.MISSING, folder.resolve("no-folder").resolve("nowhere.png"));
  }

  @Test
  void folderInsteadOfAFile() {
    assertRefused(Kind.FOLDER, folder);
  }

  @Test
  void emptyFile() throws IOException {
    assertRefused(Kind.EMPTY, Files.createFile(folder.resolve("empty.png")));
  }

  @Test
  void fileThatMayNotBeRead() throws IOException {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path file = Files.writeString(folder.resolve("secret.png"), "x");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(file), "root may read everything");
    assertRefused(Kind.FORBIDDEN, file);
  }

  @Test
  void fileOfAnotherKind() throws IOException {
    assertRefused(
        Kind.NOT_AN_IMAGE, Files.writeString(folder.resolve("notes.jpg"), "BMW, JPEG or PNG?"));
  }

  @ParameterizedTest
  @CsvSource({"%PDF-1.7, PDF", "8BPS    , Photoshop", "<svg xmlns=, SVG", "....ftypheic, HEIC"})
  void otherKindsOfPicturesAreNamed(String start, String name) {
    byte[] file = Arrays.copyOf(start.getBytes(StandardCharsets.ISO_8859_1), 100);
    PictureException e = assertThrows(PictureException.class, () -> reader.read(file, "other"));
    assertEquals(Kind.UNSUPPORTED_FORMAT, e.kind());
    assertTrue(e.getMessage().contains(name), e.getMessage());
  }

  @Test
  void aCompressedFileIsCalledSo() {
    byte[] file = Arrays.copyOf(bytes(0x1F, 0x8B, 8, 0), 100);
    PictureException e = assertThrows(PictureException.class, () -> reader.read(file, "a.jpg"));
    assertEquals("a.jpg is gzip-compressed: unpack it first", e.getMessage());
    assertEquals(Kind.UNSUPPORTED_FORMAT, e.kind());
  }

  @Test
  void pngHeaderOfThreeThousandSixHundredMegapixels() {
    byte[] header =
        ByteBuffer.allocate(13).putInt(60_000).putInt(60_000).put(bytes(8, 2, 0, 0, 0)).array();
    byte[] signature = bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
    assertTooLarge(join(signature, PictureFiles.chunk("IHDR", header)));
  }

  @Test
  void otherHeadersOfThreeThousandSixHundredMegapixels() {
    // 60,000 = EA60 in hexadecimal.
    assertTooLarge(
        bytes(0xFF, 0xD8, 0xFF, 0xC0, 0, 17, 8, 0xEA, 0x60, 0xEA, 0x60, 3, 1, 0x11, 0, 2, 0x11));
    assertTooLarge(bytes('G', 'I', 'F', '8', '9', 'a', 0x60, 0xEA, 0x60, 0xEA, 0, 0, 0));
    assertTooLarge(PictureFiles.bmp(60_000, -60_000, 24, new byte[0]));
    assertTooLarge(
        ByteBuffer.allocate(30)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put("RIFF".getBytes(StandardCharsets.US_ASCII))
            .putInt(22)
            .put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII))
            .putInt(10)
            .putInt(0)
            .put(bytes(0x5F, 0xEA, 0, 0x5F, 0xEA, 0))
            .array());
    assertTooLarge(
        ByteBuffer.allocate(34)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(bytes('I', 'I', 42, 0, 8, 0, 0, 0, 2, 0))
            .putShort((short) 256)
            .put(bytes(3, 0, 1, 0, 0, 0, 0x60, 0xEA, 0, 0))
            .putShort((short) 257)
            .put(bytes(3, 0, 1, 0, 0, 0, 0x60, 0xEA, 0, 0))
            .array());
  }

  @Test
  void limitCanBeChosen() throws PictureException {
    byte[] png = encode(blocks(BufferedImage.TYPE_INT_RGB), "png");
    assertEquals(32, new PictureReader(512).read(png, "png").pixels().width());
    PictureException e =
        assertThrows(PictureException.class, () -> new PictureReader(511).read(png, "small.png"));
    assertEquals(Kind.TOO_LARGE, e.kind());
    assertThrows(IllegalArgumentException.class, () -> new PictureReader(0));
  }

  @Test
  void morePixelsThanAnArrayHoldsAreRefusedWithoutLimitToo() {
    byte[] file = PictureFiles.bmp(60_000, -60_000, 24, new byte[0]);
    PictureException e =
        assertThrows(
            PictureException.class, () -> new PictureReader(Long.MAX_VALUE).read(file, "huge.bmp"));
    assertEquals(Kind.TOO_LARGE, e.kind());
  }

  @ParameterizedTest
  @MethodSource("files")
  void filesThatEndTooEarlyAreRefused(String name, byte[] file) {
    for (int percent : new int[] {10, 25, 50, 75, 90, 97}) {
      byte[] cut = Arrays.copyOf(file, Math.max(12, file.length * percent / 100));
      PictureException e =
          assertThrows(PictureException.class, () -> reader.read(cut, name), percent + " %");
      assertEquals(Kind.TRUNCATED, e.kind(), percent + " %");
      assertEquals(name, e.objection().details().getFirst());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void garbageAfterTheEndDoesNoHarm(String name, byte[] file) throws PictureException {
    byte[] longer = join(file, "garbage".getBytes(StandardCharsets.US_ASCII));
    assertTrue(reader.read(longer, name).pixels().sameAs(reader.read(file, name).pixels()), name);
  }

  /// A picture or an exception of ours, never another and never the end of the JVM.
  @ParameterizedTest
  @MethodSource("files")
  void damagedFilesNeverCrash(String name, byte[] file) {
    SplittableRandom random = new SplittableRandom(1);
    PictureReader careful = new PictureReader(1_000_000);
    for (int i = 0; i < 300; i++) {
      byte[] damaged = file.clone();
      for (int hits = random.nextInt(1, 6); hits > 0; hits--) {
        // Half of the hits go to the header.
        int range = random.nextBoolean() ? Math.min(64, damaged.length) : damaged.length;
        damaged[random.nextInt(range)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        assertEquals(3, careful.read(damaged, name).pixels().channels());
      } catch (PictureException e) {
        assertFalse(e.getMessage().isBlank());
      }
    }
  }

  static Stream<Arguments> files() {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 64 * 48; i++) {
      image.setRGB(i % 64, i / 64, random.nextInt());
    }
    byte[] webp = OpenCv.encode(".webp", blockPixels(), opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 90);
    return Stream.concat(
        Stream.of("jpeg", "png", "gif", "bmp", "tiff")
            .map(format -> Arguments.of("noise." + format, encode(image, format))),
        Stream.of(Arguments.of("blocks.webp", webp)));
  }

  private void assertRefused(Kind kind, Path file) {
    PictureException e = assertThrows(PictureException.class, () -> reader.read(file));
    assertEquals(kind, e.kind());
    assertEquals(file.toString(), e.objection().details().getFirst());
    assertTrue(e.getMessage().startsWith(file + " "), e.getMessage());
    assertEquals(1, e.getMessage().lines().count());
  }

  private void assertTooLarge(byte[] file) {
    PictureException e = assertThrows(PictureException.class, () -> reader.read(file, "huge"));
    assertEquals(
        "huge is 60000×60000 = 3600 megapixels; the limit is 100: "
            + "make it smaller or raise the limit",
        e.getMessage());
    assertEquals(Kind.TOO_LARGE, e.kind());
  }

  private static byte[] join(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
