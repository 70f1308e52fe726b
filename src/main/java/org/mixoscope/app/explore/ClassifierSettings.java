package org.mixoscope.app.explore;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.Predictions;
import org.mixoscope.app.ui.Bubble;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.kernel.Frame;
import org.mixoscope.lab.classifier.Choices;
import org.mixoscope.lab.classifier.ClassNames;
import org.mixoscope.lab.classifier.Classifier;
import org.mixoscope.lab.classifier.PixelRange;

/// How a classifier is understood: what its file says, and what the user says where it does not.
final class ClassifierSettings {
  private static final double WIDTH = 360;

  /// What networks are usually trained with.
  private static final List<Frame> SIZES =
      Stream.of(28, 32, 64, 96, 128, 160, 192, 224, 240, 256, 288, 299, 320, 384, 448, 512)
          .map(side -> new Frame(side, side))
          .toList();

  private final Desk desk;
  private final Predictions predictions;
  private final Messages messages;
  private @Nullable PopOver shown;

  ClassifierSettings(Desk desk) {
    this.desk = desk;
    predictions = desk.predictions();
    messages = desk.messages();
  }

  /// Shows them beside a node, or hides them.
  void toggle(Node owner) {
    if (shown != null && shown.isShowing()) {
      shown.hide();
      return;
    }
    VBox page = new VBox();
    page.getStyleClass().add("classifier-settings");
    PopOver bubble = Bubble.of(page, ArrowLocation.BOTTOM_RIGHT);
    Subscription until =
        predictions
            .classifierProperty()
            .subscribe(
                now -> {
                  if (now == null) {
                    bubble.hide();
                  } else {
                    page.getChildren().setAll(content(now));
                  }
                });
    Bubble.show(bubble, owner, messages, until);
    shown = bubble;
  }

  private List<Node> content(Classifier now) {
    Classifier.Understood understood = now.understood();
    GridPane grid = new GridPane();
    grid.getStyleClass().add("settings-grid");
    grid.addRow(0, muted("prediction.pixels"), scaling(understood));
    grid.addRow(1, muted("prediction.size"), size(understood));
    grid.addRow(
        2,
        muted("prediction.ending"),
        new Label(messages.get("prediction.ending." + understood.ending().name())));
    grid.addRow(3, muted("prediction.classes"), names(understood.names()));
    Predictions.Setting setting = predictions.settingProperty().get();
    Label file = new Label(setting == null ? "" : setting.file().toString());
    file.setWrapText(true);
    file.setMaxWidth(WIDTH);
    file.setMinHeight(Region.USE_PREF_SIZE);
    file.getStyleClass().add("caption");
    return List.of(file, grid);
  }

  private Node scaling(Classifier.Understood understood) {
    PixelRange assumed = understood.assumed();
    if (assumed == null) {
      return new Label(messages.get("prediction.as-file"));
    }
    Picker<PixelRange> picker =
        new Picker<>(
            "prediction-range",
            List.of(PixelRange.values()),
            range -> messages.get("prediction.range." + range.id()),
            range -> choose(choices().with(range)),
            messages);
    picker.show(assumed);
    return Explained.by(picker, messages, "prediction.pixels");
  }

  private Node size(Classifier.Understood understood) {
    if (!understood.input().takesAny()) {
      return new Label(understood.input().toString());
    }
    Picker<Frame> picker =
        new Picker<>(
            "prediction-size",
            SIZES,
            Frame::toString,
            size -> choose(choices().with(size)),
            messages);
    picker.show(understood.input().frame());
    return Explained.by(picker, messages, "prediction.size");
  }

  private Node names(ClassNames names) {
    String from =
        names.from() == null
            ? messages.get("prediction.numbers", Integer.toString(names.names().size()))
            : messages.get(
                "prediction.names",
                Integer.toString(names.names().size()),
                String.valueOf(names.from().getFileName()));
    Label said = new Label(from);
    Button open = new Button(messages.get("prediction.choose"));
    open.setId("prediction-choose");
    open.setOnAction(
        e -> desk.dialogs().openClassNames().ifPresent(file -> choose(choices().with(file))));
    Explained.by(open, messages, "prediction.choose");
    VBox box = new VBox(6, said, open);
    if (names.unused() != null) {
      Label why = new Label(messages.get(names.unused()));
      why.setWrapText(true);
      why.setMaxWidth(WIDTH);
      why.setMinHeight(Region.USE_PREF_SIZE);
      why.getStyleClass().add("caption");
      box.getChildren().add(1, why);
    }
    return box;
  }

  private Choices choices() {
    Predictions.Setting setting = predictions.settingProperty().get();
    return setting == null ? Choices.NONE : setting.choices();
  }

  private void choose(Choices choices) {
    predictions.choose(choices);
  }

  private Label muted(String key) {
    Label label = new Label(messages.get(key));
    label.getStyleClass().add("muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
