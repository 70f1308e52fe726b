package org.mixoscope.app.ui;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;

/// Stops carets that nobody sees. In JavaFX 26 every field whose caret is moved begins to blink,
/// also one that does not have the focus, and all of them are moved when the focus goes elsewhere:
/// the window is then never idle.
public final class StillCarets {
  private StillCarets() {}

  /// For as long as there is the scene.
  public static void in(Scene scene) {
    // After those who move carets for the same reason.
    scene.focusOwnerProperty().subscribe(owner -> Platform.runLater(() -> still(scene)));
  }

  private static void still(Scene scene) {
    for (Node node : scene.getRoot().lookupAll(".text-input")) {
      if (node instanceof TextInputControl field) {
        still(field);
      }
    }
  }

  /// Stops the caret of one field, unless it has the focus.
  static void still(TextInputControl field) {
    if (!field.isFocused() && field.getSkin() instanceof TextInputControlSkin<?> skin) {
      skin.setCaretAnimating(false);
    }
  }
}
