package org.mixoscope.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
      int column, int row, String caption, @Nullable Recipe recipe, @Nullable Objection refusal) {}

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
