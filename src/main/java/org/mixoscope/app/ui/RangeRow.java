package org.mixoscope.app.ui;

import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;

/// The two ends of a range with their meaning, a slider with two thumbs, and a field for each end.
/// A double click on the label resets both.
final class RangeRow extends VBox {
  private final Scale scale;
  private final Consumer<Ends> edited;
  private final Label label = new Label();
  private final RangeSlider slider = new RangeSlider(0, 1, 0, 1);
  private final NumberField least;
  private final NumberField most;
  private Ends value = new Ends(Double.NaN, Double.NaN);
  private boolean showing;

  /// The values at both ends.
  record Ends(double least, double most) {}

  /// What an end is called and what it is.
  record Words(ObservableValue<String> name, ObservableValue<String> help) {}

  /// @param least id of the lower end: that of its field begins with it, that of the slider too
  /// @param most id of the upper end
  /// @param gestures told when a drag of the slider begins and ends
  /// @param messages say why values are refused
  /// @param edited gets what the slider passes or the user types; it throws an
  ///   [IllegalArgumentException] that says why it does not take it: the old values stay
  RangeRow(
      String least,
      String most,
      Scale scale,
      Gestures gestures,
      Messages messages,
      Consumer<Ends> edited,
      Runnable reset) {
    this.scale = scale;
    this.edited = edited;
    this.least = end(least, messages, typed -> new Ends(typed, value.most));
    this.most = end(most, messages, typed -> new Ends(value.least, typed));
    getStyleClass().add("parameter");
    label.getStyleClass().add("muted");
    Explained.resets(label, reset);
    slider.setId(least + "-slider");
    RangeKeys.of(slider);
    RangeDrag.of(slider, this::move);
    slider.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> gestures.beginGesture());
    slider.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> gestures.endGesture());
    slider.lowValueProperty().addListener((property, old, now) -> slideLeast(now.doubleValue()));
    slider.highValueProperty().addListener((property, old, now) -> slideMost(now.doubleValue()));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(label, gap, this.least.node(), new Label("–"), this.most.node());
    line.getStyleClass().add("parameter-line");
    line.setAlignment(Pos.CENTER_LEFT);
    getChildren().setAll(line, slider);
  }

  private NumberField end(String id, Messages messages, DoubleFunction<Ends> ends) {
    return new NumberField(
        id + "-field", scale, messages, typed -> edited.accept(ends.apply(typed)));
  }

  /// Lets every part of it explain itself.
  RangeRow explained(ObservableValue<String> name, Words lower, Words upper) {
    label.textProperty().bind(name);
    ObservableValue<String> help =
        Bindings.createStringBinding(
            () -> lower.help.getValue() + "\n" + upper.help.getValue(), lower.help, upper.help);
    Explained.by(label, name, help, "");
    Explained.by(slider, name, help, "");
    slider
        .accessibleTextProperty()
        .bind(Bindings.concat(name, " ", least.textProperty(), " – ", most.textProperty()));
    Explained.by(least.node(), lower.name, lower.help, "");
    Explained.by(most.node(), upper.name, upper.help, "");
    return this;
  }

  /// Shows values without reporting them as edited.
  void show(Ends now) {
    value = now;
    showing = true;
    // Neither end is held up by where the other was.
    slider.setHighValue(1);
    slider.setLowValue(scale.positionOf(now.least));
    slider.setHighValue(scale.positionOf(now.most));
    slider.setBlockIncrement(Math.max(scale.keyStep(now.least), scale.keyStep(now.most)));
    showing = false;
    least.show(now.least);
    most.show(now.most);
  }

  // Where one end is rounded it must not pass the other, which may have more digits.

  private void slideLeast(double position) {
    boolean met = position >= slider.getHighValue();
    slide(
        new Ends(met ? value.most : Math.min(scale.valueAt(position), value.most), value.most),
        least);
  }

  private void slideMost(double position) {
    boolean met = position <= slider.getLowValue();
    slide(
        new Ends(value.least, met ? value.least : Math.max(scale.valueAt(position), value.least)),
        most);
  }

  private void move(double low, double high) {
    double lower = low == slider.getLowValue() ? value.least : scale.valueAt(low);
    double upper = high == slider.getHighValue() ? value.most : scale.valueAt(high);
    slide(new Ends(Math.min(lower, upper), Math.max(lower, upper)), least);
  }

  private void slide(Ends ends, NumberField moved) {
    if (showing) {
      return;
    }
    try {
      edited.accept(ends);
    } catch (IllegalArgumentException refused) {
      show(value);
      moved.refuse(refused);
    }
  }
}
