package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.layout.FlowPane;
import org.mixoscope.lab.Examples;

/// Test pictures that can be chosen, as many as there is room for.
final class SampleTiles extends FlowPane {
  private static final double LEAST_WIDTH = 64;
  private static final double GAP = 6;
  private static final int LETTERS = 4;

  private final IntConsumer chosen;
  private final List<SampleTile> tiles = new ArrayList<>();

  /// A picture.
  ///
  /// @param index among the test samples
  /// @param words below it
  /// @param spoken what a screen reader says of it
  record Item(int index, String words, String spoken) {}

  /// @param chosen gets the index of what is clicked
  SampleTiles(IntConsumer chosen) {
    this.chosen = chosen;
    getStyleClass().add("train-tiles");
    setAlignment(Pos.CENTER);
    setVgap(GAP);
    layoutBoundsProperty().subscribe(now -> fit());
  }

  /// As much of the name of a class as there is room for.
  static String brief(String name) {
    return name.length() <= LETTERS ? name : name.substring(0, LETTERS - 1) + "…";
  }

  void show(Examples test, List<Item> items) {
    while (tiles.size() < items.size()) {
      tiles.add(new SampleTile());
    }
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      tiles
          .get(i)
          .show(test, item.index(), item.words(), item.spoken(), () -> chosen.accept(item.index()));
    }
    if (getChildren().size() != items.size()) {
      getChildren().setAll(tiles.subList(0, items.size()));
    }
    fit();
  }

  private void fit() {
    double width = LEAST_WIDTH;
    double height = 1;
    for (SampleTile tile : tiles) {
      width = Math.max(width, tile.prefWidth(-1));
      height = Math.max(height, tile.prefHeight(-1));
    }
    double columns = Math.floor(getWidth() / width);
    double room = columns * Math.floor((getHeight() + GAP) / (height + GAP));
    for (int i = 0; i < getChildren().size(); i++) {
      boolean fits = i < room;
      getChildren().get(i).setVisible(fits);
      getChildren().get(i).setManaged(fits);
      tiles.get(i).setPrefWidth(LEAST_WIDTH);
      tiles.get(i).setMinWidth(USE_COMPUTED_SIZE);
    }
  }
}
