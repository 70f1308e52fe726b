package org.mixoscope.app.ui;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;

/// The lines of cards on the left: what is chosen, and the controls to choose it.
public final class OptionRow {
  private OptionRow() {}

  /// A line with one control that explains itself by the key.
  public static HBox of(Messages messages, String key, Node control) {
    return of(messages.bind(key), Explained.by(control, messages, key));
  }

  /// A line with two; the name before them names both.
  public static HBox of(
      Messages messages, String key, Node control, String secondKey, Node second) {
    return of(
        messages.bind(key),
        Explained.by(control, messages, key),
        Explained.by(second, messages, secondKey));
  }

  private static HBox of(ObservableValue<String> text, Node... controls) {
    Label name = new Label();
    name.textProperty().bind(text);
    name.getStyleClass().add("muted");
    name.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return line(Stream.concat(Stream.of(name, gap), Stream.of(controls)).toList());
  }

  /// A field that takes all of the line but what the buttons need.
  public static HBox wide(Region field, Node... buttons) {
    HBox.setHgrow(field, Priority.ALWAYS);
    field.setMaxWidth(Double.MAX_VALUE);
    return line(Stream.concat(Stream.of(field), Stream.of(buttons)).toList());
  }

  private static HBox line(List<Node> parts) {
    HBox line = new HBox();
    line.getChildren().setAll(parts);
    line.getStyleClass().add("option-row");
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  /// Shows a line, or takes it away with its place.
  public static void present(Node row, boolean isThere) {
    row.setVisible(isThere);
    row.setManaged(isThere);
  }

  /// A button with a sign, which explains itself by the key; its id is the key with hyphens.
  public static Button button(Messages messages, String key, Ikon icon, Runnable action) {
    Button button = new Button(null, Icons.of(icon));
    button.setId(key.replace('.', '-'));
    button.getStyleClass().add("icon-button");
    button.setOnAction(e -> action.run());
    return Explained.by(button, messages, key);
  }

  /// A message below what it is about; nothing while its text is empty.
  public static Label note(String id, String... styles) {
    Label note = new Label();
    note.setId(id);
    note.getStyleClass().addAll(styles);
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    note.setMaxWidth(Double.MAX_VALUE);
    note.visibleProperty().bind(note.textProperty().isNotEmpty());
    note.managedProperty().bind(note.visibleProperty());
    return note;
  }
}
