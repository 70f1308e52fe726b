package org.mixoscope.kernel.target;

import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/// The label of a picture by what can be seen in it, as OA-CutMix (arXiv 2606.04820) has it: each
/// class has the share of its visible pixels, weighed by what a blend left of them, of those of all
/// classes. Where none can be seen every class has 0: such a sample teaches nothing, and no class
/// haunts it.
///
/// @param classes K
/// @param background the class of maps that stands for no object and has no weight; empty if there
///   is none
/// @param smoothing ε within [0, 1), over all classes; where there is no label nothing is smoothed
public record AreaLabel(int classes, OptionalInt background, double smoothing) {
  /// The label.
  ///
  /// @param target of the picture, objects or a class map
  /// @throws IllegalArgumentException if it is of another kind, or has a class that is K or above
  public ClassWeights of(Target target) {
    double[] areas =
        switch (target) {
          case Objects objects -> objects.areas(classes);
          case ClassMap map -> areas(map);
          case ClassWeights _, Quantity _ ->
              throw new IllegalArgumentException(
                  "target = %s: has no areas; needs objects or a class map".formatted(target));
        };
    double sum = DoubleStream.of(areas).sum();
    if (sum == 0) {
      return ClassWeights.of(areas);
    }
    return ClassWeights.of(DoubleStream.of(areas).map(area -> area / sum).toArray())
        .smoothed(smoothing);
  }

  private double[] areas(ClassMap map) {
    double[] areas = map.areas(classes);
    background.ifPresent(index -> areas[index] = 0);
    return areas;
  }
}
