package org.mixoscope.lab;

import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.kernel.batch.BatchPlanner;

/// How a network is trained. Of runs side by side only the mixing differs.
///
/// @param name of the run: `none`, `mixup α=0.2`
/// @param net the network
/// @param optimiser how weights follow their gradients
/// @param mixing how batches are mixed; null for not at all
/// @param smoothing label smoothing ε within [0, 1), before labels are mixed
/// @param batchSize samples a step, within [1, 4096]
/// @param mask for methods that mix by one: a single channel of the size of the samples; else null
public record Experiment(
    String name,
    NetSpec net,
    Optimiser optimiser,
    @Nullable BatchPlanner mixing,
    double smoothing,
    int batchSize,
    @Nullable Pixels mask) {
  private static final int MOST = 4096;

  /// @throws IllegalArgumentException if a number is out of its range
  public Experiment {
    SoftLabels.requireSmoothing(smoothing);
    if (batchSize < 1 || batchSize > MOST) {
      throw new RefusedException(LabReason.OUT_OF_RANGE.of("batch", batchSize, 1, MOST));
    }
  }

  /// Without a mask.
  ///
  /// @throws IllegalArgumentException if a number is out of its range
  public Experiment(
      String name,
      NetSpec net,
      Optimiser optimiser,
      @Nullable BatchPlanner mixing,
      double smoothing,
      int batchSize) {
    this(name, net, optimiser, mixing, smoothing, batchSize, null);
  }

  /// With another optimiser.
  public Experiment with(Optimiser other) {
    return new Experiment(name, net, other, mixing, smoothing, batchSize, mask);
  }

  /// With other mixing, or none.
  public Experiment mixedBy(String newName, @Nullable BatchPlanner planner) {
    return new Experiment(newName, net, optimiser, planner, smoothing, batchSize, mask);
  }
}
