package org.mixoscope.figure;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.Measure;
import org.mixoscope.dataset.SourceReader.Marked;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.recipe.Axis;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Sheet;

/// The mixes of a sheet: with two variables as a table, with one as rows that are read like text.
/// Below each mix stand its label as a bar and λ̂. Each is mixed when it is drawn: all of them
/// together may not fit into memory.
///
/// @param measure what is shown of numbers of more than eight bits; null of eight
/// @param columns how many lie beside each other
/// @param part of the width that there is for mixes, within (0, 1]; the sheet lies in the middle
/// @param across what is written at the columns, or below the cells of a sheet of one variable
/// @param down what is written beside the rows; empty if there is one variable
record SheetBlock(
    Sheet sheet,
    Inputs inputs,
    @Nullable Measure measure,
    int columns,
    double part,
    List<String> across,
    List<String> down,
    Type type)
    implements Block {
  private static final double GAP = 0.06;
  private static final double BAR = 0.45;
  private static final double LETTERS = 6.2;
  private static final double WIDEST_HEAD = 0.2;

  /// Of the type, for captions that are too long.
  private static final double SMALLEST = 0.7;

  /// @param columns how many lie beside each other, if there is one variable
  static SheetBlock of(
      Sheet sheet, Marked marked, FigureStyle style, Type type, int columns, double part) {
    AxisWords words = new AxisWords(style.locale());
    return new SheetBlock(
        sheet,
        marked.inputs(),
        marked.measure(),
        sheet.axes().down() == null ? columns : sheet.columns(),
        part,
        all(sheet.axes().across(), words),
        all(sheet.axes().down(), words),
        type);
  }

  private static List<String> all(@Nullable Axis axis, AxisWords words) {
    return axis == null
        ? List.of()
        : IntStream.range(0, axis.size()).mapToObj(k -> words.of(axis, k)).toList();
  }

  private boolean isTable() {
    return !down.isEmpty();
  }

  @Override
  public double height(double width) {
    Grid grid = grid(width);
    return grid.top() + rows() * grid.rowHeight() - grid.gap();
  }

  @Override
  public void draw(Pen pen, double x, double y, double width) {
    Grid grid = grid(width);
    double middle = (width - grid.left() - columns * grid.step() + grid.gap()) / 2;
    draw(pen, part < 1 ? x + middle : x, y, grid);
  }

  private void draw(Pen pen, double x, double y, Grid grid) {
    if (isTable()) {
      heads(pen, x, y, grid);
    }
    Workspace workspace = new Workspace();
    for (int k = 0; k < sheet.cells().size(); k++) {
      Sheet.Cell cell = sheet.cells().get(k);
      double left = x + grid.left() + k % columns * grid.step();
      int row = k / columns;
      double top = y + grid.top() + row * grid.rowHeight();
      Phrase share = draw(pen, cell.recipe(), left, top, grid, workspace);
      double baseline = top + grid.picture() + grid.bar() * 1.5 + grid.type().baseline();
      if (!isTable()) {
        pen.text(grid.type().plain(across.get(k)).within(grid.cell()), left, baseline);
        baseline += grid.type().line();
      }
      pen.text(share.within(grid.cell()), left, baseline);
    }
  }

  private void heads(Pen pen, double x, double y, Grid grid) {
    Type small = grid.type();
    for (int k = 0; k < columns; k++) {
      Phrase head = small.plain(across.get(k)).within(grid.cell());
      pen.text(head, x + grid.left() + k * grid.step(), y + small.baseline());
    }
    for (int row = 0; row < rows(); row++) {
      Phrase head = small.plain(down.get(row)).within(grid.left() - grid.gap());
      double middle = y + grid.top() + row * grid.rowHeight() + grid.picture() / 2;
      pen.text(head, x, middle + small.size() / 3);
    }
  }

  /// Draws a mix with its label.
  ///
  /// @param recipe null if there is none with these values
  /// @return λ̂, or a dash
  private Phrase draw(
      Pen pen, @Nullable Recipe recipe, double x, double y, Grid grid, Workspace workspace) {
    if (recipe == null) {
      return grid.type().muted("–");
    }
    Rectangle2D place = new Rectangle2D.Double(x, y, grid.cell(), grid.picture());
    Mix mix = recipe.mix(inputs, workspace);
    Pixels mixed = mix.outcome().mix(recipe.blending(), inputs.sources());
    pen.picture(Measure.shown(measure, recipe, mixed), place);
    double below = y + grid.picture() + grid.bar() / 2;
    Bar.of(recipe, mix).draw(pen, new Rectangle2D.Double(x, below, grid.cell(), grid.bar()), 0);
    return grid.type().quantity("λ̂", mix.effectiveLambda());
  }

  private int rows() {
    return Math.ceilDiv(sheet.cells().size(), columns);
  }

  /// Lengths of the grid in points.
  ///
  /// @param left where cells begin, right of the names of the rows
  /// @param top where cells begin, below the names of the columns
  /// @param cell the width of a cell
  /// @param picture the height of its picture
  /// @param rowHeight from row to row
  private record Grid(
      Type type,
      double left,
      double top,
      double cell,
      double picture,
      double rowHeight,
      double gap) {
    double step() {
      return cell + gap;
    }

    /// The height of a label.
    double bar() {
      return type.size() * BAR;
    }
  }

  private static double widest(List<String> heads, Type type) {
    return heads.stream().mapToDouble(head -> type.plain(head).width()).max().orElse(0);
  }

  private Grid grid(double width) {
    double rough = part * width / columns;
    double gap = rough * GAP;
    Type small = type.atMost(rough / LETTERS);
    double longest = widest(across, small);
    small = small.atMost(small.size() * Math.clamp((rough - gap) / longest, SMALLEST, 1));
    double left = isTable() ? Math.min(widest(down, small) + 2 * gap, width * WIDEST_HEAD) : 0;
    double cell = part * (width - left - (columns - 1) * gap) / columns;
    Frame frame = inputs.frame();
    double picture = cell * frame.height() / frame.width();
    int lines = isTable() ? 1 : 2;
    double rowHeight = picture + small.size() * BAR * 1.5 + lines * small.line() + 2 * gap;
    double top = isTable() ? small.line() * 1.1 : 0;
    return new Grid(small, left, top, cell, picture, rowHeight, gap);
  }
}
