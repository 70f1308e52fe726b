package org.mixoscope.app.memory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// What a window leaves to the next one.
///
/// @param window where it was, null for where the system puts it
/// @param theme the chosen one, null to follow the system
/// @param language the language of the interface, null for that of the system
/// @param recipe the last one, null for none yet
/// @param screen the name of the command of the screen that was in front, null for the first one
/// @param recent sources that were mixed, the last ones first
/// @param tray the kept mixes, in their order
/// @param trayOpen whether the tray shows them
/// @param parts what parts of the window left, by their names; also of parts that this program does
///   not have
public record Remembered(
    @Nullable Place window,
    @Nullable Theme theme,
    @Nullable Language language,
    @Nullable Recipe recipe,
    @Nullable String screen,
    List<List<Source>> recent,
    List<Recipe> tray,
    boolean trayOpen,
    Map<String, JsonNode> parts) {
  /// What the first window of all finds.
  public static final Remembered NOTHING =
      new Remembered(null, null, null, null, null, List.of(), List.of(), true, Map.of());

  /// Keeps copies.
  public Remembered {
    recent = recent.stream().map(List::copyOf).toList();
    tray = List.copyOf(tray);
    // In their order, which is that of the file.
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  /// A window on the screens of the machine, in its coordinates.
  ///
  /// @param maximised whether it fills its screen; the rest is then what it returns to
  public record Place(double x, double y, double width, double height, boolean maximised) {}
}
