package org.mixoscope.app.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;

/// The looks of the interface.
public enum Theme {
  /// Dark on light, for bright rooms and projectors.
  LIGHT,
  /// Light on dark.
  DARK;

  /// Its name on the command line.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it is light on dark.
  public boolean isDark() {
    return this == DARK;
  }

  /// Dresses a scene. Menus and tooltips follow the scene that owns them.
  public void applyTo(Scene scene) {
    scene.setUserAgentStylesheet(
        isDark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    scene.getStylesheets().setAll(sheet(id()), sheet("mixoscope"));
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name + ".css"), name).toExternalForm();
  }
}
