package org.mixoscope.image;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.UUID;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Pixels;

/// Writes PNG, which keeps every value of eight and sixteen bits, TIFF, which keeps all, and JPEG,
/// which has eight bits, in files of quality 95.
///
/// A file appears under its name when it is complete, or not at all; a file that was there before
/// stays whole until then.
public final class PictureWriter {
  private static final int JPEG_QUALITY = 95;

  private PictureWriter() {}

  /// Writes pixels as the extension of the file says: `.png`, `.jpg` or `.jpeg`.
  ///
  /// @param pixels uint8 or uint16 HWC with 3 channels, or 1 for grey. Not modified
  /// @param recipe to be found again by [EmbeddedRecipe]; JPEG carries it up to 64 kB
  /// @throws IllegalArgumentException if the pixels are of another kind
  public static void write(Pixels pixels, Path file, @Nullable String recipe)
      throws PictureException {
    writeBytes(encode(pixels, file, recipe), file);
  }

  /// Writes numbers of any type as the extension of the file says.
  ///
  /// @param pixels HWC with 3 channels, or 1 for grey, of the elements that hold the type. Not
  ///   modified
  /// @param type of the numbers in the file: `.png` has uint8 and uint16, `.tif` and `.tiff` all
  /// @param recipe to be found again by [EmbeddedRecipe]
  /// @throws PictureException also if the file cannot hold that type
  public static void write(Pixels pixels, NumberType type, Path file, @Nullable String recipe)
      throws PictureException {
    String ending = PictureNames.ending(file.toString());
    if (PictureNames.OF_ALL_NUMBERS.contains(ending)) {
      writeBytes(tiff(pixels, type, recipe), file);
    } else if (type.isLight()) {
      write(pixels, file, recipe);
    } else {
      throw ImageReason.NOT_OF_THESE_NUMBERS.failure(null, file, type.id());
    }
  }

  /// The contents of a TIFF file.
  ///
  /// @param pixels HWC with 3 channels, or 1 for grey. Not modified
  /// @param type of the numbers in the file; the nearest ones are written
  /// @throws IllegalArgumentException if the pixels are of another kind
  public static byte[] tiff(Pixels pixels, NumberType type, @Nullable String recipe) {
    Conversion.requirePicture(pixels);
    return TiffWriter.write(pixels, type, recipe);
  }

  /// What [#write] would write, without writing it.
  ///
  /// @throws IllegalArgumentException if the pixels are of another kind
  public static byte[] encode(Pixels pixels, Path file, @Nullable String recipe)
      throws PictureException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".png")) {
      return png(pixels, recipe);
    }
    if (name.endsWith(".jpg") || name.endsWith(".jpeg")) {
      return jpeg(pixels, JPEG_QUALITY, recipe);
    }
    throw ImageReason.UNSUPPORTED_TO_WRITE.failure(null, file);
  }

  /// The contents of a PNG file, of the depth and the channels of the pixels.
  ///
  /// @param pixels uint8 or uint16 HWC with 3 channels, or 1 for grey. Not modified
  /// @throws IllegalArgumentException if the pixels are of another kind
  public static byte[] png(Pixels pixels, @Nullable String recipe) {
    Conversion.requireLight(pixels);
    return RecipeInPng.put(OpenCv.encode(".png", pixels), recipe);
  }

  /// The contents of a PNG file of indices: of eight bits with a palette of 256 colours, of sixteen
  /// as grey.
  ///
  /// @param indices uint8 or uint16 HWC of one channel. Not modified
  /// @param palette null for grey; what it does not have, [Palette#VOC] has
  /// @throws IllegalArgumentException if the pixels are of another kind
  public static byte[] indexPng(Pixels indices, @Nullable Palette palette) {
    Conversion.requireLight(indices);
    if (indices.channels() != 1) {
      throw new IllegalArgumentException("indices = " + indices + ": must have one channel");
    }
    return IndexPng.write(indices, palette);
  }

  /// The contents of a JPEG file, grey or colour.
  ///
  /// @param pixels uint8 HWC with 3 channels, or 1 for grey; uint16 is rounded to it. Not modified
  /// @param quality 1…100
  /// @param recipe left out if it is longer than 64 kB
  /// @throws IllegalArgumentException if the pixels are of another kind or the quality out of range
  public static byte[] jpeg(Pixels pixels, int quality, @Nullable String recipe) {
    Conversion.requireLight(pixels);
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("quality = " + quality + ": must be within [1, 100]");
    }
    Pixels bytes = pixels.as(ElementType.UINT8);
    byte[] jpeg = OpenCv.encode(".jpg", bytes, opencv_imgcodecs.IMWRITE_JPEG_QUALITY, quality);
    return RecipeInJpeg.put(jpeg, recipe);
  }

  /// Writes any file all at once: to a temporary file beside it, which is then renamed.
  ///
  /// @param bytes the contents. Not modified
  public static void writeBytes(byte[] bytes, Path file) throws PictureException {
    if (Files.isDirectory(file)) {
      throw ImageReason.FOLDER_TO_WRITE.failure(null, file);
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw ImageReason.NO_FOLDER.failure(null, file);
    }
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw ImageReason.WRITE_PROTECTED.failure(null, file);
    }
    try {
      // Renaming would replace a link, not what it points to.
      replace(Files.isSymbolicLink(file) ? file.toRealPath() : file, bytes);
    } catch (IOException e) {
      throw ImageReason.NOT_WRITABLE.failure(e, file, e.getMessage());
    }
  }

  private static void replace(Path file, byte[] bytes) throws IOException {
    // Not Files.createTempFile: its files can be read by nobody else.
    Path temporary = file.resolveSibling(".mixoscope-" + UUID.randomUUID() + ".tmp");
    try {
      Files.write(temporary, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try {
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
