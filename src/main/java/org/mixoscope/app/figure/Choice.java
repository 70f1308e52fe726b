package org.mixoscope.app.figure;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;

/// One of a few values, side by side; one is always chosen.
///
/// @param <T> the values
final class Choice<T> extends SegmentedButton {
  private final List<T> values;
  private final Consumer<T> chosen;

  /// What a value is called.
  ///
  /// @param id of its button
  /// @param help key of what its tooltip says
  record Name(String id, ObservableValue<String> text, String help) {}

  /// How values are called.
  ///
  /// @param <T> the values
  interface Naming<T> {
    Name of(T value);
  }

  Choice(List<T> values, Naming<T> naming, Messages messages, Consumer<T> chosen) {
    this.values = values;
    this.chosen = chosen;
    setToggleGroup(new ToggleGroup());
    for (T value : values) {
      getButtons().add(button(value, naming.of(value), messages));
    }
  }

  /// Shows which is chosen, without a word of it.
  void show(T value) {
    for (int i = 0; i < values.size(); i++) {
      getButtons().get(i).setSelected(values.get(i).equals(value));
    }
  }

  /// The button of a value.
  ToggleButton button(T value) {
    return getButtons().get(values.indexOf(value));
  }

  private ToggleButton button(T value, Name name, Messages messages) {
    ToggleButton button = new ToggleButton();
    button.setId(name.id());
    button.textProperty().bind(name.text());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(
        e -> {
          // A second click on the chosen one would otherwise leave none chosen.
          button.setSelected(true);
          chosen.accept(value);
        });
    return Explained.by(button, name.text(), messages.bind(name.help()), "");
  }
}
