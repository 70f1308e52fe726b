package org.mixoscope.cli;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/// What the command line says of things that have names, in files beside this.
final class CommandTexts {
  private CommandTexts() {}

  /// Texts of a kind. Asked for without a control, Java would look for one in all jars.
  static ResourceBundle of(String kind) {
    return ResourceBundle.getBundle(
        "org.mixoscope.cli." + kind,
        Locale.ROOT,
        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }
}
