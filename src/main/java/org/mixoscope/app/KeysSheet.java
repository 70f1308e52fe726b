package org.mixoscope.app;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.CommandGroup;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Messages;

/// The sheet of all keys in groups, over everything, from the table that binds them.
final class KeysSheet extends StackPane {
  /// Columns of about the same height.
  private static final List<List<CommandGroup>> COLUMNS =
      List.of(
          List.of(CommandGroup.WINDOW, CommandGroup.PRESENTER, CommandGroup.MIX),
          List.of(CommandGroup.LOOK, CommandGroup.OPEN, CommandGroup.BATCH, CommandGroup.TRAIN),
          List.of(CommandGroup.KEEP, CommandGroup.OUT, CommandGroup.MOVE, CommandGroup.COMPARE));

  private static final double AROUND = 32;

  /// The keys of all groups of a column end at the same place.
  private static final double KEYS = 124;

  /// Wider, and the column below which it stands would grow.
  private static final double NOTE = 270;

  private final Messages messages;

  KeysSheet(Messages messages) {
    this.messages = messages;
    getStyleClass().add("sheet-backdrop");
    setId("keys-sheet");
    HBox columns = new HBox();
    columns.getStyleClass().add("keys-columns");
    List<VBox> all = COLUMNS.stream().map(this::column).toList();
    columns.getChildren().setAll(all);
    Label typing = new Label();
    typing.setId("keys-typing");
    typing.getStyleClass().add("caption");
    typing.setWrapText(true);
    typing.textProperty().bind(messages.bind("keys.typing"));
    typing.setPrefWidth(NOTE);
    typing.setMaxWidth(NOTE);
    typing.setMinHeight(Region.USE_PREF_SIZE);
    // In the middle, which has the fewest keys.
    all.get(1).getChildren().add(typing);
    VBox sheet = new VBox(Card.title(messages.bind("command.KEYS")), columns);
    sheet.getStyleClass().addAll("card", "sheet", "keys");
    sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    ScrollPane scroll = new ScrollPane(sheet);
    scroll.getStyleClass().add("bare-scroll");
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    scroll.setFitToWidth(true);
    scroll.maxHeightProperty().bind(heightProperty().subtract(AROUND));
    setAlignment(Pos.CENTER);
    getChildren().add(scroll);
    setOnMouseClicked(e -> setVisible(false));
  }

  private VBox column(List<CommandGroup> groups) {
    VBox column = new VBox();
    column.getStyleClass().add("keys-column");
    groups.forEach(group -> column.getChildren().add(group(group)));
    return column;
  }

  private VBox group(CommandGroup group) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("keys-grid");
    ColumnConstraints keys = new ColumnConstraints();
    keys.setHalignment(HPos.RIGHT);
    keys.setPrefWidth(KEYS);
    keys.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints meaning = new ColumnConstraints();
    meaning.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(keys, meaning);
    List<Command> commands = group.commands();
    for (int i = 0; i < commands.size(); i++) {
      Label cap = new Label(commands.get(i).keysText());
      cap.getStyleClass().add("key-cap");
      cap.setMinWidth(Region.USE_PREF_SIZE);
      Label text = new Label();
      text.setMinWidth(Region.USE_PREF_SIZE);
      text.textProperty().bind(messages.bind(commands.get(i).key()));
      grid.addRow(i, cap, text);
    }
    Label name = new Label();
    name.getStyleClass().add("keys-group");
    name.textProperty().bind(messages.bind(group.key()));
    return new VBox(name, grid);
  }
}
