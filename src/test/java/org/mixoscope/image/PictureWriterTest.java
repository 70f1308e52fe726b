package org.mixoscope.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.image.PictureException.Kind;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

class PictureWriterTest {
  @TempDir Path folder;

  @Property(tries = 50)
  void pngKeepsEveryValue(
      @ForAll @IntRange(min = 1, max = 50) int height,
      @ForAll @IntRange(min = 1, max = 50) int width,
      @ForAll long seed)
      throws IOException {
    Pixels pixels = FitterTest.noise(new Frame(height, width), 3, seed);
    byte[] png = PictureWriter.png(pixels, null);
    assertTrue(new PictureReader().read(png, "png").pixels().sameAs(pixels));
    // The JDK sees the same.
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    for (int x = 0; x < width; x++) {
      PictureReaderTest.assertPixel(image.getRGB(x, height - 1), pixels, height - 1, x, 0);
    }
  }

  @Test
  void jpegIsClose() throws PictureException {
    Path file = folder.resolve("picture.JPEG");
    PictureWriter.write(PictureFiles.blockPixels(), file, null);
    Pixels read = new PictureReader().read(file).pixels();
    int half = PictureFiles.BLOCK / 2;
    // JPEG stores colours at half the resolution.
    PictureReaderTest.assertPixel(0xFF0000, read, half, half, 6);
    PictureReaderTest.assertPixel(0x808080, read, PictureFiles.BLOCK + half, 28, 6);
  }

  @Test
  void grayPixelsBecomeAGrayFile() throws IOException {
    Path file = folder.resolve("mask.png");
    Pixels mask = FitterTest.noise(new Frame(3, 5), 1, 7);
    PictureWriter.write(mask, file, null);
    assertTrue(new PictureReader().readMask(file).sameAs(mask));
    assertTrue(new PictureReader().read(file).traits().contains(Trait.GRAYSCALE));
  }

  /// The JDK sees the same.
  @Property(tries = 50)
  void pngKeepsSixteenBits(@ForAll boolean colour, @ForAll long seed) throws IOException {
    int channels = colour ? 3 : 1;
    Pixels pixels = FitterTest.deepNoise(new Frame(4, 5), channels, seed);
    byte[] png = PictureWriter.png(pixels, null);
    assertTrue(new PictureReader().read(png, "png").pixels().sameAs(pixels));
    Raster raster = ImageIO.read(new ByteArrayInputStream(png)).getRaster();
    for (int c = 0; c < channels; c++) {
      assertEquals(pixels.valueAt(3, 1, c), raster.getSample(1, 3, c));
    }
  }

  @Test
  void jpegOfSixteenBitsIsThatOfThemRoundedToEight() {
    Pixels deep = FitterTest.deepNoise(new Frame(9, 8), 3, 1);
    assertArrayEquals(
        PictureWriter.jpeg(deep.as(ElementType.UINT8), 90, null),
        PictureWriter.jpeg(deep, 90, null));
  }

  @Test
  void grayJpegHasOneChannel() throws IOException {
    byte[] jpeg = PictureWriter.jpeg(FitterTest.noise(new Frame(8, 8), 1, 1), 95, null);
    assertEquals(1, ImageIO.read(new ByteArrayInputStream(jpeg)).getRaster().getNumBands());
  }

  @Test
  void otherExtensionsAreRefused() {
    Path file = folder.resolve("picture.webp");
    assertRefused(Kind.UNSUPPORTED_FORMAT, file);
  }

  @Test
  void foldersAndMissingFoldersAreRefused() throws IOException {
    assertRefused(Kind.FOLDER, Files.createDirectory(folder.resolve("folder.png")));
    assertRefused(Kind.MISSING, folder.resolve("nowhere").resolve("picture.png"));
  }

  @Test
  void existingFileIsReplacedAndNothingIsLeftBeside() throws IOException {
    Path file = Files.writeString(folder.resolve("picture.png"), "old");
    PictureWriter.write(PictureFiles.blockPixels(), file, null);
    assertTrue(new PictureReader().read(file).pixels().sameAs(PictureFiles.blockPixels()));
    assertEquals(List.of(file), contents());
  }

  @Test
  void failedWriteLeavesTheOldFileAndNothingBeside() throws IOException {
    assumePosix();
    Path file = Files.writeString(folder.resolve("picture.png"), "old");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeFalse(Files.isWritable(folder), "root may write everywhere");
      assertRefused(Kind.NOT_WRITABLE, file);
      assertEquals("old", Files.readString(file));
      assertEquals(List.of(file), contents());
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void folderThatTakesNoFilesIsRefused() {
    // Not even from root.
    Path processes = Path.of("/proc");
    assumeTrue(Files.isDirectory(processes));
    assertRefused(Kind.NOT_WRITABLE, processes.resolve("picture.png"));
  }

  @Test
  void linksStayLinks() throws IOException {
    assumePosix();
    Path target = Files.writeString(folder.resolve("target.png"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.png"), target);
    PictureWriter.writeBytes(new byte[] {1, 2}, link);
    assertTrue(Files.isSymbolicLink(link));
    assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(target));
  }

  @Test
  void newFilesHaveTheUsualPermissions() throws IOException {
    assumePosix();
    Path usual = Files.createFile(folder.resolve("usual"));
    Path file = folder.resolve("bytes");
    PictureWriter.writeBytes(new byte[1], file);
    assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(file));
    assertTrue(Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_WRITE));
  }

  @Test
  void otherPixelsAreRefused() {
    Pixels fourChannels = FitterTest.noise(new Frame(1, 1), 4, 1);
    assertThrows(IllegalArgumentException.class, () -> PictureWriter.png(fourChannels, null));
  }

  private void assertRefused(Kind kind, Path file) {
    PictureException e =
        assertThrows(
            PictureException.class,
            () -> PictureWriter.write(PictureFiles.blockPixels(), file, null));
    assertEquals(kind, e.kind(), e.getMessage());
    assertEquals(file.toString(), e.objection().details().getFirst());
    assertTrue(e.getMessage().startsWith(file + " "), e.getMessage());
  }

  private static void assumePosix() {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
  }

  private List<Path> contents() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
