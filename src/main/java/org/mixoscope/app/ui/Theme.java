package org.mixoscope.app.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.paint.Color;

/// The looks of the interface.
public enum Theme {
  /// Dark on light, for bright rooms and projectors.
  LIGHT("#f4f5f8"),
  /// Light on dark.
  DARK("#121419");

  private final String page;

  Theme(String page) {
    this.page = page;
  }

  /// Its name on the command line.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it is light on dark.
  public boolean isDark() {
    return this == DARK;
  }

  /// The ground of a window, as its style sheet has it, for where there is none yet.
  public Color page() {
    return Color.web(page);
  }

  /// To be called before the first control is made: JavaFX else reads the style sheet of its own
  /// theme, which nothing uses.
  public void applyToApplication() {
    Application.setUserAgentStylesheet(userAgentSheet());
  }

  /// Dresses a scene. Menus and tooltips follow the scene that owns them. The sheet of the controls
  /// is the application's: with one of the scene JavaFX 26 numbers the scene's styles anew, and
  /// what was not in it meanwhile comes back with numbers that are others' by now. What pops up may
  /// be drawn before its owner, and asks it for colours: the owner is dressed at once.
  public void applyTo(Scene scene) {
    scene.getStylesheets().setAll(sheet(id()), sheet("mixoscope"));
    applyToApplication();
    scene.getRoot().applyCss();
  }

  private String userAgentSheet() {
    var primer = isDark() ? new PrimerDark() : new PrimerLight();
    return Objects.requireNonNull(primer.getUserAgentStylesheetBSS(), "a compiled sheet");
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Theme.class.getResource(name + ".css"), name).toExternalForm();
  }
}
