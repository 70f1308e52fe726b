package org.mixoscope.image;

/// What a picture file is, beyond eight-bit RGB.
public enum Trait {
  /// One channel of grey.
  GRAYSCALE,
  /// Some pixels were not opaque; they were laid on white.
  TRANSPARENT,
  /// Sixteen bits a channel.
  SIXTEEN_BIT,
  /// Other numbers: with a sign, of 32 bits or more, or floats.
  DEEP,
  /// A DICOM picture that was compressed with loss at some time: its numbers are near what was
  /// measured.
  LOSSY,
  /// Printing colours, converted without a colour profile.
  CMYK,
  /// Turned or mirrored as its EXIF orientation says.
  ROTATED,
  /// The first of several frames or pages.
  FIRST_FRAME
}
