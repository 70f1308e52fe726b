package org.mixoscope.app.train;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.lab.study.Study.Point;

/// A run at one moment, for the eye. Nothing in it changes any more.
///
/// @param steps taken
/// @param points of each completed epoch
/// @param picture what it looks like
/// @param seconds that its last steps took, without the picture
record LaneView(long steps, List<Point> points, LaneView.Picture picture, double seconds) {
  LaneView {
    points = List.copyOf(points);
  }

  /// After the last epoch; null before the first is complete.
  @Nullable Point last() {
    return points.isEmpty() ? null : points.getLast();
  }

  /// What a network looks like.
  sealed interface Picture {}

  /// One for points of the plane.
  ///
  /// @param colours what it says at every place of [PlaneGrid]: BGRA, premultiplied
  /// @param mixed what it was trained on last: points
  /// @param labels of these
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Surface(Pixels colours, float[][] mixed, float[][] labels) implements Picture {}

  /// One for pictures.
  ///
  /// @param weights of the first layer, a row for each unit
  /// @param wrong the test pictures that it is most wrong of, the worst first
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Sight(float[][] weights, List<Guess> wrong) implements Picture {}

  /// What a network says of a test sample.
  ///
  /// @param index among the test samples
  /// @param own its class
  /// @param said what the network says
  /// @param confidence the probability of that
  /// @param right the probability of its own class
  record Guess(int index, int own, int said, double confidence, double right) {}

  /// Test samples of a class that a network says are of another, or the same.
  ///
  /// @param count how many there are
  /// @param some of them, those that it is surest of first
  record Cell(int own, int said, int count, List<Guess> some) {
    Cell {
      some = List.copyOf(some);
    }
  }
}
