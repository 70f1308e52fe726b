package org.mixoscope.app.ui;

import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The place of a part that is not there at first: it is put there when it is first wanted, and
/// only shown and hidden from then on. A part that nobody saw yet costs a window nothing.
public final class Late extends StackPane {
  /// The place of a part that says itself whether it is to be seen. It is made, which costs little;
  /// its style and its skin, which cost a window most, wait.
  public Late(Node part) {
    this(part.visibleProperty(), () -> part);
  }

  /// @param wanted whether the part is to be seen
  /// @param part is asked for once
  public Late(ObservableValue<Boolean> wanted, Supplier<? extends Node> part) {
    // What lies below gets the mouse where the part has nothing.
    setPickOnBounds(false);
    setMinSize(0, 0);
    visibleProperty().bind(wanted);
    managedProperty().bind(visibleProperty());
    visibleProperty()
        .subscribe(
            on -> {
              if (on && getChildren().isEmpty()) {
                getChildren().add(part.get());
              }
            });
  }
}
