package org.mixoscope.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a file is by its first bytes, whatever its name says.
public enum Glimpse {
  /// A picture of a kind that is read.
  PICTURE,
  /// A picture of another kind.
  OTHER_PICTURE,
  /// Nothing that is known as a picture.
  NO_PICTURE,
  /// Nothing at all.
  EMPTY;

  /// How many of the first bytes are enough.
  public static final int BEGINNING = Format.PREFIX;

  /// Looks at a file.
  ///
  /// @throws IOException if it cannot be read
  public static Glimpse of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(BEGINNING));
    }
  }

  /// The same for a file that begins so.
  ///
  /// @param beginning [#BEGINNING] bytes, or all if there are fewer
  public static Glimpse of(byte[] beginning) {
    if (beginning.length == 0) {
      return EMPTY;
    }
    try {
      Format.of(beginning);
      return PICTURE;
    } catch (BadData e) {
      return e.isUnsupported() ? OTHER_PICTURE : NO_PICTURE;
    }
  }
}
