package org.mixoscope.app.ui;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Skin;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.method.MethodType;

/// Methods to choose from, each with its name and what it does in a few words.
public final class MethodPicker extends ComboBox<MethodType> {
  /// As many as a small screen has room for below or above.
  private static final int MOST_ROWS = 12;

  private final ObservableValue<MethodType> present;
  private final Consumer<MethodType> choose;
  private final Messages messages;

  /// @param types what there is to choose from
  /// @param present the type of the moment
  /// @param choose gets another type that is chosen
  /// @param shortcut the keys that do the same, empty if none do
  public MethodPicker(
      List<MethodType> types,
      ObservableValue<MethodType> present,
      Consumer<MethodType> choose,
      String shortcut,
      Messages messages) {
    this.present = present;
    this.choose = choose;
    this.messages = messages;
    setId("method");
    getStyleClass().add("method-picker");
    setMaxWidth(Double.MAX_VALUE);
    getItems().addAll(types);
    setVisibleRowCount(Math.min(MOST_ROWS, getItems().size()));
    setCellFactory(list -> new Row());
    setButtonCell(new Name());
    setOnAction(e -> chosen());
    present.subscribe(type -> setValue(type));
    Explained.by(this, follow(""), follow(".hint"), shortcut);
    messages.languageProperty().addListener((property, old, now) -> setButtonCell(new Name()));
    // Before it is styled, as Skins says.
    setSkin(createDefaultSkin());
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new LateList<>(this, type -> text(type, ""));
  }

  private void chosen() {
    MethodType type = getValue();
    if (type != null && !type.equals(present.getValue())) {
      choose.accept(type);
    }
  }

  /// A text of the chosen method.
  private ObservableValue<String> follow(String suffix) {
    return Bindings.createStringBinding(
        () -> text(getValue(), suffix), valueProperty(), messages.languageProperty());
  }

  private String text(MethodType type, String suffix) {
    return messages.get("method." + type.id() + suffix);
  }

  /// The chosen one, when the list is closed.
  private final class Name extends ListCell<MethodType> {
    @Override
    protected void updateItem(@Nullable MethodType type, boolean empty) {
      super.updateItem(type, empty);
      setText(type == null || empty ? null : text(type, ""));
    }
  }

  /// One in the open list.
  private final class Row extends ListCell<MethodType> {
    private final Label name = new Label();
    private final Label summary = new Label();
    private final VBox lines = new VBox(name, summary);

    Row() {
      getStyleClass().add("method-row");
      name.getStyleClass().add("method-name");
      summary.getStyleClass().add("caption");
    }

    @Override
    protected void updateItem(@Nullable MethodType type, boolean empty) {
      super.updateItem(type, empty);
      if (type == null || empty) {
        setGraphic(null);
      } else {
        setId("method-" + type.id());
        name.setText(text(type, ""));
        summary.setText(text(type, ".summary"));
        setGraphic(lines);
      }
    }
  }
}
