package org.mixoscope.app.ui;

import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TextField;

/// A field for a number beside a slider. What is refused is marked, with the reason, and gone when
/// the focus is.
final class NumberField {
  private final Scale scale;
  private final DoubleConsumer take;
  private final TextField field = new TextField();
  private final Refusal refusal;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");

  /// @param take gets what was typed; it throws an [IllegalArgumentException] that says why it does
  ///   not take it
  NumberField(String id, Scale scale, Messages messages, DoubleConsumer take) {
    this.scale = scale;
    this.take = take;
    refusal = new Refusal(field, messages);
    field.setId(id);
    field.getStyleClass().add("value-field");
    Typed.in(field, this::type);
    field.textProperty().subscribe(refusal::clear);
  }

  TextField node() {
    return field;
  }

  /// The number as it was shown last, whatever is typed.
  ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  void show(double number) {
    text.set(scale.format(number));
    field.setText(text.get());
  }

  /// Says at the field why a number is not taken.
  void refuse(IllegalArgumentException why) {
    refusal.show(why);
  }

  /// The text as it was shown is no edit, it has fewer digits.
  private void type() {
    if (field.getText().equals(text.get())) {
      return;
    }
    try {
      take.accept(TypedNumber.of(field.getText()));
      field.setText(text.get());
    } catch (IllegalArgumentException refused) {
      if (field.isFocused()) {
        refusal.show(refused);
      } else {
        field.setText(text.get());
        refusal.say(refused);
      }
    }
  }
}
