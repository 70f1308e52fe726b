package org.mixoscope.app;

import javafx.scene.input.KeyEvent;
import org.mixoscope.app.command.Command;

/// Tells what is typed as text, though no field has the focus, from keys that are pressed for what
/// they do. Text begins with a character that begins paths and numbers and is no command's; it ends
/// with `Enter`, `Esc`, `Tab`, a key with `Ctrl`, or a click.
final class Typing {
  private static final String FIRST = "/\\~:56789";

  private boolean on;

  /// Hears a character.
  ///
  /// @return whether text begins with it
  boolean hears(String character) {
    boolean begins = !on && character.length() == 1 && FIRST.contains(character);
    on |= begins;
    return begins;
  }

  /// Whether a key that is pressed now is one of the text.
  boolean takes(Command command, KeyEvent event) {
    return on && isLetter(command, event);
  }

  void end() {
    on = false;
  }

  /// Whether the key of a command is one that also writes something, or walks through what is
  /// written.
  static boolean isLetter(Command command, KeyEvent event) {
    return command.isPlain() && !event.getCode().isFunctionKey() && command != Command.KEYS;
  }
}
