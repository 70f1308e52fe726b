package org.mixoscope.app.compare;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.kernel.Frame;
import org.mixoscope.recipe.Sheet;

/// The sheet on screen, as large as fits; it scrolls only where cells would be too small to see.
final class SheetPane extends StackPane {
  private static final double PADDING = 11;

  private final SheetModel sheets;
  private final MixModel model;
  private final Runnable opened;
  private final SheetGrid grid;
  private final ScrollPane scroll;
  private final Label waiting = new Label();
  private final ReadOnlyIntegerWrapper hovered = new ReadOnlyIntegerWrapper(-1);
  private @Nullable Sheet arranged;
  private @Nullable Tiling tiling;

  /// @param opened called when the recipe of a cell has become that of the window
  SheetPane(SheetModel sheets, MixModel model, Messages messages, Runnable opened) {
    this.sheets = sheets;
    this.model = model;
    this.opened = opened;
    grid = new SheetGrid(messages, model.sight().marksShownProperty());
    scroll = new ScrollPane(grid);
    scroll.getStyleClass().add("bare-scroll");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setFocusTraversable(false);
    waiting.getStyleClass().add("waiting");
    waiting.textProperty().bind(messages.bind("picture.waiting"));
    getStyleClass().add("sheet-pane");
    setMinSize(0, 0);
    getChildren().addAll(scroll, waiting);
    grid.addEventHandler(MouseEvent.MOUSE_MOVED, e -> hovered.set(cellAt(e)));
    grid.setOnMouseExited(e -> hovered.set(-1));
    grid.setOnMouseClicked(
        e -> {
          if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress()) {
            open(cellAt(e));
          }
        });
    widthProperty().addListener((property, old, now) -> arrange());
    heightProperty().addListener((property, old, now) -> arrange());
    sheets.sheetProperty().addListener((property, old, now) -> follow());
    sheets.mixedProperty().addListener((property, old, now) -> show());
    sheets.selectedProperty().addListener((property, old, now) -> select());
    messages.languageProperty().addListener((property, old, now) -> arrange());
    follow();
  }

  /// The cell under the pointer, −1 for none.
  ReadOnlyIntegerProperty hoveredProperty() {
    return hovered.getReadOnlyProperty();
  }

  /// How many columns there are on screen.
  int columns() {
    return tiling == null ? 1 : tiling.columns();
  }

  /// Moves the selection by some cells, if there is one there.
  void move(int by) {
    int next = sheets.selectedProperty().get() + by;
    if (next >= 0 && next < grid.cells().size()) {
      sheets.selectedProperty().set(next);
      CellView cell = grid.cells().get(next);
      cell.requestFocus();
      reveal(cell);
    }
  }

  /// Opens the selected cell.
  void openSelected() {
    open(sheets.selectedProperty().get());
  }

  private void open(int k) {
    if (k >= 0 && sheets.open(k)) {
      opened.run();
    }
  }

  private int cellAt(MouseEvent event) {
    List<CellView> cells = grid.cells();
    for (Node node = (Node) event.getTarget(); node != null; node = node.getParent()) {
      if (node instanceof CellView cell) {
        return cells.indexOf(cell);
      }
    }
    return -1;
  }

  private void follow() {
    Sheet now = sheets.sheetProperty().get();
    waiting.setVisible(now == null);
    scroll.setVisible(now != null);
    if (now == null || arranged == null || !now.variesLike(arranged) || !fits(model.frame())) {
      arrange();
    }
  }

  /// Whether the cells still have the ratio of the frame.
  private boolean fits(@Nullable Frame frame) {
    Tiling now = tiling;
    return now != null
        && frame != null
        && Math.abs(now.width() * frame.height() / frame.width() - now.height()) < 1;
  }

  private void arrange() {
    Sheet now = sheets.sheetProperty().get();
    Frame frame = model.frame();
    double width = getWidth() - 2 * PADDING;
    double height = getHeight() - 2 * PADDING;
    if (now == null || frame == null || width < 1 || height < 1) {
      return;
    }
    double ratio = (double) frame.width() / frame.height();
    Tiling next = SheetGrid.tiling(now, ratio, width, height);
    tiling = next;
    arranged = now;
    grid.arrange(now, next);
    select();
    sheets.setWidth(next.width() * scale());
    show();
  }

  /// Pixels of the screen per unit of the layout.
  private double scale() {
    double output =
        getScene() == null || getScene().getWindow() == null
            ? 1
            : getScene().getWindow().getOutputScaleX();
    return getLocalToSceneTransform().getMxx() * output;
  }

  private void show() {
    MixedSheet mixed = sheets.mixedProperty().get();
    Sheet now = arranged;
    if (mixed != null && now != null && mixed.sheet().variesLike(now)) {
      grid.show(mixed);
    }
  }

  private void select() {
    for (int k = 0; k < grid.cells().size(); k++) {
      grid.cells().get(k).setSelected(k == sheets.selectedProperty().get());
    }
  }

  /// Scrolls so that a cell is seen.
  private void reveal(Node cell) {
    Bounds bounds = cell.getBoundsInParent();
    double hidden = grid.getHeight() - scroll.getViewportBounds().getHeight();
    if (hidden > 0) {
      double top = scroll.getVvalue() * hidden;
      double bottom = top + scroll.getViewportBounds().getHeight();
      if (bounds.getMinY() < top) {
        scroll.setVvalue(bounds.getMinY() / hidden);
      } else if (bounds.getMaxY() > bottom) {
        scroll.setVvalue((bounds.getMaxY() - scroll.getViewportBounds().getHeight()) / hidden);
      }
    }
  }
}
