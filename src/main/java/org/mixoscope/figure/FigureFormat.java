package org.mixoscope.figure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What files a figure is written to.
public enum FigureFormat {
  /// Pixels.
  PNG,
  /// Vectors and text, for the web and for drawing programs.
  SVG,
  /// Vectors and text, for papers.
  PDF,
  /// Pixels that move.
  GIF;

  /// `.png` and so on, in lower case.
  public String extension() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /// Whether it is made of pixels, of which there can be more or fewer.
  public boolean hasScale() {
    return this == PNG || this == GIF;
  }

  /// The scale if nobody says another.
  public int usualScale() {
    return this == PNG ? 2 : 1;
  }

  /// All extensions.
  public static List<String> extensions() {
    return Arrays.stream(values()).map(FigureFormat::extension).toList();
  }

  /// The format that a file's name asks for.
  public static Optional<FigureFormat> of(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(one -> name.endsWith(one.extension())).findFirst();
  }
}
