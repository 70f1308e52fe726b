package org.mixoscope.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The typefaces of the app, for figures: the same on every machine.
enum Typeface {
  SANS("Sans-Regular", Font.PLAIN),
  BOLD("Sans-SemiBold", Font.BOLD),
  MATH("Math-Regular", Font.PLAIN),
  MATH_BOLD("Math-Bold", Font.BOLD);

  /// What the names of all their families begin with.
  static final String FAMILY = "Mixoscope";

  private final String file;
  private final int style;

  Typeface(String file, int style) {
    this.file = file;
    this.style = style;
  }

  /// Java's fonts, made when the first text is measured.
  private static final class Loaded {
    static final Map<Typeface, Font> FONTS = new EnumMap<>(Typeface.class);

    static {
      for (Typeface face : values()) {
        try (InputStream stream = face.open()) {
          // The files of bold faces are bold themselves; the style is for those who ask for it.
          FONTS.put(face, Font.createFont(Font.TRUETYPE_FONT, stream).deriveFont(face.style));
        } catch (IOException e) {
          throw new UncheckedIOException(face.file, e);
        } catch (FontFormatException e) {
          throw new IllegalStateException("the font " + face.file + " is broken", e);
        }
      }
    }

    private Loaded() {}
  }

  /// The font in a size in points.
  Font font(double size) {
    return Objects.requireNonNull(Loaded.FONTS.get(this)).deriveFont((float) size);
  }

  boolean isBold() {
    return style == Font.BOLD;
  }

  /// The file of the font.
  InputStream open() {
    // They lie with the app, whose style sheets name them too.
    InputStream stream =
        Typeface.class.getResourceAsStream("/org/mixoscope/app/ui/fonts/Mixoscope" + file + ".ttf");
    if (stream == null) {
      throw new IllegalStateException("the font " + file + " is missing from this build");
    }
    return stream;
  }
}
