package org.mixoscope.app.train;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;

/// How many test samples of each class (row) a network says are of each (column): the colour of a
/// cell is its share of the row. A line below says what the pointer, or the arrow keys, are at; a
/// click or `Enter` opens the cell.
final class ConfusionView extends VBox {
  private static final double GAP = 1;
  private static final double STRONGEST = 0.55;
  private static final double LETTERS = 11;
  private static final double LEAST_LETTERS = 7;
  private static final double WIDEST_NAMES = 0.24;
  private static final double RATIO = 1.8;
  private static final double ROOM_FOR_SHARE = 30;
  private static final String ELLIPSIS = "…";

  private final Messages messages;
  private final BiConsumer<Integer, Integer> open;
  private final Canvas canvas = new Canvas();
  private final Pane board = new Pane(canvas);
  private final Label at = new Label();
  // What the style sheet says the colours are.
  private final Text ink = painted("confusion-ink");
  private final Text faint = painted("confusion-names");
  private final Text right = painted("confusion-right");
  private final Text wrong = painted("confusion-wrong");
  private final Text ruler = new Text();
  private List<List<Integer>> counts = List.of();
  private List<String> names = List.of();
  private int row;
  private int column;

  /// @param open gets row and column
  ConfusionView(Messages messages, BiConsumer<Integer, Integer> open) {
    this.messages = messages;
    this.open = open;
    getStyleClass().add("confusion");
    setMinSize(0, 0);
    board.setMinSize(0, 0);
    canvas.setFocusTraversable(true);
    canvas.setAccessibleRole(AccessibleRole.BUTTON);
    canvas.setId("confusion-matrix");
    board.getStyleClass().add("confusion-board");
    canvas.setManaged(false);
    for (Text paint : List.of(ink, faint, right, wrong)) {
      board.getChildren().add(paint);
      paint.fillProperty().subscribe(now -> draw());
      paint.fontProperty().subscribe(now -> draw());
    }
    at.setId("confusion-at");
    at.getStyleClass().add("caption");
    at.setWrapText(true);
    at.setMinHeight(Region.USE_PREF_SIZE);
    VBox.setVgrow(board, Priority.ALWAYS);
    getChildren().addAll(board, at);
    Explained.spoken(canvas, at.textProperty(), messages.bind("train.confusion.help"));
    Explained.by(at, at.textProperty(), messages.bind("train.confusion.help"), "");
    board.layoutBoundsProperty().subscribe(now -> resize());
    canvas.setOnMouseMoved(this::point);
    canvas.setOnMouseClicked(
        e -> {
          canvas.requestFocus();
          if (point(e)) {
            open.accept(row, column);
          }
        });
    canvas.setOnKeyPressed(this::press);
    canvas.focusedProperty().subscribe(now -> draw());
  }

  private static Text painted(String style) {
    Text text = new Text();
    text.getStyleClass().add(style);
    text.setManaged(false);
    text.setVisible(false);
    return text;
  }

  /// @param confusion rows of counts
  /// @param classes their names
  void show(List<List<Integer>> confusion, List<String> classes) {
    boolean isNew = !confusion.equals(counts) || !classes.equals(names);
    counts = confusion;
    names = classes;
    row = Math.min(row, counts.size() - 1);
    column = Math.min(column, counts.size() - 1);
    say();
    if (isNew) {
      draw();
    }
  }

  private void say() {
    int of = counts.get(row).stream().mapToInt(Integer::intValue).sum();
    int count = counts.get(row).get(column);
    at.setText(
        messages.get(
            "train.confusion.at",
            names.get(row),
            names.get(column),
            count,
            of,
            String.format(Locale.ROOT, "%.1f", of == 0 ? 0 : 100.0 * count / of)));
  }

  private void resize() {
    canvas.setWidth(board.getWidth());
    canvas.setHeight(board.getHeight());
    draw();
  }

  /// Where cells are.
  private record Grid(double left, double top, double width, double height) {
    double x(int column) {
      return left + column * width;
    }

    double y(int row) {
      return top + row * height;
    }
  }

  private double letters() {
    return Math.max(LETTERS, ink.getFont().getSize());
  }

  private Grid grid() {
    double letters = letters();
    int classes = counts.size();
    int longest = names.stream().mapToInt(String::length).max().orElse(1);
    double left = Math.min(WIDEST_NAMES * board.getWidth(), letters * (0.65 * longest + 0.6));
    double top = letters + 4;
    double height = Math.max(1, (board.getHeight() - top) / classes);
    double width = Math.clamp((board.getWidth() - left) / classes, 1, height * RATIO);
    double spare = Math.max(0, board.getWidth() - left - width * classes) / 2;
    return new Grid(left + spare, top, width, height);
  }

  private boolean point(MouseEvent event) {
    Grid grid = grid();
    int overRow = (int) Math.floor((event.getY() - grid.top) / grid.height);
    int overColumn = (int) Math.floor((event.getX() - grid.left) / grid.width);
    boolean isIn =
        overRow >= 0 && overRow < counts.size() && overColumn >= 0 && overColumn < counts.size();
    if (isIn) {
      moveTo(overRow, overColumn);
    }
    return isIn;
  }

  private void moveTo(int toRow, int toColumn) {
    row = Math.clamp(toRow, 0, counts.size() - 1);
    column = Math.clamp(toColumn, 0, counts.size() - 1);
    say();
    draw();
  }

  private void press(KeyEvent event) {
    switch (event.getCode()) {
      case LEFT -> moveTo(row, column - 1);
      case RIGHT -> moveTo(row, column + 1);
      case UP -> moveTo(row - 1, column);
      case DOWN -> moveTo(row + 1, column);
      case ENTER -> open.accept(row, column);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void draw() {
    GraphicsContext pen = canvas.getGraphicsContext2D();
    pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    if (counts.isEmpty() || board.getWidth() <= 0) {
      return;
    }
    Grid grid = grid();
    pen.setTextBaseline(VPos.CENTER);
    for (int r = 0; r < counts.size(); r++) {
      name(pen, grid, r);
      int of = counts.get(r).stream().mapToInt(Integer::intValue).sum();
      for (int c = 0; c < counts.size(); c++) {
        cell(pen, grid, r, c, of);
      }
    }
    pen.setStroke(canvas.isFocused() ? right.getFill() : faint.getFill());
    pen.setLineWidth(canvas.isFocused() ? 2 : 1);
    pen.strokeRect(
        grid.x(column) + GAP, grid.y(row) + GAP, grid.width - 2 * GAP, grid.height - 2 * GAP);
  }

  private void name(GraphicsContext pen, Grid grid, int k) {
    pen.setFill(faint.getFill());
    pen.setFont(font(Math.min(letters(), Math.min(grid.height, grid.width * RATIO))));
    pen.setTextAlign(TextAlignment.RIGHT);
    pen.fillText(
        fitted(names.get(k), pen.getFont(), grid.left - 6),
        grid.left - 4,
        grid.y(k) + grid.height / 2);
    pen.setTextAlign(TextAlignment.CENTER);
    pen.fillText(
        fitted(names.get(k), pen.getFont(), grid.width - 4),
        grid.x(k) + grid.width / 2,
        grid.top - letters() / 2 - 2);
  }

  /// As much of a name as there is room for. All of it is said below the matrix.
  private String fitted(String name, Font font, double room) {
    ruler.setFont(font);
    int[] letters = name.codePoints().toArray();
    if (width(name) <= room) {
      return name;
    }
    int fits = 0;
    int tooMany = letters.length;
    while (tooMany - fits > 1) {
      int half = (fits + tooMany) / 2;
      boolean isShort = width(new String(letters, 0, half) + ELLIPSIS) <= room;
      fits = isShort ? half : fits;
      tooMany = isShort ? tooMany : half;
    }
    return fits == 0 ? "" : new String(letters, 0, fits).strip() + ELLIPSIS;
  }

  private double width(String words) {
    ruler.setText(words);
    return ruler.getLayoutBounds().getWidth();
  }

  private void cell(GraphicsContext pen, Grid grid, int r, int c, int of) {
    int count = counts.get(r).get(c);
    double share = of == 0 ? 0 : (double) count / of;
    pen.setFill(
        tint(r == c ? right.getFill() : wrong.getFill(), r == c ? share : Math.sqrt(share)));
    pen.fillRect(grid.x(c), grid.y(r), grid.width - GAP, grid.height - GAP);
    double size = Math.min(letters(), Math.min(grid.height * 0.7, grid.width / 2));
    if (count == 0 || size < LEAST_LETTERS) {
      return;
    }
    pen.setFill(ink.getFill());
    pen.setFont(font(size));
    pen.setTextAlign(TextAlignment.CENTER);
    double x = grid.x(c) + grid.width / 2;
    double y = grid.y(r) + grid.height / 2;
    boolean withShare = Math.min(grid.height, grid.width) > ROOM_FOR_SHARE * letters() / LETTERS;
    pen.fillText(Integer.toString(count), x, withShare ? y - size * 0.6 : y, grid.width - 2);
    if (withShare) {
      pen.fillText(Math.round(100 * share) + " %", x, y + size * 0.6, grid.width - 2);
    }
  }

  private Font font(double size) {
    return Font.font(ink.getFont().getFamily(), size);
  }

  private static Paint tint(Paint paint, double share) {
    return paint instanceof Color colour
        ? colour.deriveColor(0, 1, 1, 0.06 + (STRONGEST - 0.06) * share)
        : paint;
  }
}
