package org.mixoscope.app.train;

import javafx.event.EventHandler;
import javafx.scene.input.KeyEvent;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;

/// A cross that takes the focus where else the mouse points, seen while it has it.
final class KeyCross {
  private static final double ARM = 9;

  private KeyCross() {}

  /// @param key of what screen readers say
  static Path of(String id, EventHandler<KeyEvent> keys, Messages messages, String key) {
    Path cross =
        new Path(new MoveTo(-ARM, 0), new LineTo(ARM, 0), new MoveTo(0, -ARM), new LineTo(0, ARM));
    cross.setId(id);
    cross.getStyleClass().add("key-cross");
    cross.setFocusTraversable(true);
    cross.setMouseTransparent(true);
    cross.focusedProperty().subscribe(on -> cross.setOpacity(on ? 1 : 0));
    cross.setOnKeyPressed(keys);
    return Explained.spoken(cross, messages, key);
  }
}
