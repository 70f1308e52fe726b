package org.mixoscope.app.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.Predictions;
import org.mixoscope.app.state.Predictions.Said;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.lab.classifier.Classifier;
import org.mixoscope.lab.classifier.Ending;

/// What a user's classifier says of the mix: the most probable classes, the pictures alone, and how
/// it goes along λ.
final class PredictionPane extends VBox {
  /// Of the name of a file.
  private static final double WIDEST = 220;

  /// A time that can be felt is said.
  private static final long FELT = 100;

  private final Predictions predictions;
  private final Messages messages;
  private final Label title = Card.title();
  private final Label remarks = new Label();
  private final Label alone = new Label();
  private final TopClasses top;

  PredictionPane(Desk desk) {
    predictions = desk.predictions();
    messages = desk.messages();
    setId("predictions");
    getStyleClass().addAll("card", "prediction-pane");
    top = new TopClasses(predictions, messages);
    alone.setId("prediction-alone");
    alone.getStyleClass().add("caption");
    alone.setMinWidth(0);
    VBox left = new VBox(top, alone);
    left.getStyleClass().add("prediction-left");
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox body = new HBox(left, new CurvePane(desk));
    body.getStyleClass().add("prediction-body");
    getChildren().addAll(header(desk), body);
    follow(this, desk, this::show);
  }

  /// Has the classifier asked while a pane is seen, and what it says shown.
  static void follow(Node pane, Desk desk, Runnable show) {
    Predictions predictions = desk.predictions();
    WhileVisible.follow(
        pane,
        predictions::follow,
        desk.model().revisionProperty(),
        desk.model().history().gestureProperty(),
        predictions.classifierProperty());
    WhileVisible.follow(
        pane,
        show,
        predictions.classifierProperty(),
        predictions.saidProperty(),
        predictions.curveProperty(),
        desk.model().revisionProperty(),
        desk.messages().languageProperty());
  }

  private HBox header(Desk desk) {
    title.setId("prediction-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    title.setMaxWidth(WIDEST);
    remarks.setId("prediction-remarks");
    remarks.getStyleClass().add("caption");
    remarks.setMinWidth(0);
    Explained.by(remarks, remarks.textProperty(), messages.bind("prediction.remarks.help"), "");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button settings = new Button(null, Icons.of(Feather.SETTINGS));
    settings.setId("prediction-settings");
    ClassifierSettings pane = new ClassifierSettings(desk);
    settings.setOnAction(e -> pane.toggle(settings));
    Explained.by(settings, messages, "prediction.settings");
    Button close = new Button(null, Icons.of(Feather.X));
    close.setId("do-CLOSE_CLASSIFIER");
    close.setOnAction(e -> desk.actions().run(Command.CLOSE_CLASSIFIER));
    Explained.by(
        close, messages, Command.CLOSE_CLASSIFIER.key(), Command.CLOSE_CLASSIFIER.keysText());
    for (Button button : List.of(settings, close)) {
      button.getStyleClass().addAll("icon-button", "flat");
    }
    HBox header = new HBox(Icons.of(Feather.CPU), title, remarks, gap, settings, close);
    header.getStyleClass().add("prediction-header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private void show() {
    Classifier now = predictions.classifierProperty().get();
    Predictions.Setting setting = predictions.settingProperty().get();
    if (now == null || setting == null) {
      return;
    }
    title.setText(String.valueOf(setting.file().getFileName()));
    Said said = predictions.saidProperty().get();
    remarks.setText(remarks(now, setting, said));
    top.show(now);
    alone.setText(alone(now));
  }

  /// What was assumed, and what is slow.
  private String remarks(Classifier now, Predictions.Setting setting, @Nullable Said said) {
    Classifier.Understood understood = now.understood();
    List<String> all = new ArrayList<>();
    if (understood.assumed() != null && setting.choices().range() == null) {
      all.add(messages.get("prediction.assumed." + understood.assumed().id()));
    }
    if (understood.ending() == Ending.SCORES) {
      all.add(messages.get("prediction.softmax"));
    }
    if (understood.names().from() == null) {
      all.add(messages.get("prediction.unnamed"));
    }
    if (said != null && said.millis() > FELT) {
      all.add(messages.get("prediction.millis", Long.toString(said.millis())));
    }
    return String.join(" · ", all);
  }

  private String alone(Classifier now) {
    return IntStream.range(0, SourceColour.values().length)
        .mapToObj(
            k ->
                predictions
                    .alone(k)
                    .map(
                        said -> {
                          int best = Classifier.top(said, 1).getFirst();
                          return SourceColour.of(k).letter()
                              + ": "
                              + now.classes().get(best)
                              + " "
                              + LabelBar.number(said.get(best));
                        })
                    .orElse(""))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" · "));
  }
}
