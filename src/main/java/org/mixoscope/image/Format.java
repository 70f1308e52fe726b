package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;

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

  /// Pictures of other kinds, so that the message can name them. By their start.
  private static final Map<String, Unsupported> OTHERS =
      Map.ofEntries(
          Map.entry("\0\0\0\fjP  ", Unsupported.JPEG_2000),
          Map.entry("\u00ffO\u00ffQ", Unsupported.JPEG_2000),
          Map.entry("\0\0\0\fJXL ", Unsupported.JPEG_XL),
          Map.entry("\u00ff\n", Unsupported.JPEG_XL),
          Map.entry("8BPS", Unsupported.PHOTOSHOP),
          Map.entry("%PDF", Unsupported.PDF),
          Map.entry("<svg", Unsupported.SVG),
          Map.entry("\0\0\1\0", Unsupported.ICON),
          Map.entry("v/1\1", Unsupported.OPEN_EXR),
          Map.entry("II+\0", Unsupported.BIG_TIFF),
          Map.entry("MM\0+", Unsupported.BIG_TIFF),
          Map.entry("#?RADIANCE", Unsupported.RADIANCE),
          Map.entry("P7\n", Unsupported.PAM),
          Map.entry("Pf\n", Unsupported.PFM),
          Map.entry("PF\n", Unsupported.PFM));

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
          start.startsWith("avi", 8) ? Unsupported.AVIF : Unsupported.HEIC_OR_FILM);
    }
    for (Map.Entry<String, Unsupported> other : OTHERS.entrySet()) {
      if (start.startsWith(other.getKey())) {
        throw BadData.unsupported(other.getValue());
      }
    }
    throw new BadData(ImageReason.NOT_AN_IMAGE);
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
