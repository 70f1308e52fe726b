package org.mixoscope.stats;

import java.util.ArrayList;
import java.util.List;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;

/// Statistics of any method, from draws.
final class MonteCarlo {
  private MonteCarlo() {}

  static MixStatistics statistics(
      Method method, Inputs inputs, int sources, long seed, int draws, int bins) {
    List<Double> lambdas = new ArrayList<>(draws);
    List<Double> shares = new ArrayList<>(draws);
    CoverageTally coverage = new CoverageTally(new Grid(inputs.frame()));
    Workspace workspace = new Workspace();
    for (int index = 0; index < draws; index++) {
      Draw draw = method.draw(RandomStreams.of(seed, 0, index), sources);
      Composition composition = method.compose(draw, inputs, workspace);
      lambdas.add(draw.lambda());
      shares.add(composition.shares().getFirst());
      coverage.add(composition);
    }
    return new MixStatistics(
        inputs.frame(),
        Distribution.of(lambdas, bins),
        Distribution.of(shares, bins),
        frequency(shares, 1),
        frequency(shares, 0),
        coverage.map(draws));
  }

  private static Estimate frequency(List<Double> shares, double share) {
    return Estimate.frequency(shares.stream().filter(one -> one == share).count(), shares.size());
  }
}
