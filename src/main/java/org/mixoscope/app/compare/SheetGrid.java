package org.mixoscope.app.compare;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.recipe.Axis;
import org.mixoscope.recipe.Sheet;

/// The cells of a sheet in their places. With two variables, the values stand at the head of
/// columns and rows; with one, below every picture.
final class SheetGrid extends Pane {
  private static final double HEAD_WIDTH = 104;

  /// Around everything, for the frame of the selected cell.
  private static final double RING = 5;

  private static final double SCROLL_BAR = 14;
  private static final double HEAD_GAP = 4;
  private static final double HEAD_HEIGHT = 36;

  private final Messages messages;
  private final ObservableValue<Boolean> marksShown;
  private final Captions captions;
  private final List<CellView> cells = new ArrayList<>();
  private final List<Label> columnHeads = new ArrayList<>();
  private final List<Label> rowHeads = new ArrayList<>();
  private @Nullable Tiling tiling;
  private boolean headed;

  /// @param marksShown whether what is where in the mixes is drawn over them
  SheetGrid(Messages messages, ObservableValue<Boolean> marksShown) {
    this.messages = messages;
    this.marksShown = marksShown;
    captions = new Captions(messages);
    marksShown.subscribe(wanted -> cells.forEach(cell -> cell.showMarks(wanted)));
    getStyleClass().add("sheet-grid");
  }

  /// How the cells of a sheet fit into a room best.
  ///
  /// @param ratio width over height of the pictures
  static Tiling tiling(Sheet sheet, double ratio, double width, double height) {
    boolean headed = sheet.axes().down() != null;
    double roomHeight = height - 2 * RING - (headed ? HEAD_HEIGHT : 0);
    Tiling whole = tiling(sheet, ratio, width, roomHeight, headed);
    return whole.wholeHeight() > roomHeight
        ? tiling(sheet, ratio, width - SCROLL_BAR, roomHeight, headed)
        : whole;
  }

  private static Tiling tiling(
      Sheet sheet, double ratio, double width, double roomHeight, boolean headed) {
    double roomWidth = width - 2 * RING - (headed ? HEAD_WIDTH : 0);
    return headed
        ? Tiling.fixed(sheet.columns(), sheet.rows(), ratio, roomWidth, roomHeight)
        : Tiling.wrapped(sheet.columns(), ratio, roomWidth, roomHeight);
  }

  /// The cells, in the order of the sheet's.
  List<CellView> cells() {
    return cells;
  }

  /// Makes room for the cells of a sheet.
  void arrange(Sheet sheet, Tiling newTiling) {
    tiling = newTiling;
    headed = sheet.axes().down() != null;
    while (cells.size() < sheet.cells().size()) {
      CellView cell = new CellView(messages);
      cell.showMarks(marksShown.getValue());
      cells.add(cell);
    }
    cells.subList(sheet.cells().size(), cells.size()).clear();
    columnHeads.clear();
    rowHeads.clear();
    Axis down = sheet.axes().down();
    if (down != null) {
      for (int k = 0; k < sheet.columns(); k++) {
        columnHeads.add(head(captions.of(sheet.axes().across(), k), Pos.BOTTOM_CENTER));
      }
      for (int k = 0; k < sheet.rows(); k++) {
        rowHeads.add(head(captions.of(down, k), Pos.CENTER_RIGHT));
      }
    }
    getChildren().setAll(cells);
    getChildren().addAll(columnHeads);
    getChildren().addAll(rowHeads);
    setMinSize(wholeWidth(newTiling), wholeHeight(newTiling));
    requestLayout();
  }

  /// Shows the mixes; their sheet must be the one that was arranged for.
  void show(MixedSheet mixed) {
    for (int k = 0; k < cells.size(); k++) {
      MixedSheet.Cell cell = mixed.cells().get(k);
      String caption = headed ? "" : captions.of(mixed.sheet(), cell.cell());
      String refusal = captions.of(cell.refusal());
      cells.get(k).show(cell, caption, refusal, captions.details(mixed.sheet(), cell));
    }
  }

  private double wholeWidth(Tiling now) {
    return 2 * RING + now.wholeWidth() + (headed ? HEAD_WIDTH : 0);
  }

  private double wholeHeight(Tiling now) {
    return 2 * RING + now.wholeHeight() + (headed ? HEAD_HEIGHT : 0);
  }

  private static Label head(String text, Pos alignment) {
    Label head = new Label(text);
    head.getStyleClass().add("sheet-head");
    head.setAlignment(alignment);
    head.setTextAlignment(
        alignment == Pos.BOTTOM_CENTER ? TextAlignment.CENTER : TextAlignment.RIGHT);
    head.setWrapText(true);
    return head;
  }

  /// In the middle of the room there is.
  @Override
  protected void layoutChildren() {
    Tiling now = tiling;
    if (now == null) {
      return;
    }
    double left = Math.max(0, Math.floor((getWidth() - wholeWidth(now)) / 2)) + RING;
    double top = Math.max(0, Math.floor((getHeight() - wholeHeight(now)) / 2)) + RING;
    double x = left + (headed ? HEAD_WIDTH : 0);
    double y = top + (headed ? HEAD_HEIGHT : 0);
    for (int k = 0; k < cells.size(); k++) {
      cells
          .get(k)
          .resizeRelocate(
              x + now.x(k % now.columns()),
              y + now.y(k / now.columns()),
              now.width(),
              now.height() + Tiling.FOOT);
    }
    for (int k = 0; k < columnHeads.size(); k++) {
      columnHeads.get(k).resizeRelocate(x + now.x(k), top, now.width(), HEAD_HEIGHT - HEAD_GAP);
    }
    for (int k = 0; k < rowHeads.size(); k++) {
      rowHeads.get(k).resizeRelocate(left, y + now.y(k), HEAD_WIDTH - Tiling.GAP, now.height());
    }
  }
}
