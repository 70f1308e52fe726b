package org.mixoscope.app.ui;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// Menus at the pointer, and at what has the focus by the menu key or `Shift+F10`.
public final class RightClick {
  private RightClick() {}

  /// Gives a node a menu.
  ///
  /// @param items asked for whenever it opens
  public static void on(Node node, Supplier<List<MenuItem>> items) {
    ContextMenu menu = new ContextMenu();
    node.setOnContextMenuRequested(
        e -> {
          menu.hide();
          menu.getItems().setAll(items.get());
          menu.show(node, e.getScreenX(), e.getScreenY());
          e.consume();
        });
  }
}
