package org.mixoscope.app;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;

/// Finds anything by typing a part of its name, over everything.
final class Palette extends StackPane {
  private static final double ROW = 34;
  private static final int ROWS = 9;

  private final Messages messages;
  private final Supplier<List<Offer>> source;
  private final Runnable closed;
  private final TextField field = new TextField();
  private final ListView<Offer> list = new ListView<>();
  private List<Offer> offers = List.of();

  /// @param source asked for the offers whenever it opens
  /// @param closed called after it has gone
  Palette(Messages messages, Supplier<List<Offer>> source, Runnable closed) {
    this.messages = messages;
    this.source = source;
    this.closed = closed;
    setId("palette");
    getStyleClass().add("sheet-backdrop");
    field.setId("palette-field");
    field.getStyleClass().add("palette-field");
    field.promptTextProperty().bind(messages.bind("palette.prompt"));
    Explained.by(field, messages, "palette");
    field.textProperty().addListener((property, old, now) -> offer());
    list.setId("palette-list");
    list.getStyleClass().add("palette-list");
    list.accessibleTextProperty().bind(messages.bind("palette"));
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setPlaceholder(new Label());
    list.setCellFactory(view -> new Row());
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    setOnMouseClicked(e -> close());
    VBox sheet = new VBox(field, list);
    sheet.getStyleClass().addAll("card", "palette");
    sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    sheet.setOnMouseClicked(e -> e.consume());
    setAlignment(Pos.TOP_CENTER);
    getChildren().add(sheet);
    setVisible(false);
  }

  void open() {
    offers = source.get();
    field.clear();
    offer();
    setVisible(true);
    field.requestFocus();
  }

  void close() {
    setVisible(false);
    closed.run();
  }

  private void offer() {
    List<Offer> found = Offer.matching(field.getText(), offers);
    list.getItems().setAll(found);
    list.setPrefHeight(ROW * Math.clamp(found.size(), 1, ROWS) + 2);
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    ((Label) list.getPlaceholder()).setText(messages.get("palette.none"));
  }

  private void press(KeyEvent event) {
    switch (event.getCode()) {
      case KeyCode.ENTER -> run(list.getSelectionModel().getSelectedItem());
      case KeyCode.UP -> select(-1);
      case KeyCode.DOWN -> select(1);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void select(int step) {
    int count = list.getItems().size();
    if (count > 0) {
      int next = Math.floorMod(list.getSelectionModel().getSelectedIndex() + step, count);
      list.getSelectionModel().select(next);
      list.scrollTo(Math.max(0, next - ROWS / 2));
    }
  }

  private void run(@Nullable Offer offer) {
    if (offer != null) {
      close();
      offer.run().run();
    }
  }

  private final class Row extends ListCell<Offer> {
    private final Label name = new Label();
    private final Label kind = new Label();
    private final Label keys = new Label();
    private final HBox row;

    Row() {
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      kind.getStyleClass().add("caption");
      keys.getStyleClass().add("key-cap");
      keys.setMinWidth(Region.USE_PREF_SIZE);
      row = new HBox(name, kind, gap, keys);
      row.getStyleClass().add("palette-row");
      row.setAlignment(Pos.CENTER_LEFT);
      setOnMouseClicked(e -> Palette.this.run(getItem()));
    }

    @Override
    protected void updateItem(@Nullable Offer offer, boolean empty) {
      super.updateItem(offer, empty);
      if (offer == null || empty) {
        setGraphic(null);
        return;
      }
      name.setText(offer.name());
      kind.setText(offer.kind());
      keys.setText(offer.keys());
      keys.setVisible(!offer.keys().isEmpty());
      setGraphic(row);
    }
  }
}
