package org.mixoscope.app.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Work that is done only for what can be seen: a screen that is not in front, or is covered, costs
/// nothing.
public final class WhileVisible {
  private WhileVisible() {}

  /// Shows something now, and again after a change. What changes while the node cannot be seen is
  /// shown once it can; until then the causes do not hold on to the node.
  public static void follow(Node node, Runnable show, ObservableValue<?>... causes) {
    ObservableValue<Boolean> visible = of(node);
    for (ObservableValue<?> cause : causes) {
      cause.when(visible).subscribe((old, now) -> show.run());
    }
    show.run();
  }

  /// Whether a node is in a scene and all that it lies in is visible. Its own visibility does not
  /// count: it may be what has to be decided.
  public static ObservableValue<Boolean> of(Node node) {
    return node.sceneProperty().flatMap(scene -> uncovered(node)).orElse(false);
  }

  private static ObservableValue<Boolean> uncovered(Node node) {
    return node.parentProperty()
        .flatMap(
            parent ->
                parent
                    .visibleProperty()
                    .flatMap(visible -> visible ? uncovered(parent) : parent.visibleProperty()))
        .orElse(true);
  }
}
