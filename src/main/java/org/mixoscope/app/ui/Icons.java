package org.mixoscope.app.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.Image;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// The app's own icon, and those of its buttons.
public final class Icons {
  /// What the style sheet says, too.
  private static final int SIZE = 16;

  private Icons() {}

  /// One for a button. Whatever changes its size writes a style of its own into it, which is read
  /// and matched again: it begins with the size that nearly all have.
  public static FontIcon of(Ikon icon) {
    return FontIcon.of(icon, SIZE);
  }

  /// In the sizes that window systems want.
  public static List<Image> ofWindow() {
    return Stream.of(32, 64, 128, 256).map(Icons::load).toList();
  }

  /// For the top of a screen.
  public static Image logo() {
    return load(64);
  }

  private static Image load(int size) {
    String file = "icons/mixoscope-" + size + ".png";
    try (InputStream stream = Icons.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException(file + " is missing from this build");
      }
      return new Image(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
