package org.mixoscope.image;

import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureException.Kind;
import org.mixoscope.kernel.Reason;

/// Why a picture file cannot be read or written. The first detail is the file.
public enum ImageReason implements Reason {
  /// Nothing more.
  MISSING(Kind.MISSING, "{0} does not exist: check the path"),
  /// Nothing more.
  NO_NAME(Kind.MISSING, "{0} is no file name on this system: check the path"),
  /// Nothing more: it is to be written.
  NO_FOLDER(Kind.MISSING, "{0} cannot be written, there is no such folder: make it first"),
  /// Nothing more.
  FOLDER(Kind.FOLDER, "{0} is a folder: choose a picture in it"),
  /// Nothing more: it is to be written.
  FOLDER_TO_WRITE(Kind.FOLDER, "{0} is a folder: give the name of a file in it"),
  /// Nothing more.
  FORBIDDEN(Kind.FORBIDDEN, "{0} may not be read: ask for permission or copy it"),
  /// What the system says.
  UNREADABLE(Kind.FORBIDDEN, "{0} cannot be read ({1}): copy it to another place"),
  /// Nothing more.
  EMPTY(Kind.EMPTY, "{0} is empty: copy or download it once more"),
  /// Nothing more.
  NOT_AN_IMAGE(
      Kind.NOT_AN_IMAGE,
      "{0} is not a picture: choose a JPEG, PNG, WebP, BMP, TIFF, GIF, PPM, PFM, HDR, DICOM or"
          + " NIfTI file"),
  /// Nothing more.
  GZIPPED(Kind.UNSUPPORTED_FORMAT, "{0} is gzip-compressed: unpack it first"),
  /// Nothing more.
  DAMAGED(Kind.TRUNCATED, "{0} is damaged or incomplete: copy or download it once more"),
  /// Its frame, its megapixels, the limit.
  TOO_LARGE(
      Kind.TOO_LARGE,
      "{0} is {1} = {2} megapixels; the limit is {3}: make it smaller or raise the limit"),
  /// Its frame, its megapixels.
  TOO_LARGE_FOR_AN_ARRAY(
      Kind.TOO_LARGE,
      "{0} is {1} = {2} megapixels, more than memory can hold in one piece: make it smaller"),
  /// Nothing more.
  NO_MEMORY(Kind.TOO_LARGE, "{0} needs more memory than there is: make it smaller or raise -Xmx"),
  /// Nothing more.
  TOO_LARGE_A_FILE(Kind.TOO_LARGE, "{0} is too large a file for memory: make it smaller"),
  /// Nothing more.
  WRITE_PROTECTED(Kind.NOT_WRITABLE, "{0} is write-protected: choose another name"),
  /// What the system says.
  NOT_WRITABLE(Kind.NOT_WRITABLE, "{0} cannot be written ({1}): choose another folder"),
  /// A file of a cache, what the system says.
  CACHE_NOT_WRITABLE(
      Kind.NOT_WRITABLE,
      "{0} cannot be written ({1}): what the cache does not hold is decoded every time"),
  /// The folder of a cache, megabytes.
  CACHE_FULL(
      Kind.NOT_WRITABLE,
      "{0} has less than {1} MB left on its disk: what the cache does not hold is decoded every"
          + " time"),
  /// The page, how many there are.
  NO_SUCH_PAGE(Kind.MISSING, "{0} has no page {1}: it has {2}"),
  /// How many frames there are.
  SEVERAL_FRAMES(
      Kind.UNSUPPORTED_FORMAT,
      "{0} is a DICOM file of several frames, {1}, among slices: name it alone, with #all behind"
          + " it"),
  /// How many series there are.
  SEVERAL_SERIES(
      Kind.UNSUPPORTED_FORMAT, "{0} has slices of {1} series: put each into a folder of its own"),
  /// A file, its size, the size of the first.
  OTHER_SLICE(
      Kind.UNSUPPORTED_FORMAT,
      "{0} has slices of several sizes: {1} is of {2}, others of {3}; leave it out"),
  /// Two files.
  NO_ORDER(
      Kind.UNSUPPORTED_FORMAT,
      "{0} has no order of slices: {1} and {2} have the same place; leave one of them out"),
  /// What it is: an [Unsupported].
  UNSUPPORTED(
      Kind.UNSUPPORTED_FORMAT, "{0} is {1}, which is not supported: save it as PNG or JPEG"),
  /// Nothing more.
  UNSUPPORTED_TO_WRITE(
      Kind.UNSUPPORTED_FORMAT,
      "{0} cannot be written in that format: let its name end in .png or .jpg"),
  /// What the numbers are.
  NOT_OF_THESE_NUMBERS(
      Kind.UNSUPPORTED_FORMAT,
      "{0} cannot hold numbers of type {1}: write .tiff or .npy, or reduce them by --depth 8"),
  /// What the numbers are.
  NO_WINDOW(
      Kind.UNSUPPORTED_FORMAT,
      "{0} has numbers of type {1} and does not say which of them are black and white: keep them"
          + " by batch --image tiff, or save it as PNG"),
  /// Nothing more: it is to be a mask.
  NO_INDICES(
      Kind.UNSUPPORTED_FORMAT,
      "{0} may have changed values: masks are read from PNG, TIFF and BMP, save it as PNG"),
  /// Nothing more: it is to be a mask.
  NO_INDEX_COLOURS(
      Kind.UNSUPPORTED_FORMAT,
      "{0} is transparent or of 16-bit colours: a mask has indices, or opaque colours of 8 bits"),
  /// Not a file: the scale, the sides of the picture, the largest scale that there is room for.
  SCALE_TOO_LARGE(
      Kind.TOO_LARGE, "scale = {0}: there is no room for a picture of {1} pixels, at most {2}");

  private final Kind kind;
  private final String sentence;

  ImageReason(Kind kind, String sentence) {
    this.kind = kind;
    this.sentence = sentence;
  }

  /// The failure.
  ///
  /// @param details the file first
  public PictureException failure(@Nullable Throwable cause, @Nullable Object... details) {
    return new PictureException(kind, of(details), cause);
  }

  @Override
  public String room() {
    return "image";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
