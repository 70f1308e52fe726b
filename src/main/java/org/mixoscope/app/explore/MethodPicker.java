package org.mixoscope.app.explore;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.kernel.method.MethodType;

/// All methods to choose from, each with its name and what it does in a few words.
final class MethodPicker extends ComboBox<MethodType> {
  private final MixModel model;
  private final Messages messages;

  MethodPicker(MixModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setId("method");
    getStyleClass().add("method-picker");
    setMaxWidth(Double.MAX_VALUE);
    getItems().addAll(MethodType.all());
    setVisibleRowCount(getItems().size());
    setCellFactory(list -> new Row());
    setButtonCell(new Name());
    setOnAction(e -> chosen());
    model.recipeProperty().subscribe(recipe -> setValue(recipe.method().type()));
    Explained.by(
        this,
        follow(""),
        follow(".hint"),
        Command.NEXT_METHOD.keysText() + ", " + Command.PREVIOUS_METHOD.keysText());
    messages.languageProperty().addListener((property, old, now) -> setButtonCell(new Name()));
  }

  private void chosen() {
    MethodType type = getValue();
    if (type != null && !type.equals(model.recipe().method().type())) {
      model.choose(type);
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
