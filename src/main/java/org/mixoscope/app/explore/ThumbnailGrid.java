package org.mixoscope.app.explore;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.ObservableListBase;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.PoolModel;
import org.mixoscope.app.state.Thumbnails;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.recipe.Source;

/// All pictures of a folder, of which only those in view exist. Arrow keys walk through them.
final class ThumbnailGrid extends ListView<Integer> {
  static final int COLUMNS = 4;
  private static final double GAP = 7;
  private static final double ROW = Thumbnail.SIDE + GAP;

  private final PoolModel pool;
  private final Thumbnails thumbnails;
  private final Messages messages;
  private final Rows rows = new Rows();
  private final Set<Row> cells = new HashSet<>();
  private int current;

  ThumbnailGrid(PoolModel pool, Thumbnails thumbnails, Messages messages) {
    this.pool = pool;
    this.thumbnails = thumbnails;
    this.messages = messages;
    getStyleClass().add("thumbnail-grid");
    setId("folder-grid");
    setItems(rows);
    setFixedCellSize(ROW);
    setCellFactory(list -> new Row());
    accessibleHelpProperty().bind(messages.bind("folder.grid.help"));
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    focusedProperty().subscribe(this::mark);
    pool.positionProperty().subscribe(this::follow);
    messages.languageProperty().subscribe(this::mark);
  }

  /// Shows more pictures, or those of another folder.
  void refill() {
    rows.resize((pool.pool().size() + COLUMNS - 1) / COLUMNS);
    current = Math.min(current, Math.max(0, pool.pool().size() - 1));
    cells.forEach(Row::fill);
    mark();
  }

  /// Brings what has become A into view.
  private void follow(PoolModel.Position position) {
    int a = position.of(0);
    if (a >= 0 && a / COLUMNS < rows.size()) {
      current = a;
      reveal();
    }
    mark();
  }

  private void reveal() {
    int row = current / COLUMNS;
    boolean inView =
        cells.stream()
            .anyMatch(
                cell ->
                    !cell.isEmpty()
                        && cell.getIndex() == row
                        && cell.localToScene(0, ROW).getY() <= localToScene(0, getHeight()).getY()
                        && cell.localToScene(0, 0).getY() >= localToScene(0, 0).getY());
    if (!inView) {
      scrollTo(Math.max(0, row - 1));
    }
  }

  private void press(KeyEvent event) {
    int size = pool.pool().size();
    int wanted =
        switch (event.getCode()) {
          case LEFT -> current - 1;
          case RIGHT -> current + 1;
          case UP -> current - COLUMNS;
          case DOWN -> current + COLUMNS;
          case HOME -> 0;
          case END -> size - 1;
          case ENTER -> {
            pool.put(event.isShiftDown() ? 1 : 0, current);
            yield current;
          }
          default -> -1;
        };
    if (wanted >= 0 && wanted < size) {
      current = wanted;
      reveal();
      mark();
      event.consume();
    }
  }

  private void mark() {
    cells.forEach(Row::mark);
    setAccessibleText(current < pool.pool().size() ? described() : messages.get("folder.grid"));
  }

  private String described() {
    Source source = pool.pool().source(current);
    return messages.get(
        "folder.picture",
        source.className(),
        String.valueOf(Path.of(source.location()).getFileName()),
        current + 1,
        pool.pool().size());
  }

  /// A row of pictures.
  private final class Row extends ListCell<Integer> {
    private final List<Thumbnail> pictures = new ArrayList<>();
    private final HBox box = new HBox(GAP);

    Row() {
      for (int i = 0; i < COLUMNS; i++) {
        pictures.add(new Thumbnail(pool, thumbnails, pool::put));
      }
      box.getChildren().addAll(pictures);
      setGraphic(box);
      cells.add(this);
    }

    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
      super.updateItem(row, empty);
      fill();
      mark();
    }

    private void fill() {
      Integer row = getItem();
      for (int i = 0; i < COLUMNS; i++) {
        pictures.get(i).show(row == null ? -1 : row * COLUMNS + i);
      }
    }

    private void mark() {
      Integer row = getItem();
      for (int i = 0; i < COLUMNS; i++) {
        boolean isCurrent =
            row != null && row * COLUMNS + i == current && ThumbnailGrid.this.isFocused();
        pictures.get(i).mark(pool.positionProperty().get(), isCurrent);
      }
    }
  }

  /// The numbers of the rows, without an object for each.
  private static final class Rows extends ObservableListBase<Integer> {
    private int size;

    void resize(int now) {
      int before = size;
      beginChange();
      size = now;
      if (now > before) {
        nextAdd(before, now);
      } else if (now < before) {
        nextRemove(now, IntStream.range(now, before).boxed().toList());
      }
      endChange();
    }

    @Override
    public Integer get(int index) {
      return index;
    }

    @Override
    public int size() {
      return size;
    }
  }
}
