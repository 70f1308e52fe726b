package org.mixoscope.image;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What libjpeg says of a file that it goes on to read.
final class JpegComplaint {
  /// Codes that mean nothing, data that end early or belong to another part of the picture.
  private static final Pattern DAMAGE =
      Pattern.compile(
          "Corrupt JPEG data: (premature end|bad |found marker)"
              + "|Premature end of JPEG|Inconsistent progression");

  private static final Pattern TOO_MUCH =
      Pattern.compile("Corrupt JPEG data: (\\d+) extraneous bytes");

  /// Some writers round the data up.
  private static final int WORD = 4;

  private JpegComplaint() {}

  /// Whether pixels are wrong. A strange version of the format does no harm, nor does padding.
  ///
  /// @param said may be empty, or of another library
  /// @param file that it is about. Not modified
  static boolean isOfDamage(String said, byte[] file) {
    Matcher more = TOO_MUCH.matcher(said);
    return DAMAGE.matcher(said).lookingAt()
        || (more.lookingAt() && !isPadding(Long.parseLong(more.group(1)), file));
  }

  /// Whether as many bytes before the end of the picture are all the same.
  private static boolean isPadding(long count, byte[] file) {
    if (count <= WORD) {
      return true;
    }
    for (int end = file.length - 2; end >= count; end--) {
      if (file[end] == (byte) 0xFF && file[end + 1] == (byte) 0xD9) {
        int at = end - 1;
        while (at > end - count && file[at] == file[end - 1]) {
          at--;
        }
        if (at == end - count) {
          return true;
        }
      }
    }
    return false;
  }
}
