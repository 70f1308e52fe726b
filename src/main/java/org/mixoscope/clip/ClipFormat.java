package org.mixoscope.clip;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.PictureNames;

/// What clips are written as.
public enum ClipFormat {
  /// An animated GIF.
  GIF(".gif"),
  /// H.264 in MP4, or MPEG-4 where there is no encoder for it.
  MP4(".mp4"),
  /// VP9 in WebM.
  WEBM(".webm"),
  /// One array, frames × rows × columns × channels.
  NPY(".npy"),
  /// A folder of PNG files.
  FRAMES("");

  private final String ending;

  ClipFormat(String ending) {
    this.ending = ending;
  }

  /// Its name for people and settings: `gif`, `frames`.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What the names of its files end in; nothing for folders.
  public String ending() {
    return ending;
  }

  /// Whether it can hold such numbers.
  public boolean holds(NumberType type) {
    return type == NumberType.UINT8 || this == NPY || (this == FRAMES && type.isLight());
  }

  /// The format of a file by its name; a folder that is there, or whose name ends in a slash, is
  /// one of frames.
  public static Optional<ClipFormat> of(String name) {
    String own = PictureNames.ending(name);
    if (name.endsWith("/")
        || (own.isEmpty() && !name.isEmpty() && Files.isDirectory(Path.of(name)))) {
      return Optional.of(FRAMES);
    }
    return own.isEmpty()
        ? Optional.empty()
        : Stream.of(values()).filter(format -> format.ending.equals(own)).findFirst();
  }
}
