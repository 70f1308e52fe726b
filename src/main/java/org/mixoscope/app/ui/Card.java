package org.mixoscope.app.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The white panels that everything lies on.
public final class Card {
  private Card() {}

  public static VBox of(Node... content) {
    VBox card = new VBox(content);
    card.getStyleClass().add("card");
    return card;
  }

  public static Label title(ObservableValue<String> text) {
    Label title = title();
    title.textProperty().bind(text);
    return title;
  }

  public static Label title() {
    Label title = new Label();
    title.getStyleClass().add("card-title");
    return title;
  }
}
