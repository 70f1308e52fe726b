package org.mixoscope.lab;

import org.jspecify.annotations.Nullable;
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
public record Experiment(
    String name,
    NetSpec net,
    Optimiser optimiser,
    @Nullable BatchPlanner mixing,
    double smoothing,
    int batchSize) {
  private static final int MOST = 4096;

  /// @throws IllegalArgumentException if a number is out of its range
  public Experiment {
    SoftLabels.requireSmoothing(smoothing);
    if (batchSize < 1 || batchSize > MOST) {
      throw new RefusedException(LabReason.OUT_OF_RANGE.of("batch", batchSize, 1, MOST));
    }
  }

  /// With another optimiser.
  public Experiment with(Optimiser other) {
    return new Experiment(name, net, other, mixing, smoothing, batchSize);
  }

  /// With other mixing, or none.
  public Experiment mixedBy(String newName, @Nullable BatchPlanner planner) {
    return new Experiment(newName, net, optimiser, planner, smoothing, batchSize);
  }
}
