package org.mixoscope.image;

import java.util.List;
import java.util.Locale;

/// What the names of picture files end in.
public final class PictureNames {
  /// Of those that [PictureReader] reads, in lower case.
  public static final List<String> READ =
      List.of(".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff", ".gif");

  /// Of those that [PictureWriter] writes, in lower case, the usual one first.
  public static final List<String> WRITTEN = List.of(".png", ".jpg", ".jpeg");

  private PictureNames() {}

  /// Whether a file of this name is taken for a picture.
  public static boolean isPicture(String name) {
    int dot = name.lastIndexOf('.');
    return dot >= 0 && READ.contains(name.substring(dot).toLowerCase(Locale.ROOT));
  }
}
