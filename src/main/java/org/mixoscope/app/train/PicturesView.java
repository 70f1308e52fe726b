package org.mixoscope.app.train;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.lab.Examples;

/// What a network of pictures is to be looked at for: the test pictures that it is most wrong of,
/// or the weights of its first layer.
final class PicturesView extends StackPane {
  private static final double TILE = 42;
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
    Rectangle edge = new Rectangle();
    edge.widthProperty().bind(widthProperty());
    edge.heightProperty().bind(heightProperty());
    setClip(edge);
    getChildren().addAll(tiles, weights, nothing);
  }

  /// @param started whether an epoch is complete
  void show(Examples test, LaneView.Sight now, boolean started) {
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
      tiles.getChildren().setAll(wrong.stream().map(one -> tile(test, one)).toList());
    }
  }

  private static VBox tile(Examples test, LaneView.Wrong one) {
    ImageView picture = new ImageView(Shade.picture(test.inputs()[one.index()], test.shape()));
    picture.setFitWidth(TILE);
    picture.setFitHeight(TILE);
    Label words = new Label(one.own() + " → " + one.said());
    words.getStyleClass().add("tick");
    Label sure = new Label(Math.round(PERCENT * one.confidence()) + " %");
    sure.getStyleClass().add("tick");
    VBox tile = new VBox(picture, words, sure);
    tile.setAlignment(Pos.CENTER);
    return tile;
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
