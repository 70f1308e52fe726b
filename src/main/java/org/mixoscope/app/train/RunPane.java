package org.mixoscope.app.train;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.lab.Metrics;
import org.mixoscope.lab.study.Study.Point;

/// Run k: its name, what its network looks like, and how good it is.
final class RunPane extends VBox {
  private final int k;
  private final Messages messages;
  private final Label name = new Label();
  private final Label numbers = new Label();
  private final PlaneView plane = new PlaneView();
  private final PicturesView pictures;

  RunPane(int k, ObservableValue<PicturesView.Kind> kind, Messages messages) {
    this.k = k;
    this.messages = messages;
    setId("lane-" + (k + 1));
    getStyleClass().addAll("card", "lane");
    pictures = new PicturesView(kind, messages);
    name.getStyleClass().add("method-name");
    name.setMinWidth(0);
    HBox head = new HBox(RunHue.swatch(k), name);
    head.getStyleClass().add("option-row");
    head.setAlignment(Pos.CENTER_LEFT);
    numbers.setId("numbers");
    numbers.setWrapText(true);
    numbers.setMinHeight(Region.USE_PREF_SIZE);
    numbers.getStyleClass().add("caption");
    Explained.by(numbers, messages, "train.numbers");
    Explained.by(plane, messages, "train.plane");
    Explained.by(pictures, messages, "train.pictures");
    StackPane picture = new StackPane(plane, pictures);
    picture.setMinSize(0, 0);
    VBox.setVgrow(picture, Priority.ALWAYS);
    getChildren().addAll(head, picture, numbers);
  }

  /// The plane as its network sees it.
  PlaneView plane() {
    return plane;
  }

  void show(LabView view) {
    LaneView lane = view.lanes().get(k);
    name.setText(view.options().runs().get(k).name(messages));
    plane.setVisible(lane.picture() instanceof LaneView.Surface);
    pictures.setVisible(!plane.isVisible());
    switch (lane.picture()) {
      case LaneView.Surface surface -> plane.show(view.data().train(), surface);
      case LaneView.Sight sight ->
          pictures.show(
              view.data().test(), sight, lane.last() != null, view.options().data().classNames());
    }
    numbers.setText(numbers(lane));
  }

  private String numbers(LaneView lane) {
    Point last = lane.last();
    if (last == null) {
      return messages.get("train.untrained");
    }
    Metrics test = last.test();
    return messages.get(
        "train.numbers.text",
        Outcome.percent(test.accuracy()),
        String.format(Locale.ROOT, "%.3f", test.nll()),
        Outcome.percent(test.ece()),
        Outcome.percent(last.train().accuracy()));
  }
}
