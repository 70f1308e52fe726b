package org.mixoscope.image;

import org.mixoscope.kernel.Reason;

/// Pictures that are fine but not for us: a part of a sentence, which names what the file is.
enum Unsupported implements Reason {
  JPEG_2000("a JPEG 2000 picture"),
  JPEG_XL("a JPEG XL picture"),
  PHOTOSHOP("a Photoshop document"),
  PDF("a PDF document"),
  SVG("an SVG drawing"),
  ICON("an icon"),
  OPEN_EXR("an OpenEXR picture"),
  BIG_TIFF("a BigTIFF picture"),
  RADIANCE("a Radiance picture"),
  PAM("a PAM picture"),
  PFM("a PFM picture"),
  AVIF("an AVIF picture"),
  HEIC_OR_FILM("a HEIC picture or a film"),
  RARE("a picture of a rare kind"),
  LOSSLESS_JPEG("a lossless JPEG"),
  /// Bits.
  DEEP_JPEG("a JPEG of {0} {0:bit|bits} a channel"),
  APPLE_PNG("a PNG in Apple's own variant"),
  BITMAP_WITH_A_FILE_INSIDE("a bitmap with a JPEG or PNG inside"),
  /// Bits.
  BITMAP_OF_BITS("a bitmap of {0} {0:bit|bits} a pixel"),
  RARE_TIFF("a TIFF of a rare kind"),
  /// The number that TIFF has for it.
  TIFF_OF_COMPRESSION("a TIFF of compression {0}"),
  TIFF_OF_OTHER_NUMBERS("a TIFF of floating-point or signed numbers"),
  TIFF_OF_SEVERAL_DEPTHS("a TIFF whose channels differ in depth"),
  /// Channels, bits.
  RARELY_ARRANGED_TIFF(
      "a TIFF of {0} {0:channel|channels} of {1} {1:bit|bits} in a rare arrangement");

  private final String words;

  Unsupported(String words) {
    this.words = words;
  }

  @Override
  public String room() {
    return "image.unsupported";
  }

  @Override
  public String sentence() {
    return words;
  }
}
