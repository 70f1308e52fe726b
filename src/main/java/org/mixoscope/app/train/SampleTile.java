package org.mixoscope.app.train;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mixoscope.lab.Examples;

/// A test picture with a few words below it. It grows with its letters.
final class SampleTile extends Button {
  private static final double SIDE = 42;
  private static final double LETTERS = 11;

  private final ImageView picture = new ImageView();
  private final Label words = new Label();

  SampleTile() {
    getStyleClass().setAll("train-tile");
    words.getStyleClass().add("tick");
    words.setMinWidth(Region.USE_PREF_SIZE);
    picture
        .fitWidthProperty()
        .bind(words.fontProperty().map(font -> SIDE * font.getSize() / LETTERS));
    picture.fitHeightProperty().bind(picture.fitWidthProperty());
    VBox tile = new VBox(picture, words);
    tile.setAlignment(Pos.CENTER);
    setGraphic(tile);
  }

  /// @param spoken says it without the picture
  void show(Examples test, int index, String text, String spoken, Runnable chosen) {
    picture.setImage(Shade.picture(test.inputs()[index], test.shape()));
    words.setText(text);
    setAccessibleText(spoken);
    setOnAction(e -> chosen.run());
  }
}
