package org.mixoscope.app.train;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import javafx.scene.control.Label;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ParameterRow;
import org.mixoscope.app.ui.Scale;

/// Makes the rows of the cards: a slider and a field for each number that can be chosen.
///
/// @param model gets what is chosen
record OptionRows(TrainModel model, Messages messages) {
  /// @param name `train.` and it are the key of its texts; it begins the ids of its controls
  /// @param usual what a double click on its name sets it to
  ParameterRow number(String name, Scale scale, DoubleSupplier usual, DoubleConsumer take) {
    String key = "train." + name;
    return new ParameterRow(
            name,
            new Label(),
            scale,
            model.history(),
            messages,
            take,
            () -> take.accept(usual.getAsDouble()))
        .tall(messages.bind(key))
        .explained(messages.bind(key), messages.bind(key + ".help"));
  }

  /// Shows a row or leaves no room for it.
  static void show(ParameterRow row, boolean shown) {
    row.setVisible(shown);
    row.setManaged(shown);
  }
}
