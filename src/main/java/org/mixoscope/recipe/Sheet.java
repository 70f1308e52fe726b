package org.mixoscope.recipe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.Trait;

/// A contact sheet: a recipe with one or two of its variables at several values each.
///
/// Every cell has the λ of the base, unless an axis is λ, or decides how it is drawn (α, seed,
/// draw, profile), or the method uses none. So a sheet of all methods shows them all at the same λ.
///
/// @param across what varies from left to right
/// @param down what varies from top to bottom; null for nothing
/// @param cells row by row
public record Sheet(Axis across, @Nullable Axis down, List<Cell> cells) {
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
  /// @param refusal why there is none; empty if there is one
  public record Cell(
      int column, int row, String caption, @Nullable Recipe recipe, String refusal) {}

  /// The sheet of a recipe over one or two variables.
  ///
  /// @param frame the frame that is mixed: some frameworks draw boxes by its pixels
  /// @throws IllegalArgumentException if the two are the same variable or cannot go together, if
  ///   there are too many cells, or no cell has a recipe; the message says in one line why
  public static Sheet of(Recipe base, Frame frame, Axis across, @Nullable Axis down) {
    requireCompatible(across, down);
    List<Cell> cells = new ArrayList<>();
    for (int row = 0; row < (down == null ? 1 : down.size()); row++) {
      for (int column = 0; column < across.size(); column++) {
        cells.add(cell(base, frame, across, column, down, row));
      }
    }
    if (cells.stream().allMatch(cell -> cell.recipe() == null)) {
      throw new IllegalArgumentException(cells.getFirst().refusal());
    }
    return new Sheet(across, down, cells);
  }

  /// Whether cells have the λ of the base: no axis is λ or decides how it is drawn.
  public static boolean holdsLambda(Axis across, @Nullable Axis down) {
    return !decidesLambda(across) && (down == null || !decidesLambda(down));
  }

  /// Whether another sheet varies the same, whatever its base is.
  public boolean variesLike(Sheet other) {
    return across.equals(other.across) && Objects.equals(down, other.down);
  }

  /// How many cells lie side by side.
  public int columns() {
    return across.size();
  }

  /// How many cells lie one below the other.
  public int rows() {
    return down == null ? 1 : down.size();
  }

  /// An axis at one of its values.
  private record Setting(Axis axis, int k) {}

  private static Cell cell(
      Recipe base, Frame frame, Axis across, int column, @Nullable Axis down, int row) {
    List<Setting> settings = new ArrayList<>(List.of(new Setting(across, column)));
    String caption = across.caption(column);
    if (down != null) {
      settings.add(new Setting(down, row));
      caption += " · " + down.caption(row);
    }
    settings.sort(Comparator.comparingInt(setting -> turn(setting.axis())));
    try {
      return new Cell(column, row, caption, recipe(base, frame, settings), "");
    } catch (IllegalArgumentException e) {
      return new Cell(column, row, caption, null, String.valueOf(e.getMessage()));
    }
  }

  private static Recipe recipe(Recipe base, Frame frame, List<Setting> settings) {
    Recipe recipe = base;
    for (Setting setting : settings) {
      recipe = setting.axis().apply(setting.k(), recipe, frame);
      if (isAlpha(setting.axis())) {
        recipe = recipe.drawn(recipe.index());
      }
    }
    if (recipe.method().type().uses(Trait.MASK) && recipe.mask() == null) {
      throw new IllegalArgumentException("mask: this method needs one");
    }
    double lambda = base.draw().lambda();
    boolean isHeld = settings.stream().noneMatch(setting -> decidesLambda(setting.axis()));
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

  private static boolean decidesLambda(Axis axis) {
    return switch (axis) {
      case Axis.Origin _, Axis.Framework _, Axis.Lambda _ -> true;
      case Axis.Value _ -> isAlpha(axis);
      case Axis.Method _ -> false;
    };
  }

  private static boolean isDraw(Axis axis) {
    return axis instanceof Axis.Origin origin && origin.part() == Axis.Origin.Part.DRAW;
  }

  private static boolean isAlpha(Axis axis) {
    return axis instanceof Axis.Value && axis.name().equals("alpha");
  }

  private static void requireCompatible(Axis across, @Nullable Axis down) {
    if (down == null) {
      return;
    }
    if (across.name().equals(down.name())) {
      throw new IllegalArgumentException(
          "%s: across and down must be two variables".formatted(down.name()));
    }
    boolean hasFramework = Stream.of(across, down).anyMatch(axis -> axis instanceof Axis.Framework);
    boolean hasOwn =
        Stream.of(across, down).anyMatch(axis -> axis instanceof Axis.Value || isDraw(axis));
    if (hasFramework && hasOwn) {
      throw new IllegalArgumentException(
          "%s and %s: a profile has settings and a first draw of its own"
              .formatted(across.name(), down.name()));
    }
    if (across.size() * down.size() > MOST_CELLS) {
      throw new IllegalArgumentException(
          "%d × %d cells are too many; at most %d"
              .formatted(across.size(), down.size(), MOST_CELLS));
    }
  }
}
