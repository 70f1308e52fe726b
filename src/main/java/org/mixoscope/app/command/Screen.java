package org.mixoscope.app.command;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// One of the screens of the window. It is made when it is first shown.
public interface Screen {
  /// What it looks like.
  Region node();

  /// The part over which messages appear.
  StackPane notices();

  /// What commands do while it is shown, in place of what they do elsewhere.
  Actions actions();

  /// It is in front from now on; what it did not follow while it was hidden, it shows now.
  default void shown() {}

  /// Another one is in front from now on.
  default void hidden() {}

  /// Reads everything that its first frame need not wait for.
  default void load() {}

  /// Draws everything that otherwise waits for the next frame.
  default void renderNow() {}
}
