package org.mixoscope.app.explore;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.dataset.Sample;

/// Pairs of sample pictures to begin with, each shown as the half of one beside the half of the
/// other.
final class PairsPane extends VBox {
  private static final double SIDE = 44;
  private static final double ROUND = 12;

  private static final List<Pair> PAIRS =
      List.of(
          pair("cat", "coffee"),
          pair("astronaut", "cat"),
          pair("rocket", "galaxies"),
          pair("retina", "galaxies"),
          pair("coffee", "retina"),
          pair("astronaut", "rocket"));

  private record Pair(Sample a, Sample b) {}

  PairsPane(ExploreModel model, Messages messages, PictureCache cache, TaskRunner tasks) {
    getStyleClass().add("card");
    FlowPane flow = new FlowPane();
    flow.getStyleClass().add("pairs");
    for (Pair pair : PAIRS) {
      Button button = new Button();
      button.getStyleClass().add("pair");
      button.setGraphic(new HBox(half(pair.a(), 0, cache, tasks), half(pair.b(), 1, cache, tasks)));
      button.setId("pair-" + pair.a().name() + "-" + pair.b().name());
      button.setAccessibleText(pair.a().name() + " + " + pair.b().name());
      button.setOnAction(
          e -> model.edit(r -> r.withSources(List.of(pair.a().source(), pair.b().source()))));
      flow.getChildren().add(button);
    }
    getChildren().addAll(Card.title(messages.bind("pairs")), flow);
  }

  /// The left or right half of a square thumbnail.
  private static ImageView half(Sample sample, int side, PictureCache cache, TaskRunner tasks) {
    ImageView view = new ImageView();
    view.setFitHeight(SIDE);
    view.setFitWidth(SIDE / 2);
    Rectangle clip = new Rectangle(side == 0 ? 0 : -SIDE / 2, 0, SIDE, SIDE);
    clip.setArcWidth(ROUND);
    clip.setArcHeight(ROUND);
    view.setClip(clip);
    tasks.run(
        () -> cache.get(sample.location()).thumbnail(),
        pixels -> {
          view.setImage(ScreenImage.of(pixels));
          view.setViewport(ScreenImage.middle(pixels, 0.5));
        },
        failure -> view.setVisible(false));
    return view;
  }

  private static Pair pair(String a, String b) {
    return new Pair(new Sample(a), new Sample(b));
  }
}
