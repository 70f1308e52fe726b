package org.mixoscope.app;

import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Messages;

/// The sheet of all keys, over everything, from the table that binds them.
final class KeysSheet extends StackPane {
  private static final int COLUMNS = 3;

  KeysSheet(Messages messages) {
    getStyleClass().add("sheet-backdrop");
    setId("keys-sheet");
    GridPane grid = new GridPane();
    grid.getStyleClass().add("keys-grid");
    for (int i = 0; i < COLUMNS; i++) {
      ColumnConstraints keys = new ColumnConstraints();
      keys.setHalignment(HPos.RIGHT);
      ColumnConstraints meaning = new ColumnConstraints();
      meaning.setHgrow(Priority.ALWAYS);
      meaning.setMinWidth(200);
      grid.getColumnConstraints().addAll(keys, meaning);
    }
    Command[] commands = Command.values();
    int rows = (commands.length + COLUMNS - 1) / COLUMNS;
    for (int i = 0; i < commands.length; i++) {
      Label keys = new Label(commands[i].keysText());
      keys.getStyleClass().add("key-cap");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      Label meaning = new Label();
      meaning.textProperty().bind(messages.bind(commands[i].key()));
      grid.add(keys, i / rows * 2, i % rows);
      grid.add(meaning, i / rows * 2 + 1, i % rows);
    }
    VBox sheet = new VBox(Card.title(messages.bind("command.KEYS")), grid);
    sheet.getStyleClass().addAll("card", "sheet");
    sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setAlignment(Pos.CENTER);
    getChildren().add(sheet);
    setOnMouseClicked(e -> setVisible(false));
  }
}
