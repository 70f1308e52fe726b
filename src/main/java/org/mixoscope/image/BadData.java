package org.mixoscope.image;

import java.util.stream.Stream;

/// Something is wrong with the bytes of a picture. Becomes a [PictureException] where the name of
/// the file is known.
final class BadData extends Exception {
  private static final long serialVersionUID = 1L;

  private final ImageReason reason;
  private final transient Object[] details; // this exception never leaves the package

  /// @param details those after the file
  BadData(ImageReason reason, Object... details) {
    // Thrown for bad files, not for bugs: the stack trace would tell nothing.
    super(reason.key(), null, false, false);
    this.reason = reason;
    this.details = details;
  }

  /// The file ends early, or its contents contradict themselves.
  static BadData damaged() {
    return new BadData(ImageReason.DAMAGED);
  }

  /// A picture that is fine but not for us.
  ///
  /// @param numbers that it is described by
  static BadData unsupported(Unsupported what, Object... numbers) {
    return new BadData(ImageReason.UNSUPPORTED, what.of(numbers));
  }

  boolean isUnsupported() {
    return reason == ImageReason.UNSUPPORTED;
  }

  /// As the caller of this package sees it.
  PictureException about(String subject) {
    return reason.failure(
        null, Stream.concat(Stream.of(subject), Stream.of(details)).toArray(Object[]::new));
  }
}
