package org.mixoscope.app.train;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.lab.Examples;

/// All runs at one moment, for the eye. Nothing in it changes any more.
///
/// @param options as they are now
/// @param data what they are trained and tested on
/// @param stepsPerEpoch how many steps an epoch has
/// @param lanes each run
/// @param marks what was changed on the way, in its order
record LabView(
    LabOptions options,
    Examples.Split data,
    int stepsPerEpoch,
    List<LaneView> lanes,
    List<Mark> marks) {
  LabView {
    lanes = List.copyOf(lanes);
    marks = List.copyOf(marks);
  }

  /// Steps that each has taken.
  long steps() {
    return lanes.getFirst().steps();
  }

  /// Whether nothing was trained yet.
  boolean isAtStart() {
    return steps() == 0;
  }

  /// Epochs after so many steps, with their fraction.
  double epochs(long steps) {
    return (double) steps / stepsPerEpoch;
  }

  /// Whether the curves are those of another view: they grow by epochs, and views come by frames.
  boolean hasCurvesOf(@Nullable LabView other) {
    return other != null
        && marks.equals(other.marks)
        && lastEpoch() == other.lastEpoch()
        && lanes.size() == other.lanes.size()
        && IntStream.range(0, lanes.size())
            .allMatch(k -> lanes.get(k).points().equals(other.lanes.get(k).points()));
  }

  /// Where the axis of epochs ends.
  double lastEpoch() {
    return Math.max(options.epochs(), epochs(steps()));
  }

  /// Steps until it stops by itself; 0 if it has stopped, or gone further.
  long left() {
    return Math.max(0, (long) options.epochs() * stepsPerEpoch - steps());
  }

  /// With other choices.
  LabView with(LabOptions others, Examples.Split samples, List<Mark> marked) {
    return new LabView(others, samples, stepsPerEpoch, lanes, marked);
  }
}
