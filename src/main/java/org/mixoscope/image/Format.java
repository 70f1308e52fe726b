package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The file formats that are read, told apart by their first bytes; extensions lie too often.
enum Format {
  JPEG,
  PNG,
  WEBP,
  BMP,
  TIFF,
  GIF,
  PNM,
  PFM,
  RADIANCE,
  DICOM,
  NIFTI;

  /// Enough of a file's beginning for [#of].
  static final int PREFIX = 512;

  /// Lengths of the headers of bitmaps.
  private static final Set<Integer> BITMAP_HEADERS = Set.of(12, 16, 40, 52, 56, 64, 108, 124);

  /// The mark is a word of its own, then a number follows or a comment.
  private static final Pattern NETPBM = Pattern.compile("P[1-6](\\s+[0-9]|\\s*#)");

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
          Map.entry("P7\n", Unsupported.PAM));

  /// Byte order and version; those of BigTIFF too.
  private static final Set<String> TIFF_MARKS = Set.of("II*\0", "MM\0*", "II+\0", "MM\0+");

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
    if (start.length() >= 4 && TIFF_MARKS.contains(start.substring(0, 4))) {
      return TIFF;
    }
    if (start.startsWith("Pf\n") || start.startsWith("PF\n")) {
      return PFM;
    }
    if (start.startsWith("#?RADIANCE\n") || start.startsWith("#?RGBE\n")) {
      return RADIANCE;
    }
    if (start.startsWith("BM") && (start.startsWith("\0\0\0\0", 6) || hasBitmapHeader(start))) {
      return BMP;
    }
    if (NETPBM.matcher(start).lookingAt()) {
      return PNM;
    }
    if (start.startsWith("DICM", 128)) {
      return DICOM;
    }
    if (NiftiFile.isOne(prefix)) {
      return NIFTI;
    }
    if (start.startsWith("ftyp", 4)) {
      throw BadData.unsupported(
          start.startsWith("avi", 8) ? Unsupported.AVIF : Unsupported.HEIC_OR_FILM);
    }
    if (start.startsWith("\u001f\u008b")) {
      throw new BadData(ImageReason.GZIPPED);
    }
    for (Map.Entry<String, Unsupported> other : OTHERS.entrySet()) {
      if (start.startsWith(other.getKey())) {
        throw BadData.unsupported(other.getValue());
      }
    }
    throw new BadData(ImageReason.NOT_AN_IMAGE);
  }

  /// Whether the header of such a file stands at its beginning and is known to be cut off where it
  /// is: of JPEG and PNG.
  ///
  /// @param prefix may be shorter than [#PREFIX]
  static boolean beginsShort(byte[] prefix) {
    try {
      Format format = of(prefix);
      return format == JPEG || format == PNG;
    } catch (BadData _) {
      return false;
    }
  }

  /// "BM" alone begins many a text. The reserved field after the size is zero in most bitmaps, and
  /// the second header says how long it is.
  private static boolean hasBitmapHeader(String start) {
    return start.length() > 17
        && start.startsWith("\0\0\0", 15)
        && BITMAP_HEADERS.contains((int) start.charAt(14));
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
      case PNM -> PnmFile.open(bytes);
      case PFM -> PfmFile.open(bytes);
      case RADIANCE -> RadianceFile.open(bytes);
      case DICOM -> DicomFile.open(bytes);
      case NIFTI -> NiftiFile.open(bytes);
    };
  }
}
