package org.mixoscope.app.ui;

import javafx.scene.Node;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;

/// What pops up beside something that it is about.
public final class Bubble {
  private Bubble() {}

  /// One that is not shown yet.
  public static PopOver of(Node content, ArrowLocation arrow) {
    PopOver bubble = new PopOver(content);
    bubble.getStyleClass().add("bubble");
    bubble.setArrowLocation(arrow);
    bubble.setDetachable(false);
    bubble.setAnimated(false);
    return bubble;
  }

  /// Shows one in the language of the moment: it hides when that changes. Then the focus is back
  /// where it came from.
  ///
  /// @param until ends when it hides
  public static void show(PopOver bubble, Node owner, Messages messages, Subscription until) {
    Subscription all = messages.languageProperty().subscribe(() -> bubble.hide()).and(until);
    bubble.setOnHidden(
        e -> {
          all.unsubscribe();
          owner.requestFocus();
        });
    bubble.show(owner);
  }
}
