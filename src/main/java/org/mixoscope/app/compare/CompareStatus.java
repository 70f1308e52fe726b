package org.mixoscope.app.compare;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.mixoscope.app.state.Moment;
import org.mixoscope.app.ui.Messages;

/// The cell under the pointer, or else the selected one, in numbers; how many there are, at which
/// frame, and how long they took.
final class CompareStatus extends HBox {
  private static final double MILLION = 1e6;

  private final SheetModel sheets;
  private final SheetPane pane;
  private final Messages messages;
  private final Captions captions;
  private final Label cell = new Label();
  private final Label count = new Label();

  CompareStatus(SheetModel sheets, SheetPane pane, Messages messages) {
    this.sheets = sheets;
    this.pane = pane;
    this.messages = messages;
    captions = new Captions(messages);
    getStyleClass().add("status-line");
    setAlignment(Pos.CENTER_LEFT);
    cell.setId("compare-status");
    count.setId("compare-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(cell, gap, count);
    pane.hoveredProperty().addListener((property, old, now) -> show());
    sheets.selectedProperty().addListener((property, old, now) -> show());
    sheets.mixedProperty().addListener((property, old, now) -> show());
    messages.languageProperty().addListener((property, old, now) -> show());
    show();
  }

  private void show() {
    MixedSheet mixed = sheets.mixedProperty().get();
    int hovered = pane.hoveredProperty().get();
    int k = hovered >= 0 ? hovered : sheets.selectedProperty().get();
    if (mixed == null || k >= mixed.cells().size()) {
      cell.setText("");
      count.setText("");
      return;
    }
    MixedSheet.Cell shown = mixed.cells().get(k);
    String details = captions.details(mixed.sheet(), shown);
    cell.setText(shown.screen() == null ? details : details + " · " + messages.get("compare.open"));
    String all =
        messages.get(
            "compare.count",
            Long.toString(mixed.count()),
            mixed.frame().toString(),
            String.format(Locale.ROOT, "%.0f", Math.ceil(mixed.nanos() / MILLION)));
    Moment moment = sheets.moment();
    count.setText(moment == null ? all : moment.said(messages) + " · " + all);
  }
}
