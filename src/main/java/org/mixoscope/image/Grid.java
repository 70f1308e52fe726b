package org.mixoscope.image;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Where the voxels of a volume lie.
///
/// @param spacing millimetres from one to the next along columns, rows and slices
/// @param axes the directions of these three, in nine numbers of length 1 each three; empty if they
///   are not known
public record Grid(List<Double> spacing, List<Double> axes) {
  private static final double NEAR = 1e-3;

  /// Keeps copies.
  public Grid {
    spacing = List.copyOf(spacing);
    axes = List.copyOf(axes);
  }

  /// Whether voxels are of the same size, to a thousandth.
  public boolean isSpacedAs(Grid other) {
    return IntStream.range(0, spacing.size())
        .allMatch(
            i ->
                Math.abs(spacing.get(i) - other.spacing.get(i)) <= NEAR * Math.abs(spacing.get(i)));
  }

  /// Whether the axes have the same directions, or one of both does not say.
  public boolean isTurnedAs(Grid other) {
    return axes.size() != other.axes.size()
        || IntStream.range(0, axes.size())
            .allMatch(i -> Math.abs(axes.get(i) - other.axes.get(i)) <= NEAR);
  }

  /// `0.5×0.5×2 mm`.
  @Override
  public String toString() {
    return "%s×%s×%s mm".formatted(spacing.stream().map(Grid::plain).toArray());
  }

  private static String plain(double value) {
    return String.format(Locale.ROOT, "%.4f", value).replaceFirst("\\.?0+$", "");
  }
}
