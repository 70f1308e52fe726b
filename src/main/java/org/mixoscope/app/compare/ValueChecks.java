package org.mixoscope.app.compare;

import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.StringConverter;
import org.controlsfx.control.CheckComboBox;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;

/// Which values of a variable are in the sheet, where there are so many and no more.
final class ValueChecks extends CheckComboBox<String> {
  private final Messages messages;
  private Function<String, String> name = Function.identity();
  private boolean showing;

  /// @param chosen called when the user has ticked something else
  ValueChecks(String id, Messages messages, Runnable chosen) {
    this.messages = messages;
    setId(id);
    getStyleClass().add("value-checks");
    Explained.by(this, messages, "compare.choice");
    getCheckModel()
        .getCheckedItems()
        .addListener(
            (ListChangeListener<String>)
                change -> {
                  tell();
                  if (!showing) {
                    chosen.run();
                  }
                });
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    addEventFilter(MouseEvent.MOUSE_PRESSED, e -> requestFocus());
    messages.languageProperty().subscribe(now -> rename());
  }

  /// The control itself opens by the mouse only.
  private void press(KeyEvent event) {
    boolean opens =
        switch (event.getCode()) {
          case DOWN, SPACE, F4, ENTER -> true;
          default -> false;
        };
    if (opens) {
      show();
      event.consume();
    }
  }

  /// Shows values, some of them ticked, without a word of it.
  ///
  /// @param naming what a value is called in the language of the moment
  void show(List<String> values, List<String> ticked, Function<String, String> naming) {
    showing = true;
    name = naming;
    if (!getItems().equals(values)) {
      getCheckModel().clearChecks();
      getItems().setAll(values);
      rename();
    }
    tick(ticked);
    showing = false;
    tell();
  }

  /// Ticks some values and no others: one change.
  void choose(List<String> ticked, Runnable then) {
    showing = true;
    tick(ticked);
    showing = false;
    then.run();
  }

  private void tick(List<String> ticked) {
    for (String value : getItems()) {
      if (ticked.contains(value)) {
        getCheckModel().check(value);
      } else {
        getCheckModel().clearCheck(value);
      }
    }
  }

  /// The ticked values in their order.
  List<String> ticked() {
    return getItems().stream().filter(getCheckModel()::isChecked).toList();
  }

  boolean allTicked() {
    return ticked().size() == getItems().size();
  }

  /// A converter of its own for each language, as a picker has.
  private void rename() {
    setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String value) {
            return name.apply(value);
          }

          @Override
          public String fromString(String text) {
            return text; // nobody types here
          }
        });
    tell();
  }

  /// One name where one is ticked, else how many.
  private void tell() {
    List<String> ticked = ticked();
    String all = Integer.toString(getItems().size());
    setTitle(
        ticked.size() == 1
            ? name.apply(ticked.getFirst())
            : allTicked()
                ? messages.get("compare.choice.all", all)
                : messages.get("compare.choice.some", Integer.toString(ticked.size()), all));
  }
}
