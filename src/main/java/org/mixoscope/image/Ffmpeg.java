package org.mixoscope.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.bytedeco.ffmpeg.global.avutil;

/// FFmpeg's libraries, loaded when the first video is opened or the first picture that only they
/// can decode, and told to print nothing.
public final class Ffmpeg {
  private Ffmpeg() {}

  /// Returns when FFmpeg can be used. Any number of threads may call it.
  public static void load() {
    Once.load();
  }

  /// What an error number of FFmpeg means.
  public static String text(int error) {
    byte[] text = new byte[avutil.AV_ERROR_MAX_STRING_SIZE];
    avutil.av_strerror(error, text, text.length);
    return new String(text, UTF_8).trim();
  }

  /// The class initialiser makes all threads but the first wait.
  private static final class Once {
    static {
      // Two libraries of JavaCPP's must not be loaded at the same time.
      PictureReader.warmUp();
      avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    }

    static void load() {}
  }
}
