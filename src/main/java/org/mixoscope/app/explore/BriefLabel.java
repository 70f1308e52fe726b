package org.mixoscope.app.explore;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// A caption that says the same in fewer words where the whole would be cut off.
final class BriefLabel extends StackPane {
  private final Label whole = new Label();
  private final Label brief = new Label();

  BriefLabel() {
    setAlignment(Pos.CENTER_RIGHT);
    whole.getStyleClass().add("caption");
    brief.getStyleClass().add("caption");
    getChildren().addAll(whole, brief);
  }

  void show(String words, String fewer) {
    whole.setText(words);
    brief.setText(fewer);
  }

  /// The whole, whichever of both is seen.
  ObservableValue<String> textProperty() {
    return whole.textProperty();
  }

  @Override
  protected double computeMinWidth(double height) {
    return snapSizeX(brief.prefWidth(height));
  }

  @Override
  protected void layoutChildren() {
    boolean fits = getWidth() >= snapSizeX(whole.prefWidth(-1));
    whole.setVisible(fits);
    brief.setVisible(!fits);
    super.layoutChildren();
  }
}
