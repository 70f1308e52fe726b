package org.mixoscope.app.explore;

import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.mixoscope.app.state.Highlight;
import org.mixoscope.app.state.Sight;

/// Lights a node up together with whatever else says the same, while the pointer is on one of them.
/// A node that is off the scene is not remembered.
final class Linked {
  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

  private Linked() {}

  static <N extends Node> N by(N node, Highlight part, Sight sight) {
    show(node, part, sight);
    ObjectProperty<Highlight> pointed = sight.pointedProperty();
    node.hoverProperty().subscribe(on -> set(pointed, part, on));
    shown(node).subscribe(on -> set(pointed, part, on && node.isHover()));
    return node;
  }

  /// Also while the keyboard has walked to the node or into it.
  static <N extends Node> N withKeys(N node, Highlight part, Sight sight) {
    by(node, part, sight);
    ObservableValue<Boolean> walked =
        node.sceneProperty()
            .flatMap(Scene::focusOwnerProperty)
            .flatMap(Node::focusVisibleProperty)
            .orElse(false);
    ObjectProperty<Highlight> focused = sight.focusedProperty();
    node.focusWithinProperty().subscribe(on -> set(focused, part, on && walked.getValue()));
    walked.subscribe(on -> set(focused, part, on && node.isFocusWithin()));
    return node;
  }

  /// Lights up without being something to point at.
  static <N extends Node> N show(N node, Highlight part, Sight sight) {
    sight
        .litProperty()
        .when(shown(node))
        .subscribe(lit -> node.pseudoClassStateChanged(LIT, lit.lights(part)));
    return node;
  }

  private static ObservableValue<Boolean> shown(Node node) {
    return node.sceneProperty().map(Objects::nonNull).orElse(false);
  }

  /// What is left takes only itself away: the next node may have been entered before.
  private static void set(ObjectProperty<Highlight> current, Highlight part, boolean on) {
    if (on) {
      current.set(part);
    } else if (current.get().equals(part)) {
      current.set(Highlight.Part.NOTHING);
    }
  }
}
