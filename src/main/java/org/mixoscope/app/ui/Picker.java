package org.mixoscope.app.ui;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Skin;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// One of some values, each with its name in the language of the moment.
///
/// @param <T> the values
public final class Picker<T> extends ComboBox<T> {
  private final Function<T, String> name;
  private final Consumer<T> choose;
  private boolean showing;

  /// @param name what a value is called now
  /// @param choose gets what the user chooses
  public Picker(
      String id, List<T> values, Function<T, String> name, Consumer<T> choose, Messages messages) {
    this.name = name;
    this.choose = choose;
    setId(id);
    getStyleClass().add("picker");
    getItems().addAll(values);
    messages.languageProperty().subscribe(language -> rename());
    setOnAction(e -> chosen());
    // Before it is styled, as Skins says.
    setSkin(createDefaultSkin());
  }

  /// Shows a value without reporting it as chosen.
  public void show(T value) {
    showing = true;
    setValue(value);
    showing = false;
  }

  /// Offers other values, and shows one of them.
  public void offer(List<T> values, @Nullable T value) {
    showing = true;
    if (!getItems().equals(values)) {
      getItems().setAll(values);
    }
    setValue(value);
    showing = false;
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new LateList<>(this, name);
  }

  private void chosen() {
    T value = getValue();
    if (!showing && value != null) {
      choose.accept(value);
    }
  }

  /// A converter of its own for each language; what is shown is only read anew when it is set anew.
  private void rename() {
    setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : name.apply(value);
          }

          // A name that no value has leaves the choice as it is.
          @Override
          public T fromString(String text) {
            return getItems().stream()
                .filter(value -> name.apply(value).equals(text))
                .findFirst()
                .orElseGet(Picker.this::getValue);
          }
        });
    T value = getValue();
    showing = true;
    getItems().setAll(List.copyOf(getItems()));
    setValue(null);
    setValue(value);
    showing = false;
  }
}
