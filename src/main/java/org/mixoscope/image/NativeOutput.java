package org.mixoscope.image;

import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/// Keeps libjpeg and libpng from printing: what is wrong with a file is said by an exception, and
/// standard error belongs to the program. OpenCV's own log is turned off by `OPENCV_LOG_LEVEL`,
/// which the launcher sets.
///
/// libjpeg has no other way to say that data are damaged in the middle of a picture: it paints what
/// it does not understand grey and goes on. So what it prints is heard; see [Heard].
final class NativeOutput {
  /// Of the first word of a stream, in the C libraries of Linux: writing to it has failed.
  private static final int FAILED = 0x20;

  /// The first word of the stream that takes no text.
  private static volatile @Nullable IntPointer state;

  private NativeOutput() {}

  /// To be called when JavaCPP's own library is loaded and before pictures are read.
  ///
  /// The libraries print to C's variable `stderr`, and OpenCV does not let us put a handler in its
  /// place. A program may assign to that variable; it becomes C's `stdin`, which takes no text, but
  /// remembers that there was some. Java's `System.err` and the JVM's reports write to the
  /// descriptor and go on as before. Where the variable has another name (Windows, macOS) the rare
  /// warning of a damaged file shows, and is not heard.
  static void silence() {
    Pointer stderr = Loader.addressof("stderr");
    Pointer stdin = Loader.addressof("stdin");
    if (stderr != null && stdin != null) {
      Pointer stream = new PointerPointer<>(stdin).get(0);
      new PointerPointer<>(stderr).put(0, stream);
      state = new IntPointer(stream);
    }
  }

  /// Whether anything has been printed, by any thread, since the program began and before [Heard]
  /// was there.
  static boolean isSuspicious() {
    IntPointer seen = state;
    return seen != null && (seen.get(0) & FAILED) != 0;
  }
}
