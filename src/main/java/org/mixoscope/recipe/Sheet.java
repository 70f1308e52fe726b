package org.mixoscope.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.method.Trait;

/// A contact sheet: a recipe with one or two of its variables at several values each.
///
/// Every cell has the λ of the base, unless an axis is λ, or decides how it is drawn (α, seed,
/// draw, profile), or the method uses none. So a sheet of all methods shows them all at the same λ.
///
/// @param axes what varies
/// @param cells row by row
public record Sheet(Axes axes, List<Cell> cells) {
  /// The most cells of a sheet.
  public static final int MOST_CELLS = 400;

  /// Keeps a copy of the cells.
  public Sheet {
    cells = List.copyOf(cells);
  }

  /// One mix of the sheet.
  ///
  /// @param column from 0
  /// @param row from 0
  /// @param caption the values that make it, as the axes write them
  /// @param recipe null if there is none with these values
  /// @param refusal why there is none; null if there is one
  public record Cell(
      int column, int row, String caption, @Nullable Recipe recipe, @Nullable Objection refusal) {
    private Cell at(int newColumn, int newRow) {
      return new Cell(newColumn, newRow, caption, recipe, refusal);
    }
  }

  /// The sheet of a recipe over one or two variables.
  ///
  /// @param frame the frame that is mixed: some frameworks draw boxes by its pixels
  /// @throws IllegalArgumentException if no cell has a recipe; the message says in one line why
  public static Sheet of(Recipe base, Frame frame, Axes axes) {
    List<Cell> cells = new ArrayList<>();
    IllegalArgumentException first = null;
    for (int row = 0; row < axes.rows(); row++) {
      for (int column = 0; column < axes.columns(); column++) {
        List<Setting> settings = settings(axes, column, row);
        try {
          Recipe recipe = recipe(base, frame, settings);
          cells.add(new Cell(column, row, caption(settings), recipe, null));
        } catch (IllegalArgumentException e) {
          first = first == null ? e : first;
          cells.add(new Cell(column, row, caption(settings), null, Objection.of(e)));
        }
      }
    }
    if (first != null && cells.stream().allMatch(cell -> cell.recipe() == null)) {
      throw first;
    }
    return new Sheet(axes, cells);
  }

  /// A value of an axis at which nothing can be mixed.
  ///
  /// @param axis that takes the value
  /// @param k which value it is
  /// @param why there is no mix of it: what the first of its cells says
  public record Omission(Axis axis, int k, Objection why) {
    /// One line: what is left out, as it is typed, and why.
    public String text() {
      return "%s is left out: %s".formatted(axis.caption(k), why.text());
    }
  }

  /// A sheet without what would be empty.
  ///
  /// @param sheet at least one cell
  /// @param omitted the columns that are left out, then the rows
  public record Shown(Sheet sheet, List<Omission> omitted) {
    /// Keeps a copy.
    public Shown {
      omitted = List.copyOf(omitted);
    }
  }

  /// The same without columns and rows in which nothing can be mixed. Where nothing can be mixed at
  /// all, nothing is left out.
  ///
  /// @param lacking what a recipe of the sheet lacks of the pictures at hand; null for nothing
  public Shown shown(Function<Recipe, @Nullable Objection> lacking) {
    Sheet refused = new Sheet(axes, cells.stream().map(cell -> refused(cell, lacking)).toList());
    List<Integer> columns = refused.places(columns(), Cell::column);
    List<Integer> rows = refused.places(rows(), Cell::row);
    if (columns.isEmpty()) {
      return new Shown(refused, List.of());
    }
    List<Omission> omitted = new ArrayList<>();
    refused.omit(axes.across(), columns, Cell::column, omitted);
    Axis down = axes.down();
    if (down != null) {
      refused.omit(down, rows, Cell::row, omitted);
    }
    Axes left = new Axes(axes.across().at(columns), down == null ? null : down.at(rows));
    List<Cell> kept =
        refused.cells.stream()
            .filter(cell -> columns.contains(cell.column()) && rows.contains(cell.row()))
            .map(cell -> cell.at(columns.indexOf(cell.column()), rows.indexOf(cell.row())))
            .toList();
    return new Shown(new Sheet(left, kept), omitted);
  }

  private static Cell refused(Cell cell, Function<Recipe, @Nullable Objection> lacking) {
    Objection why = cell.recipe() == null ? null : lacking.apply(cell.recipe());
    return why == null ? cell : new Cell(cell.column(), cell.row(), cell.caption(), null, why);
  }

  /// Where along an axis something is mixed.
  private List<Integer> places(int size, ToIntFunction<Cell> place) {
    return IntStream.range(0, size)
        .filter(
            k ->
                cells.stream()
                    .anyMatch(cell -> place.applyAsInt(cell) == k && cell.recipe() != null))
        .boxed()
        .toList();
  }

  private void omit(
      Axis axis, List<Integer> kept, ToIntFunction<Cell> place, List<Omission> omitted) {
    for (Cell cell : cells) {
      int k = place.applyAsInt(cell);
      Objection why = cell.refusal();
      boolean isKnown = omitted.stream().anyMatch(one -> one.axis().equals(axis) && one.k() == k);
      if (why != null && !kept.contains(k) && !isKnown) {
        omitted.add(new Omission(axis, k, why));
      }
    }
  }

  /// Whether another sheet varies the same, whatever its base is.
  public boolean variesLike(Sheet other) {
    return axes.equals(other.axes);
  }

  /// How many cells lie side by side.
  public int columns() {
    return axes.columns();
  }

  /// How many cells lie one below the other.
  public int rows() {
    return axes.rows();
  }

  /// An axis at one of its values.
  private record Setting(Axis axis, int k) {}

  private static List<Setting> settings(Axes axes, int column, int row) {
    Setting across = new Setting(axes.across(), column);
    return axes.down() == null ? List.of(across) : List.of(across, new Setting(axes.down(), row));
  }

  private static String caption(List<Setting> settings) {
    return String.join(" · ", settings.stream().map(s -> s.axis().caption(s.k())).toList());
  }

  private static Recipe recipe(Recipe base, Frame frame, List<Setting> settings) {
    List<Setting> inTurn =
        settings.stream().sorted(Comparator.comparingInt(s -> turn(s.axis()))).toList();
    Recipe recipe = base;
    for (Setting setting : inTurn) {
      recipe = setting.axis().apply(setting.k(), recipe, frame);
      if (setting.axis() instanceof Axis.Value value && value.isAlpha()) {
        recipe = recipe.drawn(recipe.index());
      }
    }
    if (recipe.method().type().uses(Trait.MASK) && recipe.mask() == null) {
      throw new RefusedException(SheetReason.NEEDS_MASK.of());
    }
    boolean isMarked = recipe.sources().size() > 1 && recipe.sources().get(1).annotation() != null;
    if (recipe.method().type().uses(Trait.MARKS) && !isMarked) {
      throw new RefusedException(SheetReason.NEEDS_MARKS.of());
    }
    double lambda = base.draw().lambda();
    boolean isHeld = settings.stream().noneMatch(setting -> setting.axis().decidesLambda());
    boolean differs = recipe.draw().lambda() != lambda;
    return isHeld && differs && recipe.method().type().uses(Trait.LAMBDA)
        ? recipe.with(recipe.draw().withLambda(lambda))
        : recipe;
  }

  /// Whose turn it is: what draws goes before what edits the draw.
  private static int turn(Axis axis) {
    return switch (axis) {
      case Axis.Origin origin ->
          switch (origin.part()) {
            case SEED -> 0;
            case DRAW -> 1;
          };
      case Axis.Method _ -> 2;
      case Axis.Framework _ -> 3;
      case Axis.Value _ -> 4;
      case Axis.Lambda _ -> 5;
    };
  }
}
