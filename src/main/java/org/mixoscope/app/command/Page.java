package org.mixoscope.app.command;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// What a screen puts into the window.
///
/// @param node what it looks like
/// @param notices the part over which messages appear
/// @param actions what commands do while it is in front, in place of what they do elsewhere
/// @param isForm whether people come to type there: a letter beside a field is then no command
public record Page(Region node, StackPane notices, Actions actions, boolean isForm) {
  /// A page with a part of its own for messages.
  public Page(Region node, StackPane notices, Actions actions) {
    this(node, notices, actions, false);
  }

  /// A page all over which messages may appear.
  public static Page of(StackPane node, Actions actions) {
    return new Page(node, node, actions);
  }

  /// Likewise, full of fields.
  public static Page ofForm(StackPane node, Actions actions) {
    return new Page(node, node, actions, true);
  }
}
