package org.mixoscope.image;

import java.util.List;
import java.util.Locale;

/// What the names of picture files end in.
public final class PictureNames {
  /// Of those that [PictureReader] reads, in lower case.
  public static final List<String> READ =
      List.of(
          ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".bmp", ".tif", ".tiff", ".gif",
          ".ppm", ".pgm", ".pbm", ".pnm", ".pfm", ".hdr", ".dcm", ".nii", ".nii.gz");

  /// Of those that [PictureWriter] writes, in lower case, the usual one first.
  public static final List<String> WRITTEN = List.of(".png", ".jpg", ".jpeg");

  /// Of those that hold every type of numbers, in lower case.
  public static final List<String> OF_ALL_NUMBERS = List.of(".tif", ".tiff");

  private static final List<String> WITH_PAGES =
      List.of(".tif", ".tiff", ".dcm", ".nii", ".nii.gz");

  private PictureNames() {}

  /// What a name ends in, with the dot, in lower case; empty if it has none.
  public static String ending(String name) {
    if (name.toLowerCase(Locale.ROOT).endsWith(".nii.gz")) {
      return ".nii.gz";
    }
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
  }

  /// Whether a file of this name may hold several pictures, which are numbered.
  public static boolean mayHavePages(String name) {
    return WITH_PAGES.contains(ending(name));
  }

  /// Whether a file of this name is taken for a picture.
  public static boolean isPicture(String name) {
    return READ.contains(ending(name));
  }
}
