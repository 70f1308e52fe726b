package org.mixoscope.image;

import org.mixoscope.image.PictureException.Reason;

/// Something is wrong with the bytes of a picture. Becomes a [PictureException] where the name of
/// the file is known.
final class BadData extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String predicate;

  /// @param predicate the sentence after the name of the file
  BadData(Reason reason, String predicate) {
    // Thrown for bad files, not for bugs: the stack trace would tell nothing.
    super(predicate, null, false, false);
    this.reason = reason;
    this.predicate = predicate;
  }

  /// The file ends early, or its contents contradict themselves.
  static BadData damaged() {
    return new BadData(Reason.TRUNCATED, "is damaged or incomplete: copy or download it once more");
  }

  /// A picture that is fine but not for us.
  ///
  /// @param what with its article: "a lossless JPEG"
  static BadData unsupported(String what) {
    return new BadData(
        Reason.UNSUPPORTED_FORMAT,
        "is " + what + ", which is not supported: save it as PNG or JPEG");
  }

  /// As the caller of this package sees it.
  PictureException about(String subject) {
    return new PictureException(reason, subject, predicate, this);
  }
}
