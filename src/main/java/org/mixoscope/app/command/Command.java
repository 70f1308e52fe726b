package org.mixoscope.app.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;
import org.mixoscope.app.state.View;

/// Everything that a key does. Bindings, tooltips and the sheet of keys are all read from here.
public enum Command {
  EXPLORE(key(KeyCode.DIGIT1, KeyCombination.SHORTCUT_DOWN)),
  TUNE(key(KeyCode.DIGIT3, KeyCombination.SHORTCUT_DOWN)),
  AUDIT(key(KeyCode.DIGIT4, KeyCombination.SHORTCUT_DOWN)),
  PLAY(key(KeyCode.SPACE)),
  RESAMPLE(key(KeyCode.R)),
  NEW_SEED(key(KeyCode.S)),
  MIXUP(key(KeyCode.M)),
  CUTMIX(key(KeyCode.C)),
  MASK(key(KeyCode.K)),
  NEXT_METHOD(key(KeyCode.N)),
  PREVIOUS_METHOD(key(KeyCode.N, KeyCombination.SHIFT_DOWN)),
  ADD_SOURCE(key(KeyCode.A)),
  REMOVE_SOURCE(key(KeyCode.A, KeyCombination.SHIFT_DOWN)),
  SWAP(key(KeyCode.X)),
  LAMBDA_LESS(key(KeyCode.LEFT)),
  LAMBDA_MORE(key(KeyCode.RIGHT)),
  LAMBDA_MUCH_LESS(key(KeyCode.LEFT, KeyCombination.SHIFT_DOWN)),
  LAMBDA_MUCH_MORE(key(KeyCode.RIGHT, KeyCombination.SHIFT_DOWN)),
  VIEW_MIXED(key(KeyCode.DIGIT1)),
  VIEW_A(key(KeyCode.DIGIT2)),
  VIEW_B(key(KeyCode.DIGIT3)),
  VIEW_WEIGHTS(key(KeyCode.DIGIT4)),
  UNDO(key(KeyCode.Z, KeyCombination.SHORTCUT_DOWN)),
  REDO(
      key(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
      key(KeyCode.Y, KeyCombination.SHORTCUT_DOWN)),
  RESET(key(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN)),
  OPEN_A(key(KeyCode.O, KeyCombination.SHORTCUT_DOWN)),
  OPEN_B(key(KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
  PASTE(key(KeyCode.V, KeyCombination.SHORTCUT_DOWN)),
  COPY_PICTURE(key(KeyCode.C, KeyCombination.SHORTCUT_DOWN)),
  COPY_FIGURE(key(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
  COPY_RECIPE(key(KeyCode.L, KeyCombination.SHORTCUT_DOWN)),
  EXPORT(key(KeyCode.S, KeyCombination.SHORTCUT_DOWN)),
  OPEN_RECIPE(key(KeyCode.R, KeyCombination.SHORTCUT_DOWN)),
  SAVE_RECIPE(key(KeyCode.R, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
  THEME(key(KeyCode.T)),
  LANGUAGE(key(KeyCode.L)),
  KEYS(key(KeyCode.SLASH, KeyCombination.SHIFT_ANY), key(KeyCode.F1));

  @SuppressWarnings("ImmutableEnumChecker") // List.of, of immutable combinations
  private final List<KeyCodeCombination> keys;

  Command(KeyCodeCombination... keys) {
    this.keys = List.of(keys);
  }

  /// The command that shows a view, if there is one.
  public static Optional<Command> of(View view) {
    return switch (view) {
      case View.Alone(int k) when k == 0 -> Optional.of(VIEW_A);
      case View.Alone(int k) when k == 1 -> Optional.of(VIEW_B);
      case View.Alone alone -> Optional.empty();
      case View.Whole whole -> Optional.of(whole.equals(View.MIXED) ? VIEW_MIXED : VIEW_WEIGHTS);
    };
  }

  public boolean matches(KeyEvent event) {
    if (this == KEYS && "?".equals(event.getText())) {
      return true;
    }
    return keys.stream().anyMatch(key -> key.match(event));
  }

  /// Whether the keys are plain ones, which belong to a text field that has the focus.
  public boolean isPlain() {
    return keys.getFirst().getShortcut() == KeyCombination.ModifierValue.UP;
  }

  /// Its name in the message bundles.
  public String key() {
    return "command." + name();
  }

  /// As shown to people: `Ctrl+Shift+Z`.
  public String keysText() {
    return this == KEYS
        ? "?"
        : Arrays.stream(keys.getFirst().getDisplayText().split("\\+"))
            .map(Command::readable)
            .collect(Collectors.joining("+"));
  }

  private static String readable(String part) {
    return switch (part.toLowerCase(Locale.ROOT)) {
      case "left" -> "←";
      case "right" -> "→";
      default -> part;
    };
  }

  private static KeyCodeCombination key(KeyCode code, Modifier... modifiers) {
    return new KeyCodeCombination(code, modifiers);
  }
}
