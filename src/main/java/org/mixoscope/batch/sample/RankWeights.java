package org.mixoscope.batch.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Fitter;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.batch.Policy.Single;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Trait;

/// How much of a sample's label its own picture and its partners have on average.
final class RankWeights {
  private static final int MOST_DRAWS = 256;
  private static final int FEWEST_DRAWS = 16;

  /// Stands for pictures that keep their own sizes.
  private static final Frame USUAL = new Frame(224, 224);

  private RankWeights() {}

  /// @param means of the own picture and of the partners in the order in which they are taken
  record Ranked(List<Double> means) {
    int sources() {
      return means.size();
    }

    double of(int rank) {
      return means.get(rank);
    }
  }

  /// By the first draws of the policy; fewer where large frames make them slow.
  ///
  /// @param mask that methods mix by, if there is one
  static Ranked of(SampleSettings settings, @Nullable Pixels mask) {
    Frame frame = Objects.requireNonNullElse(settings.frame(), USUAL);
    Pixels fitted = mask == null ? null : Fitter.fitMask(mask, frame, settings.fit());
    Inputs inputs = new Inputs(frame, List.of(), fitted);
    int most =
        settings.policy().choices().stream().mapToInt(choice -> choice.sources()).max().orElse(1);
    int draws = Math.clamp(MOST_DRAWS * USUAL.pixels() / frame.pixels(), FEWEST_DRAWS, MOST_DRAWS);
    double[] sums = new double[most];
    Workspace workspace = new Workspace();
    for (int i = 0; i < draws; i++) {
      List<Double> weights =
          settings
              .policy()
              .single(settings.seed(), i, frame)
              .map(single -> weights(single, inputs, workspace))
              .orElse(List.of(1.0));
      for (int rank = 0; rank < weights.size(); rank++) {
        sums[rank] += weights.get(rank);
      }
    }
    return new Ranked(Arrays.stream(sums).map(sum -> sum / draws).boxed().toList());
  }

  private static List<Double> weights(Single single, Inputs inputs, Workspace workspace) {
    return single.method().type().uses(Trait.PICTURES)
        ? single.draw().weights()
        : Outcome.of(single.method(), single.draw(), inputs, workspace).weights().label();
  }
}
