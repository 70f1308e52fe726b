package org.mixoscope.app.ui;

import java.util.function.Consumer;
import javafx.scene.control.TextField;

/// A field whose text is taken over by Enter or when the focus leaves it. What is refused is
/// marked, with the reason, and gone when the focus is.
public final class ValueField extends TextField {
  private final Consumer<String> take;
  private final Refusal refusal;
  private String value = "";

  /// @param take gets what was typed; it throws an [IllegalArgumentException] that says why what it
  ///   does not take is refused
  public ValueField(String id, Messages messages, Consumer<String> take) {
    this.take = take;
    refusal = new Refusal(this, messages);
    setId(id);
    Typed.in(this, this::type);
    textProperty().subscribe(refusal::clear);
  }

  /// Shows a value; what is being typed gives way to it only if it is another one than before.
  public void show(String now) {
    if (!now.equals(value) || !isFocused()) {
      value = now;
      setText(now);
      // The end of a path says more than its beginning.
      end();
      StillCarets.still(this);
    }
  }

  private void type() {
    String typed = getText().strip();
    if (typed.equals(value)) {
      return;
    }
    try {
      take.accept(typed);
    } catch (IllegalArgumentException refused) {
      refuse(refused);
    }
  }

  private void refuse(IllegalArgumentException why) {
    if (isFocused()) {
      refusal.show(why);
    } else {
      setText(value);
      refusal.say(why);
    }
  }
}
