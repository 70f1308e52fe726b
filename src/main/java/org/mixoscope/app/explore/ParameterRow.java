package org.mixoscope.app.explore;

import atlantafx.base.controls.ProgressSliderSkin;
import atlantafx.base.theme.Styles;
import java.util.function.DoubleConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mixoscope.app.ui.Messages;

/// A number with its symbol, its meaning, a slider and a field to type it into. A double click on
/// the label resets it.
final class ParameterRow extends VBox {
  private final Scale scale;
  private final Slider slider = new Slider(0, 1, 0);
  private final TextField field = new TextField();
  private double value = Double.NaN;
  private boolean showing;

  /// @param key of its name and explanation in the messages
  /// @param edited gets every value that the slider passes or the user types; one that it refuses
  ///   by an [IllegalArgumentException] is marked and the old one stays
  ParameterRow(
      String symbol,
      String key,
      Scale scale,
      Messages messages,
      ExploreModel model,
      DoubleConsumer edited,
      Runnable reset) {
    this.scale = scale;
    getStyleClass().add("parameter");
    Label sign = new Label(symbol);
    sign.getStyleClass().add("symbol");
    Label meaning = new Label();
    meaning.textProperty().bind(messages.bind(key + ".short"));
    meaning.getStyleClass().add("muted");
    HBox label = new HBox(sign, meaning);
    label.getStyleClass().add("parameter-label");
    label.setOnMouseClicked(
        e -> {
          if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
            reset.run();
          }
        });
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox top = new HBox(label, gap, field);
    top.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(top, slider);

    slider.setSkin(new ProgressSliderSkin(slider));
    slider.getStyleClass().add(Styles.SMALL);
    slider.setBlockIncrement(0.01);
    slider.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> model.beginGesture());
    slider.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> model.endGesture());
    slider
        .valueProperty()
        .addListener(
            (property, old, now) -> {
              if (!showing) {
                edited.accept(scale.valueAt(now.doubleValue()));
              }
            });
    field.getStyleClass().add("value-field");
    field.setOnAction(e -> type(edited));
    field
        .focusedProperty()
        .addListener(
            (property, before, focused) -> {
              if (!focused) {
                type(edited);
              }
            });
    Explained.by(label, messages, key);
    Explained.by(slider, messages, key);
    Explained.by(field, messages, key);
    slider.setId(key + "-slider");
    field.setId(key + "-field");
  }

  /// Shows a value without reporting it as edited.
  void show(double now) {
    value = now;
    showing = true;
    slider.setValue(scale.positionOf(now));
    showing = false;
    showText();
  }

  private void showText() {
    field.setText(scale.format(value));
    field.pseudoClassStateChanged(Styles.STATE_DANGER, false);
  }

  /// Takes over what was typed; the field's text as it was shown is no edit, it has fewer digits.
  private void type(DoubleConsumer edited) {
    if (field.getText().equals(scale.format(value))) {
      return;
    }
    try {
      edited.accept(Double.parseDouble(field.getText().strip()));
      showText();
    } catch (IllegalArgumentException e) {
      if (field.isFocused()) {
        field.pseudoClassStateChanged(Styles.STATE_DANGER, true);
      } else {
        showText();
      }
    }
  }
}
