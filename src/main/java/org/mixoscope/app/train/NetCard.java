package org.mixoscope.app.train;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.layout.VBox;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.app.ui.ParameterRow;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.app.ui.Scale;

/// The network that all runs have, and how it learns.
final class NetCard extends VBox {
  private static final Scale RATE = new Scale(0.0001, 1, true, 4);
  private static final Scale DECAY = new Scale(0, 1, false, 3);

  private final Picker<String> net;
  private final Picker<Boolean> optimiser;
  private final ParameterRow rate;
  private final ParameterRow decay;

  NetCard(TrainModel model, Messages messages) {
    getStyleClass().addAll("card", "train-card");
    OptionRows rows = new OptionRows(model, messages);
    net =
        new Picker<>(
            "train-net",
            List.of(),
            name -> name.equals("linear") ? messages.get("train.linear") : name,
            name -> model.edit(now -> now.withNet(name)),
            messages);
    optimiser =
        new Picker<>(
            "train-optimiser",
            List.of(true, false),
            adam -> messages.get(adam ? "train.adam" : "train.sgd"),
            adam -> model.edit(now -> now.withAdam(adam)),
            messages);
    rate =
        rows.number(
            "rate",
            RATE,
            () -> model.options().withAdam(model.options().isAdam()).optimiser().rate(),
            value -> model.edit(now -> now.with(now.optimiser().withRate(value))));
    decay =
        rows.number(
            "decay",
            DECAY,
            () -> 0,
            value -> model.edit(now -> now.with(now.optimiser().withDecay(value))));
    getChildren()
        .addAll(
            Card.title(messages.bind("train.network")),
            OptionRow.of(messages, "train.net", net),
            OptionRow.of(messages, "train.optimiser", optimiser),
            rate,
            decay);
    model.optionsProperty().subscribe(this::show);
  }

  private void show(LabOptions now) {
    net.offer(nets(now), now.net());
    optimiser.show(now.isAdam());
    rate.show(now.optimiser().rate());
    decay.show(now.optimiser().decay());
  }

  /// Those to choose from, and another if an earlier window left one.
  private static List<String> nets(LabOptions now) {
    List<String> usual = now.data().nets();
    return usual.contains(now.net())
        ? usual
        : Stream.concat(usual.stream(), Stream.of(now.net())).toList();
  }
}
