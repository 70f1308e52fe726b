package org.mixoscope.app.ui;

import atlantafx.base.controls.ProgressSliderSkin;
import atlantafx.base.theme.Styles;
import java.util.function.DoubleConsumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A number with its symbol, its meaning, a slider and a field to type it into. A double click on
/// the label resets it.
public final class ParameterRow extends VBox {
  private final Scale scale;
  private final DoubleConsumer edited;
  private final Slider slider = new Slider(0, 1, 0);
  private final NumberField field;
  private final HBox label = new HBox();
  private double value = Double.NaN;
  private boolean showing;

  /// @param id what the ids of slider and field begin with
  /// @param symbol its sign; none is shown if its text is empty
  /// @param gestures told when a drag of the slider begins and ends
  /// @param messages say why a value is refused
  /// @param edited gets every value that the slider passes or the user types; it throws an
  ///   [IllegalArgumentException] that says why it does not take one: the old one stays
  public ParameterRow(
      String id,
      Label symbol,
      Scale scale,
      Gestures gestures,
      Messages messages,
      DoubleConsumer edited,
      Runnable reset) {
    this.scale = scale;
    this.edited = edited;
    field = new NumberField(id + "-field", scale, messages, edited);
    getStyleClass().add("parameter");
    symbol.getStyleClass().add("symbol");
    if (!symbol.getText().isEmpty()) {
      label.getChildren().add(symbol);
    }
    label.getStyleClass().add("parameter-label");
    Explained.resets(label, reset);

    slider.setSkin(new ProgressSliderSkin(slider));
    slider.getStyleClass().add(Styles.SMALL);
    slider.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> gestures.beginGesture());
    slider.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> gestures.endGesture());
    slider.valueProperty().addListener((property, old, now) -> slide(now.doubleValue()));
    slider.setId(id + "-slider");
  }

  /// The slider below symbol, meaning and field.
  public ParameterRow tall(ObservableValue<String> meaning) {
    Label words = new Label();
    words.textProperty().bind(meaning);
    words.getStyleClass().add("muted");
    label.getChildren().add(words);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().setAll(line(label, gap, field.node()), slider);
    return this;
  }

  /// Everything in one line, for many of a kind.
  public ParameterRow flat() {
    HBox.setHgrow(slider, Priority.ALWAYS);
    getChildren().setAll(line(label, slider, field.node()));
    return this;
  }

  private static HBox line(Node... parts) {
    HBox line = new HBox(parts);
    line.getStyleClass().add("parameter-line");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /// Lets every part of it explain itself.
  public ParameterRow explained(ObservableValue<String> name, ObservableValue<String> help) {
    Explained.by(label, name, help, "");
    Explained.by(slider, name, help, "");
    Explained.by(field.node(), name, help, "");
    return this;
  }

  /// Shows a value without reporting it as edited.
  public void show(double now) {
    value = now;
    showing = true;
    slider.setValue(scale.positionOf(now));
    slider.setBlockIncrement(scale.keyStep(now));
    showing = false;
    field.show(now);
  }

  private void slide(double position) {
    if (showing) {
      return;
    }
    try {
      edited.accept(scale.valueAt(position));
    } catch (IllegalArgumentException refused) {
      show(value);
      field.refuse(refused);
    }
  }
}
