package org.mixoscope.app.command;

import java.util.Optional;
import javafx.scene.layout.Region;

/// One of the screens of the window. It is made when it is first shown.
public interface Screen {
  /// What it puts into the window: always the same.
  Page page();

  /// Whether it is the one that is seen from now on. What it did not follow while it was hidden, it
  /// shows as soon as it is in front.
  default void setInFront(boolean inFront) {}

  /// Reads everything that its first frame need not wait for.
  default void load() {}

  /// Draws everything that otherwise waits for the next frame.
  default void renderNow() {}

  /// What an audience sees of it in large type, always the same; nothing where that is the mix.
  default Optional<Region> presented() {
    return Optional.empty();
  }
}
