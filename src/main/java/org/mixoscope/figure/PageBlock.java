package org.mixoscope.figure;

import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;

/// What is to fill a page of one height: pictures as large as fits, and where they would become too
/// small, everything smaller. What does not fill the page lies in the middle of its height.
///
/// @param sized the content with pictures of a size within (0, 1]
/// @param smallest size of pictures before all becomes smaller
/// @param room the height of the page
record PageBlock(DoubleFunction<Block> sized, double smallest, double room) implements Block {
  private static final int STEPS = 12;

  /// What fits.
  ///
  /// @param pictures their size
  /// @param zoom of all, at most 1
  record Fit(double pictures, double zoom) {}

  @Override
  public double height(double width) {
    return room;
  }

  /// The largest that fits at a width.
  Fit fit(double width) {
    double pictures = largest(smallest, size -> sized.apply(size).height(width) <= room);
    Block content = sized.apply(pictures);
    return content.height(width) <= room
        ? new Fit(pictures, 1)
        : new Fit(pictures, largest(0.05, zoom -> content.height(width / zoom) * zoom <= room));
  }

  /// @return the least if nothing fits
  private static double largest(double least, DoublePredicate fits) {
    if (fits.test(1)) {
      return 1;
    }
    double low = least;
    double high = 1;
    for (int i = 0; i < STEPS; i++) {
      double middle = (low + high) / 2;
      if (fits.test(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public void draw(Pen pen, double x, double y, double width) {
    Fit fit = fit(width);
    Block content = sized.apply(fit.pictures);
    double free = room - content.height(width / fit.zoom) * fit.zoom;
    pen.zoomed(
        x,
        y + Math.max(0, free / 2),
        fit.zoom,
        smaller -> content.draw(smaller, 0, 0, width / fit.zoom));
  }
}
