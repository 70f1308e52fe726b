package org.mixoscope.app.train;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.lab.Metrics;
import org.mixoscope.lab.study.Study.Point;

/// Run k: its name, what its network looks like, and how good it is.
final class RunPane extends VBox {
  private final int k;
  private final TrainModel model;
  private final Messages messages;
  private final ObjectProperty<Look> looked = new SimpleObjectProperty<>(Look.PLANE);
  private final Label name = new Label();
  private final Label numbers = new Label();
  private final PlaneView plane = new PlaneView();
  private final PicturesView pictures;
  private final ConfusionPane confusion;
  private final ClassBars bars;
  private final Label nothing = new Label();
  private final Button use;

  RunPane(int k, Desk desk, TrainModel model) {
    this.k = k;
    this.model = model;
    messages = desk.messages();
    ToExplore out = new ToExplore(desk, model);
    setId("lane-" + (k + 1));
    getStyleClass().addAll("card", "lane");
    pictures = new PicturesView(messages, out::open);
    confusion = new ConfusionPane(k, model.trainer(), out, messages);
    bars = new ClassBars(k);
    name.getStyleClass().add("method-name");
    name.setMinWidth(0);
    use = OptionRow.button(messages, "train.use", Feather.CPU, () -> out.use(k));
    use.getStyleClass().add("flat");
    use.managedProperty().bind(use.visibleProperty());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(RunHue.swatch(k), name, gap, use);
    head.getStyleClass().add("option-row");
    head.setAlignment(Pos.CENTER_LEFT);
    numbers.setId("numbers");
    numbers.setWrapText(true);
    numbers.setMinHeight(Region.USE_PREF_SIZE);
    numbers.getStyleClass().add("caption");
    nothing.getStyleClass().add("muted");
    nothing.setWrapText(true);
    Explained.by(numbers, messages, "train.numbers");
    Explained.spoken(plane, messages, "train.plane");
    Explained.spoken(pictures, messages, "train.pictures");
    Explained.by(
        name, name.textProperty(), looked.flatMap(look -> messages.bind(helpOf(look))), "");
    PlaneEditor.connect(plane, model, messages);
    StackPane picture = new StackPane(plane, pictures, confusion, bars, nothing);
    picture.setMinSize(0, 0);
    VBox.setVgrow(picture, Priority.ALWAYS);
    getChildren().addAll(head, picture, numbers);
  }

  private static String helpOf(Look look) {
    return switch (look) {
      case PLANE -> "train.plane.help";
      case WRONG, WEIGHTS -> "train.pictures.help";
      case CONFUSION -> "train.confusion.help";
      case DRAW -> "train.sketch.help";
    };
  }

  void show(LabView view) {
    LaneView lane = view.lanes().get(k);
    LabData data = view.options().data();
    Look look = model.insightProperty().get().look().on(data);
    Point last = lane.last();
    boolean waits = look == Look.CONFUSION && last == null;
    looked.set(look);
    name.setText(view.options().runs().get(k).name(messages));
    use.setVisible(data.shape().plane() > 1);
    plane.setVisible(look == Look.PLANE);
    pictures.setVisible(look == Look.WRONG || look == Look.WEIGHTS);
    confusion.setVisible(look == Look.CONFUSION && !waits);
    bars.setVisible(look == Look.DRAW && data.isDigits());
    nothing.setVisible(waits || (look == Look.DRAW && !data.isDigits()));
    nothing.setText(messages.get(waits ? "train.untrained" : "train.sketch.only-digits"));
    if (lane.picture() instanceof LaneView.Surface surface && plane.isVisible()) {
      plane.show(view.data().train(), surface);
      plane.mark(ends(view));
    }
    if (lane.picture() instanceof LaneView.Sight sight && pictures.isVisible()) {
      pictures.show(view, sight, look, last != null);
    }
    if (last != null && confusion.isVisible()) {
      confusion.show(view, last);
    }
    numbers.setText(numbers(lane));
  }

  private List<float[]> ends(LabView view) {
    Ends ends = model.endsProperty().get();
    return ends != null
            && model.insightProperty().get().isAlongLambda()
            && ends.test().equals(view.data().test())
        ? ends.inputs()
        : List.of();
  }

  /// What the network says of a digit that was drawn.
  ///
  /// @param probabilities none for nothing
  void showDrawn(List<String> classes, float[] probabilities) {
    bars.show(classes, probabilities);
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
