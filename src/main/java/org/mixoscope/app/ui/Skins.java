package org.mixoscope.app.ui;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Skin;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.ButtonSkin;
import javafx.scene.control.skin.LabelSkin;
import javafx.scene.control.skin.MenuButtonSkin;
import javafx.scene.control.skin.ToggleButtonSkin;
import org.jspecify.annotations.Nullable;

/// Skins of what a window has most of. JavaFX makes a skin when its control is styled, and then
/// styles the control again with all that is in it.
public final class Skins {
  private Skins() {}

  /// Makes those of a node that is in no window yet, and of all that is in it.
  public static void make(Node node) {
    if (node instanceof Control control && control.getSkin() == null) {
      Skin<?> skin = of(control);
      if (skin != null) {
        control.setSkin(skin);
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(Skins::make);
    }
  }

  /// One after the other: of a switch over types Java makes a class each time it starts.
  private static @Nullable Skin<?> of(Control control) {
    if (control instanceof Label label) {
      return new LabelSkin(label);
    }
    if (control instanceof Button button) {
      return new ButtonSkin(button);
    }
    if (control instanceof ToggleButton button && !(button instanceof RadioButton)) {
      return new ToggleButtonSkin(button);
    }
    if (control instanceof MenuButton button && !(button instanceof SplitMenuButton)) {
      return new MenuButtonSkin(button);
    }
    return null;
  }
}
