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
  RARE_RADIANCE("a Radiance picture of a rare kind"),
  PAM("a PAM picture"),
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
  DICOM_WITHOUT_PIXELS("a DICOM file without a picture"),
  /// Its name, where it is known, and its number.
  DICOM_OF_SYNTAX("a DICOM file of transfer syntax {0}"),
  /// Channels, what they are.
  DICOM_OF_COLOURS("a DICOM file of {0} {0:channel|channels} of {1}"),
  /// Bits stored, bits that they take.
  DICOM_OF_BITS("a DICOM file of {0} {0:bit|bits} in {1}"),
  DICOM_OF_SCALES("a DICOM file whose frames have scales of their own"),
  NIFTI_OF_TYPE("a NIfTI file of data type {0}"),
  TWO_NIFTI_FILES("a NIfTI header whose pixels are in another file"),
  RARE_TIFF("a TIFF of a rare kind"),
  /// The number that TIFF has for it.
  TIFF_OF_COMPRESSION("a TIFF of compression {0}"),
  TIFF_OF_OTHER_NUMBERS("a TIFF of complex or unknown numbers"),
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
