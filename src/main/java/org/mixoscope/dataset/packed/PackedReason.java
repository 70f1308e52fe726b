package org.mixoscope.dataset.packed;

import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureException.Kind;
import org.mixoscope.kernel.Reason;

/// Why a picture inside a larger file cannot be read. The first detail is the file or the picture.
enum PackedReason implements Reason {
  /// Nothing more.
  NO_IDX(Kind.TRUNCATED, "{0} is no whole IDX file of bytes: copy or download it once more"),
  /// Nothing more.
  NO_CIFAR(Kind.TRUNCATED, "{0} is no whole CIFAR file: copy or download it once more"),
  /// Nothing more.
  NO_TAR(Kind.TRUNCATED, "{0} is no whole tar file: copy or download it once more"),
  /// Nothing more.
  NO_ZIP(Kind.TRUNCATED, "{0} is no whole zip file: copy or download it once more"),
  /// The limit in MiB.
  TOO_LARGE_UNPACKED(
      Kind.TOO_LARGE,
      "{0} is compressed and has more than {1} MiB, too much for memory: unpack it by gunzip and"
          + " give the .tar"),
  /// The limit in MiB.
  TOO_LARGE_COMPRESSED(
      Kind.TOO_LARGE,
      "{0} is compressed and has more than {1} MiB, too much for memory: save it by numpy.savez"),
  /// Nothing more.
  NO_NPY(Kind.TRUNCATED, "{0} is no whole NumPy array: copy or save it once more"),
  /// Nothing more.
  NO_NUMBERS(
      Kind.UNSUPPORTED_FORMAT, "{0} is an array of no numbers that are read: save it as uint8"),
  /// Nothing more.
  FORTRAN_ORDER(
      Kind.UNSUPPORTED_FORMAT, "{0} is in Fortran order: save numpy.ascontiguousarray of it"),
  /// Type and shape.
  NO_PICTURES(
      Kind.UNSUPPORTED_FORMAT,
      "{0} is {1}: pictures are N×H×W×C of 1 or 3 channels, uint8 or float32"),
  /// A value.
  NO_BYTES(
      Kind.UNSUPPORTED_FORMAT,
      "{0} has {1}, which is no byte divided by 255: save the pictures as uint8"),
  /// What the library says.
  NO_PARQUET(
      Kind.TRUNCATED, "{0} is no Parquet file that can be read ({1}): write or copy it once more"),
  /// Nothing more.
  NO_PICTURE_COLUMN(
      Kind.UNSUPPORTED_FORMAT,
      "{0} has no pictures: needs a column of bytes, or of bytes and path, such as image"),
  /// Nothing more.
  NO_PICTURE_IN_ROW(
      Kind.EMPTY, "{0} has no bytes: store the pictures themselves, not only their paths"),
  /// Nothing more.
  NO_MEMBER(Kind.MISSING, "{0} does not exist: there is no such file in the archive"),
  /// Nothing more.
  NO_NUMBER(Kind.MISSING, "{0} does not exist: pictures in it are numbered from 0"),
  /// The number of the last.
  NO_RECORD(Kind.MISSING, "{0} does not exist: the file has pictures 0 to {1}"),
  /// What the system says, the file.
  UNREADABLE(Kind.FORBIDDEN, "{0} cannot be read ({1}): copy {2} to another place");

  private final Kind kind;
  private final String sentence;

  PackedReason(Kind kind, String sentence) {
    this.kind = kind;
    this.sentence = sentence;
  }

  /// The failure.
  ///
  /// @param details the file or the picture first
  PictureException failure(@Nullable Object... details) {
    return new PictureException(kind, of(details), null);
  }

  /// The failure that follows from another.
  PictureException because(Throwable cause, @Nullable Object... details) {
    return new PictureException(kind, of(details), cause);
  }

  @Override
  public String room() {
    return "packed";
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
