package org.mixoscope.recipe;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.RefusedException;

/// What a sheet varies.
///
/// @param across what varies from left to right
/// @param down what varies from top to bottom; null for nothing
public record Axes(Axis across, @Nullable Axis down) {
  /// Every method, one after the other.
  public static final Axes METHODS = new Axes(Axis.Method.all(), null);

  /// @throws IllegalArgumentException if the two are the same variable or cannot go together, or
  ///   make too many cells; the message says in one line why
  public Axes {
    if (down != null) {
      requireCompatible(across, down);
    }
  }

  /// Reads both, as [Axis#parse] does.
  ///
  /// @param down empty for nothing
  /// @throws IllegalArgumentException if one is no axis, or the two cannot go together
  public static Axes parse(String across, String down) {
    return new Axes(Axis.parse(across), down.isEmpty() ? null : Axis.parse(down));
  }

  /// Whether cells have the λ of the base: no axis is λ or decides how it is drawn.
  public boolean holdLambda() {
    return all().noneMatch(Axis::decidesLambda);
  }

  /// How many cells lie side by side.
  public int columns() {
    return across.size();
  }

  /// How many cells lie one below the other.
  public int rows() {
    return down == null ? 1 : down.size();
  }

  private Stream<Axis> all() {
    return Stream.concat(Stream.of(across), Stream.ofNullable(down));
  }

  private static void requireCompatible(Axis across, Axis down) {
    if (across.name().equals(down.name())) {
      throw new RefusedException(SheetReason.SAME_VARIABLE.of(down.name()));
    }
    boolean hasFramework = Stream.of(across, down).anyMatch(Axis.Framework.class::isInstance);
    boolean hasOwn =
        Stream.of(across, down).anyMatch(axis -> axis instanceof Axis.Value || isDraw(axis));
    if (hasFramework && hasOwn) {
      throw new RefusedException(SheetReason.PROFILE_HAS_ITS_OWN.of(across.name(), down.name()));
    }
    if (across.size() * down.size() > Sheet.MOST_CELLS) {
      throw new RefusedException(
          SheetReason.TOO_MANY_CELLS.of(across.size(), down.size(), Sheet.MOST_CELLS));
    }
  }

  private static boolean isDraw(Axis axis) {
    return axis instanceof Axis.Origin origin && origin.part() == Axis.Origin.Part.DRAW;
  }
}
