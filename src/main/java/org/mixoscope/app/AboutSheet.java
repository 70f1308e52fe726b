package org.mixoscope.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.batch.ProgramVersion;

/// Which version this is, what it runs on, and the licences of all that it ships.
final class AboutSheet extends StackPane {
  private static final double WIDTH = 680;
  private static final double HEIGHT = 560;
  private static final double AROUND = 32;

  /// What a cell has left and right of its text.
  private static final double BESIDE = 18;

  private final Messages messages;
  private final TableView<Shipped> table = new TableView<>();

  AboutSheet(Messages messages) {
    this.messages = messages;
    getStyleClass().add("sheet-backdrop");
    setId("about-sheet");
    setAlignment(Pos.CENTER);
    String java = System.getProperty("java.runtime.version");
    String fx = System.getProperty("javafx.runtime.version");
    Label running = new Label();
    running.setId("about-version");
    running.setWrapText(true);
    running.setMinHeight(Region.USE_PREF_SIZE);
    running
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.get("about.running", version(), java, fx),
                messages.languageProperty()));
    Label licence = new Label();
    licence.setWrapText(true);
    licence.setMinHeight(Region.USE_PREF_SIZE);
    licence.textProperty().bind(messages.bind("about.licence"));
    table.setId("about-licences");
    table.getStyleClass().add("audit-table");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    table
        .getColumns()
        .addAll(
            List.of(
                column("name", 0.42, Shipped::name),
                column("licence.head", 0.26, Shipped::licence),
                column("address", 0.32, Shipped::address)));
    table.getItems().setAll(Shipped.all());
    table.accessibleTextProperty().bind(messages.bind("about.licence"));
    table.setMinHeight(0);
    VBox.setVgrow(table, Priority.ALWAYS);
    Button copy = OptionRow.button(messages, "about.copy", Feather.COPY, this::copy);
    VBox sheet =
        new VBox(Card.title(messages.bind("command.ABOUT")), running, licence, table, copy);
    sheet.getStyleClass().addAll("card", "sheet", "about");
    sheet.setPrefWidth(WIDTH);
    sheet.setMaxWidth(WIDTH);
    sheet
        .maxHeightProperty()
        .bind(heightProperty().subtract(AROUND).map(most -> Math.min(most.doubleValue(), HEIGHT)));
    getChildren().add(sheet);
    setOnMouseClicked(
        e -> {
          if (e.getTarget() == this) {
            setVisible(false);
          }
        });
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.isShortcutDown() && e.getCode() == KeyCode.C) {
            copy();
            e.consume();
          }
        });
  }

  private static String version() {
    try {
      return ProgramVersion.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TableColumn<Shipped, String> column(
      String key, double share, Function<Shipped, String> text) {
    TableColumn<Shipped, String> column = new TableColumn<>();
    column.textProperty().bind(messages.bind("about." + key));
    column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    column.setCellFactory(AboutSheet::wrapping);
    column.setPrefWidth(share * WIDTH);
    column.setReorderable(false);
    return column;
  }

  private static TableCell<Shipped, String> wrapping(TableColumn<Shipped, String> column) {
    TableCell<Shipped, String> cell = new TableCell<>();
    Text text = new Text();
    text.getStyleClass().add("about-cell");
    text.textProperty().bind(cell.itemProperty());
    text.wrappingWidthProperty().bind(column.widthProperty().subtract(BESIDE));
    cell.setGraphic(text);
    return cell;
  }

  /// Keys are for the list from now on.
  void open() {
    setVisible(true);
    table.requestFocus();
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(
        table.getItems().stream().map(Shipped::line).collect(Collectors.joining("\n", "", "\n")));
    Clipboard.getSystemClipboard().setContent(content);
  }
}
