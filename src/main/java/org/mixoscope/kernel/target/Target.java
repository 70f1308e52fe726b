package org.mixoscope.kernel.target;

import java.util.List;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;

/// What a sample is labelled with. Values, never modified.
public sealed interface Target permits ClassMap, ClassWeights, Objects, Quantity {
  /// The target of a mix.
  ///
  /// @param sources the targets of all its sources, this one first, all of this kind
  /// @param composition which weight every source has at every pixel
  /// @param weights of every source in a label that does not look at places
  /// @throws IllegalArgumentException if kinds, sizes or numbers differ
  Target mixed(List<Target> sources, Composition composition, List<Double> weights);

  /// Brought to a frame with its picture; the same where the kind knows no places.
  ///
  /// @param origin how the picture was brought there
  /// @param to the frame
  /// @throws IllegalArgumentException if it is not that of the stored picture
  Target moved(Origin origin, Frame to);

  /// What a picture of the same size has that has no label: as little of everything as can be.
  Target unlabelled();

  /// With label smoothing; the same where the kind knows none.
  ///
  /// @param smoothing ε within [0, 1)
  /// @throws IllegalArgumentException if ε is out of range
  Target smoothed(double smoothing);

  /// All targets as those of one kind.
  ///
  /// @throws IllegalArgumentException if one is of another kind
  static <T extends Target> List<T> all(Class<T> kind, List<Target> targets) {
    for (Target target : targets) {
      if (!kind.isInstance(target)) {
        throw new IllegalArgumentException(
            "target = %s: cannot be mixed with %s".formatted(target, kind.getSimpleName()));
      }
    }
    return targets.stream().map(kind::cast).toList();
  }
}
