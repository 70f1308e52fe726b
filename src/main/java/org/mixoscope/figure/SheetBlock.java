package org.mixoscope.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.recipe.Axis;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Sheet;

/// The mixes of a sheet: with two variables as a table, with one as rows that are read like text.
/// Below each mix stand its label as a bar and λ̂.
///
/// @param columns how many lie beside each other
/// @param down what is written beside the rows; null if the cells say it themselves
record SheetBlock(List<Cell> cells, int columns, Axis across, @Nullable Axis down, Type type)
    implements Block {
  private static final double GAP = 0.06;
  private static final double BAR = 0.45;
  private static final double LETTERS = 6.2;
  private static final double WIDEST_HEAD = 0.2;

  /// @param pixels the mix; null if there is none with these values
  /// @param caption below the mix
  private record Cell(@Nullable Pixels pixels, Bar bar, String head, Phrase caption, Frame frame) {}

  /// @param mostInRow how many lie beside each other at most, if there is one variable
  static SheetBlock of(Sheet sheet, Inputs inputs, Type type, int mostInRow) {
    int rows = Math.ceilDiv(sheet.columns(), mostInRow);
    int columns = sheet.down() == null ? Math.ceilDiv(sheet.columns(), rows) : sheet.columns();
    List<Cell> cells = new ArrayList<>();
    for (Sheet.Cell cell : sheet.cells()) {
      String head = sheet.down() == null ? sheet.across().caption(cell.column()) : "";
      cells.add(cell(cell.recipe(), head, inputs, type));
    }
    return new SheetBlock(cells, columns, sheet.across(), sheet.down(), type);
  }

  private static Cell cell(@Nullable Recipe recipe, String head, Inputs inputs, Type type) {
    if (recipe == null) {
      return new Cell(null, new Bar(List.of(), List.of()), head, type.muted("–"), inputs.frame());
    }
    Mix mix = recipe.mix(inputs);
    List<Pixels> sources = inputs.sources().subList(0, mix.composition().sources());
    return new Cell(
        Mixer.mix(mix.composition(), recipe.blending(), sources),
        Bar.of(recipe, mix),
        head,
        type.quantity("λ̂", mix.effectiveLambda()),
        inputs.frame());
  }

  @Override
  public double height(double width) {
    Grid grid = grid(width);
    return grid.top() + rows() * grid.rowHeight() - grid.gap();
  }

  @Override
  public void draw(Pen pen, double x, double y, double width) {
    Grid grid = grid(width);
    Type small = grid.type();
    for (int k = 0; k < columns && down != null; k++) {
      Phrase head = small.plain(across.caption(k)).within(grid.cell());
      pen.text(head, x + grid.left() + k * grid.step(), y + small.baseline());
    }
    for (int row = 0; row < rows() && down != null; row++) {
      Phrase head = small.plain(down.caption(row)).within(grid.left() - grid.gap());
      double middle = y + grid.top() + row * grid.rowHeight() + grid.picture() / 2;
      pen.text(head, x, middle + small.size() / 3);
    }
    for (int k = 0; k < cells.size(); k++) {
      double left = x + grid.left() + k % columns * grid.step();
      int row = k / columns;
      double top = y + grid.top() + row * grid.rowHeight();
      draw(pen, cells.get(k), left, top, grid);
    }
  }

  private void draw(Pen pen, Cell cell, double x, double y, Grid grid) {
    Rectangle2D place = new Rectangle2D.Double(x, y, grid.cell(), grid.picture());
    if (cell.pixels() == null) {
      pen.stroke(place, Ink.LINE, grid.type().size() / 14, 0);
    } else {
      pen.picture(cell.pixels(), place);
    }
    Type small = grid.type();
    double bar = small.size() * BAR;
    double below = y + grid.picture() + bar / 2;
    cell.bar().draw(pen, new Rectangle2D.Double(x, below, grid.cell(), bar), 0);
    double baseline = below + bar + small.baseline();
    if (!cell.head().isEmpty()) {
      pen.text(small.plain(cell.head()).within(grid.cell()), x, baseline);
      baseline += small.line();
    }
    pen.text(resized(cell.caption(), small.size()).within(grid.cell()), x, baseline);
  }

  private static Phrase resized(Phrase phrase, double size) {
    return new Phrase(
        phrase.runs().stream()
            .map(run -> new Phrase.Run(run.text(), run.face(), size, run.rgb(), 0))
            .toList());
  }

  private int rows() {
    return Math.ceilDiv(cells.size(), columns);
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
  }

  private Grid grid(double width) {
    double rough = width / columns;
    Type small = type.atMost(rough / LETTERS);
    double gap = rough * GAP;
    double left = 0;
    for (int row = 0; down != null && row < down.size(); row++) {
      left = Math.max(left, small.plain(down.caption(row)).width() + 2 * gap);
    }
    left = Math.min(left, width * WIDEST_HEAD);
    double cell = (width - left - (columns - 1) * gap) / columns;
    Frame frame = cells.getFirst().frame();
    double picture = cell * frame.height() / frame.width();
    int lines = down == null ? 2 : 1;
    double rowHeight = picture + small.size() * BAR * 1.5 + lines * small.line() + 2 * gap;
    double top = down == null ? 0 : small.line() * 1.1;
    return new Grid(small, left, top, cell, picture, rowHeight, gap);
  }
}
