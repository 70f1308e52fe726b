package org.mixoscope.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Pixels;

/// Curves of several runs, for a figure, and above them what became of each.
///
/// @param name what screen readers say
/// @param runs in their order
/// @param plots beside each other
/// @param document what a file of it carries, to make it again
public record CurveSheet(String name, List<Run> runs, List<Plot> plots, String document) {
  /// Keeps copies.
  public CurveSheet {
    runs = List.copyOf(runs);
    plots = List.copyOf(plots);
  }

  /// One of several.
  ///
  /// @param name of it
  /// @param rgb the colour of its curves
  /// @param numbers what it came to, in one line
  /// @param plane the plane as it sees it; null for none
  public record Run(String name, int rgb, String numbers, @Nullable Plane plane) {}

  /// A part of the plane.
  ///
  /// @param surface uint8 RGB, HWC. Not modified
  /// @param dots what lies on it
  public record Plane(Pixels surface, List<Dot> dots) {
    /// Keeps a copy.
    public Plane {
      dots = List.copyOf(dots);
    }
  }

  /// A sample.
  ///
  /// @param x from the left, 0 to 1
  /// @param y from the top, 0 to 1
  /// @param rgb its colour
  public record Dot(double x, double y, int rgb) {}

  /// One number of all runs.
  ///
  /// @param title what it is
  /// @param last where its axis ends, above 0
  /// @param low value at the bottom
  /// @param high value at the top, above the low one
  /// @param unit of the values at the axis: a pattern of [String#format] for one number
  /// @param curves what is drawn, in its order
  /// @param marks where something was changed
  public record Plot(
      String title,
      double last,
      double low,
      double high,
      String unit,
      List<Curve> curves,
      List<Double> marks) {
    /// Keeps copies.
    public Plot {
      curves = List.copyOf(curves);
      marks = List.copyOf(marks);
    }
  }

  /// Values one after the other; those that are no numbers are left out.
  ///
  /// @param at where each is on the axis
  /// @param values as many
  /// @param rgb their colour
  /// @param dashed whether the line is
  public record Curve(List<Double> at, List<Double> values, int rgb, boolean dashed) {
    /// Keeps copies.
    public Curve {
      at = List.copyOf(at);
      values = List.copyOf(values);
    }
  }
}
