package org.mixoscope.app.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The typefaces that are shipped with the app: a fresh machine has no Chinese font, and JavaFX
/// falls back to none of ours, so that each face holds all characters it is used for.
public final class Fonts {
  private static final List<String> FILES =
      List.of("Sans-Regular", "Sans-SemiBold", "Mono-Regular", "Math-Regular", "Math-Bold");

  private static boolean loaded;

  private Fonts() {}

  /// Begins [#load] beside what a start does before any text is there: 2 MB to unpack.
  public static void loadAside() {
    Thread.ofPlatform().daemon().name("mixoscope-fonts").start(Fonts::load);
  }

  /// Makes the families "Mixoscope Sans", "Mixoscope Mono" and "Mixoscope Math" known to JavaFX,
  /// once. Text that was measured before keeps to other fonts.
  static synchronized void load() {
    if (loaded) {
      return;
    }
    for (String file : FILES) {
      try (InputStream stream =
          Fonts.class.getResourceAsStream("fonts/Mixoscope" + file + ".ttf")) {
        if (stream == null || Font.loadFont(stream, 13) == null) {
          throw new IllegalStateException("the font " + file + " is missing from this build");
        }
      } catch (IOException e) {
        throw new UncheckedIOException(file, e);
      }
    }
    loaded = true;
  }
}
