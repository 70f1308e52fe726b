package org.mixoscope.app.ui;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// The theme of a window: that of the system until the user chooses one.
public final class Look {
  private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>();

  /// A look that begins with a theme, or, for null, follows the system until [#toggle] is called.
  public Look(@Nullable Theme first) {
    Fonts.load();
    if (first == null) {
      var scheme = Platform.getPreferences().colorSchemeProperty();
      theme.bind(scheme.map(s -> s == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT));
    } else {
      theme.set(first);
    }
  }

  /// The theme of the moment.
  public ReadOnlyObjectProperty<Theme> themeProperty() {
    return theme.getReadOnlyProperty();
  }

  /// The other theme from now on, whatever the system does.
  public void toggle() {
    Theme other = theme.get().isDark() ? Theme.LIGHT : Theme.DARK;
    theme.unbind();
    theme.set(other);
  }

  /// The theme that the user chose, null while the system is followed.
  public @Nullable Theme chosen() {
    return theme.isBound() ? null : theme.get();
  }

  /// Dresses a scene, and dresses it again whenever the theme changes.
  public void dress(Scene scene) {
    theme.subscribe(now -> now.applyTo(scene));
  }
}
