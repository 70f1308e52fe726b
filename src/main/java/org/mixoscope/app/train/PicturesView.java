package org.mixoscope.app.train;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.lab.Examples;

/// What a network of pictures is to be looked at for: the test pictures that it is most wrong of,
/// or the weights of its first layer.
final class PicturesView extends StackPane {
  private static final double TILE = 42;

  /// Of a tile, with the gap beside and below it.
  private static final double WIDTH = 64;

  private static final double HEIGHT = 66;
  private static final int LETTERS = 4;
  private static final double PERCENT = 100;

  private final Messages messages;
  private final ObservableValue<Kind> kind;
  private final FlowPane tiles = new FlowPane();
  private final ImageView weights = new ImageView();
  private final Label nothing = new Label();
  private List<LaneView.Wrong> wrong = List.of();
  private @Nullable Examples of;

  /// What can be looked at.
  enum Kind {
    WRONG,
    WEIGHTS
  }

  PicturesView(ObservableValue<Kind> kind, Messages messages) {
    this.kind = kind;
    this.messages = messages;
    getStyleClass().add("train-pictures");
    setMinSize(0, 0);
    tiles.getStyleClass().add("train-tiles");
    tiles.setAlignment(Pos.CENTER);
    weights.setSmooth(false);
    weights.setPreserveRatio(true);
    weights.setManaged(false);
    nothing.getStyleClass().add("muted");
    nothing.setWrapText(true);
    getChildren().addAll(tiles, weights, nothing);
    layoutBoundsProperty().subscribe(now -> fit());
  }

  /// @param started whether an epoch is complete
  /// @param names of the classes
  void show(Examples test, LaneView.Sight now, boolean started, List<String> names) {
    boolean showsWrong = kind.getValue() == Kind.WRONG;
    tiles.setVisible(showsWrong);
    weights.setVisible(!showsWrong);
    nothing.setVisible(showsWrong && now.wrong().isEmpty());
    nothing.setText(messages.get(started ? "train.all-right" : "train.untrained"));
    if (!showsWrong) {
      weights.setImage(Shade.weights(now.weights(), test.shape()));
      requestLayout();
    }
    if (!now.wrong().equals(wrong) || !test.equals(of)) {
      wrong = now.wrong();
      of = test;
      tiles.getChildren().setAll(wrong.stream().map(one -> tile(test, one, names)).toList());
      fit();
    }
  }

  private static VBox tile(Examples test, LaneView.Wrong one, List<String> names) {
    ImageView picture = new ImageView(Shade.picture(test.inputs()[one.index()], test.shape()));
    picture.setFitWidth(TILE);
    picture.setFitHeight(TILE);
    Label words =
        new Label(
            brief(names.get(one.own()))
                + "→"
                + brief(names.get(one.said()))
                + "  "
                + Math.round(PERCENT * one.confidence())
                + " %");
    words.getStyleClass().add("tick");
    VBox tile = new VBox(picture, words);
    tile.setMinWidth(WIDTH);
    tile.setPrefWidth(WIDTH);
    tile.setAlignment(Pos.CENTER);
    return tile;
  }

  /// As much of a name as there is room for.
  private static String brief(String name) {
    return name.length() <= LETTERS ? name : name.substring(0, LETTERS - 1) + "…";
  }

  /// As many tiles as there is room for.
  private void fit() {
    double columns = Math.floor(getWidth() / WIDTH);
    double room = columns * Math.floor(getHeight() / HEIGHT);
    for (int i = 0; i < tiles.getChildren().size(); i++) {
      boolean fits = i < room;
      tiles.getChildren().get(i).setVisible(fits);
      tiles.getChildren().get(i).setManaged(fits);
    }
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    weights.setFitWidth(getWidth());
    weights.setFitHeight(getHeight());
    double width = weights.getLayoutBounds().getWidth();
    double height = weights.getLayoutBounds().getHeight();
    weights.relocate((getWidth() - width) / 2, (getHeight() - height) / 2);
  }
}
