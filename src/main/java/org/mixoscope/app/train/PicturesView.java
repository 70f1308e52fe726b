package org.mixoscope.app.train;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.lab.Examples;

/// A network of pictures: the test pictures that it is most wrong of, or the weights of its first
/// layer.
final class PicturesView extends StackPane {
  private static final double PERCENT = 100;

  private final Messages messages;
  private final SampleTiles tiles;
  private final ImageView weights = new ImageView();
  private final Label nothing = new Label();
  private List<LaneView.Guess> wrong = List.of();
  private @Nullable Examples of;

  /// @param chosen gets the index of a picture that is clicked
  PicturesView(Messages messages, IntConsumer chosen) {
    this.messages = messages;
    tiles = new SampleTiles(chosen);
    getStyleClass().add("train-pictures");
    setMinSize(0, 0);
    weights.setSmooth(false);
    weights.setPreserveRatio(true);
    weights.setManaged(false);
    nothing.getStyleClass().add("muted");
    nothing.setWrapText(true);
    getChildren().addAll(tiles, weights, nothing);
  }

  /// @param look at the worst pictures, or the weights
  /// @param started whether an epoch is complete
  void show(LabView view, LaneView.Sight now, Look look, boolean started) {
    boolean showsWrong = look == Look.WRONG;
    Examples test = view.data().test();
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
      List<String> names = view.options().data().names();
      tiles.show(test, wrong.stream().map(one -> item(one, names)).toList());
    }
  }

  private static SampleTiles.Item item(LaneView.Guess one, List<String> names) {
    String own = names.get(one.own());
    String said = names.get(one.said());
    String sure = "  " + Math.round(PERCENT * one.confidence()) + " %";
    return new SampleTiles.Item(
        one.index(),
        SampleTiles.brief(own) + "→" + SampleTiles.brief(said) + sure,
        own + "→" + said + sure);
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
