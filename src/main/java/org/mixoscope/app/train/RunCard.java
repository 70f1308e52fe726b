package org.mixoscope.app.train;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.app.ui.ParameterPane;
import org.mixoscope.app.ui.ParameterRow;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.app.ui.Scale;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.lab.study.Mixings;

/// How run k is mixed.
final class RunCard extends VBox {
  private final TrainModel model;
  private final int k;
  private final Messages messages;
  private final Picker<String> method;
  private final VBox settings = new VBox();
  private final ParameterRow probability;
  private final Button remove;
  private @Nullable ParameterPane parameters;

  RunCard(TrainModel model, int k, Messages messages) {
    this.model = model;
    this.k = k;
    this.messages = messages;
    setId("run-" + (k + 1));
    getStyleClass().addAll("card", "train-card");
    method =
        new Picker<>(
            "run-method",
            List.of(),
            this::nameOf,
            id -> model.edit(now -> now.with(k, run -> run.choose(id))),
            messages);
    method.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(method, Priority.ALWAYS);
    Explained.by(method, messages, "train.method");
    probability =
        new OptionRows(model, messages)
            .number(
                "probability",
                Scale.LAMBDA,
                () -> 1,
                value -> model.edit(now -> now.with(k, run -> run.withProbability(value))));
    remove =
        OptionRow.button(
            messages, "train.remove", Feather.X, () -> model.edit(now -> now.without(k)));
    remove.getStyleClass().add("flat");
    getChildren().addAll(head(), settings, probability);
  }

  private HBox head() {
    Label title = new Label();
    title
        .textProperty()
        .bind(messages.languageProperty().map(now -> messages.get("train.run", k + 1)));
    title.getStyleClass().add("method-name");
    title.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(RunHue.swatch(k), title, method, remove);
    head.getStyleClass().add("option-row");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private String nameOf(String id) {
    return messages.get(id.equals(Mixings.NONE) ? "train.none" : "method." + id);
  }

  /// @param options that have a run k
  void show(LabOptions options) {
    LabRun run = options.runs().get(k);
    List<String> all =
        Stream.concat(
                Stream.of(Mixings.NONE),
                Mixings.types(options.data().shape()).stream().map(MethodType::id))
            .toList();
    method.offer(all, run.id());
    remove.setVisible(options.runs().size() > LabOptions.FEWEST_RUNS);
    Method mixing = run.method();
    OptionRows.show(probability, mixing != null);
    probability.show(run.probability());
    settings.setVisible(mixing != null);
    settings.setManaged(mixing != null);
    if (mixing != null) {
      show(mixing);
    }
  }

  private void show(Method mixing) {
    ParameterPane shown = parameters;
    if (shown == null || !shown.type().equals(mixing.type())) {
      shown =
          new ParameterPane(
              mixing.type(),
              () -> Objects.requireNonNullElse(model.options().runs().get(k).method(), mixing),
              next -> model.edit(now -> now.with(k, run -> run.with(next))),
              model.history(),
              messages);
      parameters = shown;
      settings.getChildren().setAll(shown);
    }
    shown.show(mixing.settings());
  }
}
