package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;
import org.mixoscope.image.PictureException.Reason;

/// The file formats that are read, told apart by their first bytes; extensions lie too often.
enum Format {
  JPEG,
  PNG,
  WEBP,
  BMP,
  TIFF,
  GIF;

  /// Enough of a file's beginning for [#of].
  static final int PREFIX = 64;

  /// Pictures of other kinds, so that the message can name them. Start → name with article.
  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("\0\0\0\fjP  ", "a JPEG 2000 picture"),
          Map.entry("\u00ffO\u00ffQ", "a JPEG 2000 picture"),
          Map.entry("\0\0\0\fJXL ", "a JPEG XL picture"),
          Map.entry("\u00ff\n", "a JPEG XL picture"),
          Map.entry("8BPS", "a Photoshop document"),
          Map.entry("%PDF", "a PDF document"),
          Map.entry("<svg", "an SVG drawing"),
          Map.entry("\0\0\1\0", "an icon"),
          Map.entry("v/1\1", "an OpenEXR picture"),
          Map.entry("II+\0", "a BigTIFF picture"),
          Map.entry("MM\0+", "a BigTIFF picture"),
          Map.entry("#?RADIANCE", "a Radiance picture"),
          Map.entry("P5\n", "a PGM picture"),
          Map.entry("P6\n", "a PPM picture"));

  /// Which format a file with this beginning has.
  ///
  /// @param prefix the first [#PREFIX] bytes, or all if there are fewer
  static Format of(byte[] prefix) throws BadData {
    String start = new String(prefix, 0, Math.min(prefix.length, PREFIX), ISO_8859_1);
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return JPEG;
    }
    if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
      return PNG;
    }
    if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
      return WEBP;
    }
    if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
      return GIF;
    }
    if (start.startsWith("II*\0") || start.startsWith("MM\0*")) {
      return TIFF;
    }
    // "BM" alone begins many a text; the reserved field after the size is zero in every bitmap.
    if (start.startsWith("BM") && start.startsWith("\0\0\0\0", 6)) {
      return BMP;
    }
    if (start.startsWith("ftyp", 4)) {
      throw BadData.unsupported(
          start.startsWith("avi", 8) ? "an AVIF picture" : "a HEIC picture or a film");
    }
    for (Map.Entry<String, String> other : OTHERS.entrySet()) {
      if (start.startsWith(other.getKey())) {
        throw BadData.unsupported(other.getValue());
      }
    }
    throw new BadData(
        Reason.NOT_AN_IMAGE, "is not a picture: choose a JPEG, PNG, WebP, BMP, TIFF or GIF file");
  }

  /// Reads the header.
  ///
  /// @throws IndexOutOfBoundsException if the file ends within it
  Encoded open(byte[] bytes) throws BadData {
    return switch (this) {
      case JPEG -> JpegFile.open(bytes);
      case PNG -> PngFile.open(bytes);
      case WEBP -> WebpFile.open(bytes);
      case BMP -> BmpFile.open(bytes);
      case TIFF -> TiffFile.open(bytes);
      case GIF -> GifFile.open(bytes);
    };
  }
}
