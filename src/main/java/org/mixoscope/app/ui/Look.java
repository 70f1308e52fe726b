package org.mixoscope.app.ui;

import static java.util.Objects.requireNonNullElse;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// The theme of a window: that of the system until the user chooses one. All windows have the same.
public final class Look {
  private final ObjectProperty<@Nullable Theme> ofAll;
  private final ObjectProperty<@Nullable Theme> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>();

  /// A look that begins with a theme, or, for null, follows the system until [#toggle] is called.
  public Look(@Nullable Theme first) {
    this(new SimpleObjectProperty<>(first));
  }

  private Look(ObjectProperty<@Nullable Theme> ofAll) {
    Fonts.load();
    this.ofAll = ofAll;
    chosen.bindBidirectional(ofAll);
    var scheme = Platform.getPreferences().colorSchemeProperty();
    var ofSystem = scheme.map(s -> s == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT);
    theme.bind(
        Bindings.createObjectBinding(
            () -> requireNonNullElse(chosen.get(), ofSystem.getValue()), chosen, ofSystem));
  }

  /// That of one more window.
  public Look another() {
    return new Look(ofAll);
  }

  /// Follows the other windows no more: its own has closed.
  public void leave() {
    chosen.unbindBidirectional(ofAll);
  }

  /// The theme of the moment.
  public ReadOnlyObjectProperty<Theme> themeProperty() {
    return theme.getReadOnlyProperty();
  }

  /// The other theme from now on, whatever the system does.
  public void toggle() {
    chosen.set(theme.get().isDark() ? Theme.LIGHT : Theme.DARK);
  }

  /// The theme that the user chose, null while the system is followed.
  public @Nullable Theme chosen() {
    return chosen.get();
  }

  /// Dresses a scene, and dresses it again whenever the theme changes.
  public void dress(Scene scene) {
    theme.subscribe(now -> now.applyTo(scene));
  }
}
