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
  COMPARE(key(KeyCode.DIGIT2, KeyCombination.SHORTCUT_DOWN)),
  TUNE(key(KeyCode.DIGIT3, KeyCombination.SHORTCUT_DOWN)),
  AUDIT(key(KeyCode.DIGIT4, KeyCombination.SHORTCUT_DOWN)),
  BATCH(key(KeyCode.DIGIT5, KeyCombination.SHORTCUT_DOWN)),
  TRAIN(key(KeyCode.DIGIT6, KeyCombination.SHORTCUT_DOWN)),
  TEXT(key(KeyCode.DIGIT7, KeyCombination.SHORTCUT_DOWN)),
  RUN_BATCH(key(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN)),
  STOP_BATCH(key(KeyCode.PERIOD, KeyCombination.SHORTCUT_DOWN)),
  TRAIN_PLAY(key(KeyCode.SPACE)),
  TRAIN_STEP(key(KeyCode.PERIOD)),
  TRAIN_EPOCH(key(KeyCode.PERIOD, KeyCombination.SHIFT_DOWN)),
  TRAIN_REWIND(key(KeyCode.COMMA)),
  CLIP_PLAY(key(KeyCode.SPACE)),
  CLIP_PREVIOUS(key(KeyCode.COMMA)),
  CLIP_NEXT(key(KeyCode.PERIOD)),
  PLAY(key(KeyCode.SPACE)),
  SWEEP(key(KeyCode.W)),
  SLOW_MOTION(key(KeyCode.D)),
  PREVIOUS_STEP(key(KeyCode.COMMA)),
  NEXT_STEP(key(KeyCode.PERIOD)),
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
  CELL_LEFT(key(KeyCode.LEFT)),
  CELL_RIGHT(key(KeyCode.RIGHT)),
  CELL_UP(key(KeyCode.UP)),
  CELL_DOWN(key(KeyCode.DOWN)),
  OPEN_CELL(key(KeyCode.ENTER)),
  VIEW_MIXED(key(KeyCode.DIGIT1)),
  VIEW_A(key(KeyCode.DIGIT2)),
  VIEW_B(key(KeyCode.DIGIT3)),
  VIEW_WEIGHTS(key(KeyCode.DIGIT4)),
  PEEK_A(key(KeyCode.Q)),
  PEEK_B(key(KeyCode.E)),
  SWIPE(key(KeyCode.I)),
  MARKS(key(KeyCode.O)),
  WINDOW_LEVEL(key(KeyCode.H)),
  ZOOM_IN(
      key(KeyCode.PLUS, KeyCombination.SHIFT_ANY),
      key(KeyCode.EQUALS, KeyCombination.SHIFT_ANY),
      key(KeyCode.ADD)),
  ZOOM_OUT(key(KeyCode.MINUS), key(KeyCode.SUBTRACT)),
  ZOOM_FIT(key(KeyCode.DIGIT0), key(KeyCode.NUMPAD0)),
  UNDO(key(KeyCode.Z, KeyCombination.SHORTCUT_DOWN)),
  REDO(
      key(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
      key(KeyCode.Y, KeyCombination.SHORTCUT_DOWN)),
  RESET(key(KeyCode.DIGIT0, KeyCombination.SHORTCUT_DOWN)),
  OPEN_A(key(KeyCode.O, KeyCombination.SHORTCUT_DOWN)),
  OPEN_B(key(KeyCode.O, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
  OPEN_FOLDER(key(KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
  NEXT_PAIR(key(KeyCode.PAGE_DOWN)),
  PREVIOUS_PAIR(key(KeyCode.PAGE_UP)),
  RANDOM_PAIR(key(KeyCode.P)),
  NEXT_A(key(KeyCode.PAGE_DOWN, KeyCombination.SHIFT_DOWN)),
  PREVIOUS_A(key(KeyCode.PAGE_UP, KeyCombination.SHIFT_DOWN)),
  NEXT_B(key(KeyCode.PAGE_DOWN, KeyCombination.SHORTCUT_DOWN)),
  PREVIOUS_B(key(KeyCode.PAGE_UP, KeyCombination.SHORTCUT_DOWN)),
  PASTE(key(KeyCode.V, KeyCombination.SHORTCUT_DOWN)),
  COPY_PICTURE(key(KeyCode.C, KeyCombination.SHORTCUT_DOWN)),
  COPY_FIGURE(key(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
  COPY_RECIPE(key(KeyCode.L, KeyCombination.SHORTCUT_DOWN)),
  COPY_CLI(key(KeyCode.L, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
  COPY_JAVA(key(KeyCode.J, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
  COPY_TORCHVISION(key(KeyCode.T, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
  COPY_TIMM(key(KeyCode.M, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
  COPY_KERAS(key(KeyCode.K, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
  EXPORT(key(KeyCode.S, KeyCombination.SHORTCUT_DOWN)),
  SAVE_CLIP(key(KeyCode.E, KeyCombination.SHORTCUT_DOWN)),
  FIGURE(key(KeyCode.S, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
  OPEN_RECIPE(key(KeyCode.R, KeyCombination.SHORTCUT_DOWN)),
  OPEN_CLASSIFIER(key(KeyCode.I, KeyCombination.SHORTCUT_DOWN)),
  CLOSE_CLASSIFIER(key(KeyCode.I, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
  SAVE_RECIPE(key(KeyCode.R, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
  KEEP(key(KeyCode.B)),
  TRAY(key(KeyCode.B, KeyCombination.SHIFT_DOWN)),
  NEW_WINDOW(key(KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
  PRESENT(key(KeyCode.F5), key(KeyCode.F11)),
  PRESENT_SOURCES(key(KeyCode.V)),
  TYPE_LARGER(
      key(KeyCode.PLUS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY),
      key(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_ANY),
      key(KeyCode.ADD, KeyCombination.SHORTCUT_DOWN)),
  TYPE_SMALLER(
      key(KeyCode.MINUS, KeyCombination.SHORTCUT_DOWN),
      key(KeyCode.SUBTRACT, KeyCombination.SHORTCUT_DOWN)),
  LEARN(key(KeyCode.F2)),
  LESSON_NEXT(key(KeyCode.F3)),
  LESSON_BACK(key(KeyCode.F3, KeyCombination.SHIFT_DOWN)),
  GLOSSARY(key(KeyCode.F1, KeyCombination.SHIFT_DOWN)),
  ABOUT(key(KeyCode.F1, KeyCombination.SHORTCUT_DOWN)),
  PALETTE(
      key(KeyCode.K, KeyCombination.SHORTCUT_DOWN),
      key(KeyCode.P, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN)),
  THEME(key(KeyCode.T)),
  LANGUAGE(key(KeyCode.L)),
  KEYS(key(KeyCode.SLASH, KeyCombination.SHIFT_DOWN), key(KeyCode.F1));

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

  /// Whether the key of the command was let go, whatever was pressed with it.
  public boolean isReleasedBy(KeyEvent event) {
    return keys.stream().anyMatch(key -> key.getCode() == event.getCode());
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
    return switch (this) {
      case KEYS -> "?";
      case ZOOM_IN -> "+";
      case TYPE_LARGER -> "Ctrl++";
      default -> combination();
    };
  }

  private String combination() {
    return Arrays.stream(keys.getFirst().getDisplayText().split("\\+"))
        .map(Command::readable)
        .collect(Collectors.joining("+"));
  }

  private static String readable(String part) {
    return switch (part.toLowerCase(Locale.ROOT)) {
      case "left" -> "←";
      case "right" -> "→";
      case "minus" -> "−";
      case "up" -> "↑";
      case "down" -> "↓";
      case "-" -> "−";
      default -> part;
    };
  }

  private static KeyCodeCombination key(KeyCode code, Modifier... modifiers) {
    return new KeyCodeCombination(code, modifiers);
  }
}
