package org.mixoscope.app.train;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Bubble;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.lab.Examples;

/// The prediction along λ of all runs, between two test samples that are chosen here: pictures from
/// a sheet, points by going on to the next, or by a click in the plane.
final class LambdaPane extends VBox {
  private static final int PAIR = 2;
  private static final double THUMB = 20;
  private static final int OFFERED = 40;
  private static final double SHEET_WIDTH = 660;
  private static final double SHEET_HEIGHT = 300;

  private final ObjectProperty<@Nullable Ends> ends;
  private final Messages messages;
  private final LambdaPlot plot = new LambdaPlot();
  private final List<Button> buttons = List.of(new Button(), new Button());
  private final Label legend = new Label();
  private final Asking<float[][]> asking;
  private final StringProperty spoken = new SimpleStringProperty("");
  private @Nullable LabView view;
  private @Nullable Ends asked;

  LambdaPane(TrainModel model, Messages messages) {
    this.messages = messages;
    ends = model.endsProperty();
    asking = new Asking<>(model.trainer(), this::answer);
    setMinSize(0, 0);
    legend.getStyleClass().add("caption");
    legend.setMinWidth(0);
    HBox head = new HBox();
    head.getStyleClass().add("lambda-ends");
    head.setAlignment(Pos.CENTER_LEFT);
    for (int k = 0; k < PAIR; k++) {
      int end = k;
      Button button = buttons.get(k);
      button.setId("lambda-" + SourceColour.of(k).letter());
      button.getStyleClass().addAll("icon-button", "flat", "source-text");
      button.setMinWidth(Region.USE_PREF_SIZE);
      SourceColour.of(k).dress(button);
      button.setOnAction(e -> choose(end));
      Explained.by(button, messages, "train.lambda.end." + SourceColour.of(k).letter());
      head.getChildren().add(button);
    }
    head.getChildren().add(legend);
    VBox.setVgrow(plot, Priority.ALWAYS);
    Explained.by(plot, spoken, messages.bind("train.lambda.help"), "");
    getChildren().addAll(head, plot);
    ends.subscribe(now -> show());
    messages.languageProperty().subscribe(now -> show());
  }

  void show(LabView now) {
    LabView before = view;
    view = now;
    Ends of = ends.get();
    if (of == null || !of.test().equals(now.data().test())) {
      ends.set(Ends.of(now.data().test()));
    } else if (before == null || !now.hasCurvesOf(before) || !of.equals(asked)) {
      show();
    }
  }

  private void show() {
    Ends of = ends.get();
    LabView now = view;
    if (of == null || now == null || !of.test().equals(now.data().test())) {
      return;
    }
    List<String> names = now.options().data().names();
    for (int k = 0; k < PAIR; k++) {
      int index = of.index(k);
      Button button = buttons.get(k);
      button.setText(SourceColour.of(k).letter());
      button.setGraphic(thumb(of.test(), index, names));
    }
    legend.setText(
        messages.get(
            "train.lambda.legend",
            names.get(of.test().classOf(of.a())),
            names.get(of.test().classOf(of.b()))));
    asked = of;
    float[][] mixes = of.mixes();
    asking.ask(lane -> lane.network().predict(mixes));
  }

  private static Node thumb(Examples test, int index, List<String> names) {
    if (test.shape().plane() == 1) {
      Label name = new Label(names.get(test.classOf(index)));
      name.getStyleClass().add("caption");
      return name;
    }
    ImageView picture = new ImageView(Shade.picture(test.inputs()[index], test.shape()));
    picture.setFitWidth(THUMB);
    picture.setFitHeight(THUMB);
    return picture;
  }

  private void answer(List<float[][]> said) {
    Ends of = asked;
    LabView now = view;
    if (of == null || now == null) {
      return;
    }
    plot.show(of, said);
    int a = of.test().classOf(of.a());
    int middle = said.getFirst().length / 2;
    String name = now.options().data().names().get(a);
    spoken.set(
        IntStream.range(0, said.size())
            .mapToObj(
                k ->
                    messages.get(
                        "train.lambda.spoken",
                        k + 1,
                        name,
                        String.format(Locale.ROOT, "%.2f", said.get(k)[middle][a])))
            .collect(Collectors.joining(", ", messages.get("train.plot.LAMBDA") + ": ", "")));
  }

  private void choose(int end) {
    Ends of = ends.get();
    if (of == null) {
      return;
    }
    if (of.test().shape().plane() == 1) {
      ends.set(of.with(end, (of.index(end) + 1) % of.test().size()));
    } else {
      offer(of, end);
    }
  }

  /// A sheet of test pictures.
  private void offer(Ends of, int end) {
    LabView now = view;
    if (now == null) {
      return;
    }
    List<String> names = now.options().data().names();
    Button button = buttons.get(end);
    List<SampleTiles.Item> items =
        IntStream.range(0, Math.min(OFFERED, of.test().size()))
            .mapToObj(
                i -> {
                  String name = names.get(of.test().classOf(i));
                  return new SampleTiles.Item(i, SampleTiles.brief(name), name);
                })
            .toList();
    PopOver[] bubble = new PopOver[1];
    SampleTiles tiles =
        new SampleTiles(
            index -> {
              bubble[0].hide();
              ends.set(of.with(end, index));
            });
    tiles.setId("lambda-sheet");
    tiles.setPrefSize(SHEET_WIDTH, SHEET_HEIGHT);
    tiles.show(of.test(), items);
    bubble[0] = Bubble.of(tiles, PopOver.ArrowLocation.BOTTOM_RIGHT);
    Bubble.show(bubble[0], button, messages, Subscription.EMPTY);
  }
}
