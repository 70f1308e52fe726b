package org.mixoscope.image;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/// Keeps libjpeg and libpng from printing: what is wrong with a file is said by an exception, and
/// standard error belongs to the program. OpenCV's own log is turned off by `OPENCV_LOG_LEVEL`,
/// which the launcher sets.
final class NativeOutput {
  private NativeOutput() {}

  /// To be called when JavaCPP's own library is loaded and before pictures are read.
  ///
  /// The libraries print to C's variable `stderr`, and OpenCV does not let us put a handler in its
  /// place. A program may assign to that variable; it becomes C's `stdin`, which takes no text.
  /// Java's `System.err` and the JVM's reports write to the descriptor and go on as before. Where
  /// the variable has another name (Windows, macOS) the rare warning of a damaged file shows.
  static void silence() {
    Pointer stderr = Loader.addressof("stderr");
    Pointer stdin = Loader.addressof("stdin");
    if (stderr != null && stdin != null) {
      new PointerPointer<>(stderr).put(0, new PointerPointer<>(stdin).get(0));
    }
  }
}
