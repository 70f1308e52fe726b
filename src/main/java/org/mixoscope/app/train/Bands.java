package org.mixoscope.app.train;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.mixoscope.lab.study.Spread;
import org.mixoscope.lab.study.Study.Point;

/// The runs over several seeds, as far as they are trained.
///
/// @param options what was chosen
/// @param seed the first; the others follow it
/// @param epochs of each run a point for each seed
record Bands(LabOptions options, long seed, List<List<List<Point>>> epochs) {
  Bands {
    epochs = List.copyOf(epochs);
  }

  /// Whether they are of what is seen: another end of the curves is no other training.
  boolean areOf(LabOptions now, long nowSeed) {
    return seed == nowSeed && options.withEpochs(1).equals(now.withEpochs(1));
  }

  boolean isWhole() {
    return epochs.size() == options.epochs();
  }

  /// A number of a run after an epoch.
  ///
  /// @param epoch from 0
  Spread of(int epoch, int run, ToDoubleFunction<Point> value) {
    return Spread.of(epochs.get(epoch).get(run).stream().mapToDouble(value));
  }

  /// After the last epoch.
  Spread last(int run, ToDoubleFunction<Point> value) {
    return of(epochs.size() - 1, run, value);
  }

  int runs() {
    return options.runs().size();
  }

  int seeds() {
    return epochs.getFirst().getFirst().size();
  }
}
