package org.mixoscope.app.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/// The app's own icon.
public final class Icons {
  private Icons() {}

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
