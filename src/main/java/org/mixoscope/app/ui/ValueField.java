package org.mixoscope.app.ui;

import atlantafx.base.theme.Styles;
import java.util.function.Predicate;
import javafx.scene.control.TextField;

/// A field whose text is taken over by Enter or when the focus leaves it. What is refused is
/// marked, and gone when the focus is.
public final class ValueField extends TextField {
  private final Predicate<String> taken;
  private String value = "";

  /// @param taken gets what was typed and says whether it was taken
  public ValueField(String id, Predicate<String> taken) {
    this.taken = taken;
    setId(id);
    Typed.in(this, this::type);
  }

  /// Shows a value; what is being typed gives way to it only if it is another one than before.
  public void show(String now) {
    if (!now.equals(value) || !isFocused()) {
      value = now;
      setText(now);
      // The end of a path says more than its beginning.
      end();
      mark(false);
    }
  }

  private void type() {
    String typed = getText().strip();
    if (typed.equals(value)) {
      mark(false);
    } else if (taken.test(typed)) {
      mark(false);
    } else if (isFocused()) {
      mark(true);
    } else {
      setText(value);
      mark(false);
    }
  }

  private void mark(boolean refused) {
    pseudoClassStateChanged(Styles.STATE_DANGER, refused);
  }
}
