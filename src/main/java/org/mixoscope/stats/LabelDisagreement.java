package org.mixoscope.stats;

import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Drawing;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.batch.Weights;
import org.mixoscope.kernel.method.Inputs;

/// How far labels are from what the pixels show.
public final class LabelDisagreement {
  /// What all decisions of a batch share is drawn from another epoch than what each has for itself.
  private static final long SHARED = 1;

  private LabelDisagreement() {}

  /// E|w − λ̂|, with w the weight of A in the label before smoothing and λ̂ its share of the
  /// pixels; from draws for pairs, each the first of a batch of its own. Exactly 0 in every draw is
  /// given with a standard error of 0, which is no proof. Pure.
  ///
  /// @param drawing how a framework draws; its method needs no pictures
  /// @param seed of the draws
  /// @param draws how many, at least 2
  /// @throws IllegalArgumentException if there are fewer draws, or the frame is too small for what
  ///   the framework draws
  public static Estimate of(Drawing drawing, Frame frame, long seed, int draws) {
    if (draws < 2) {
      throw new IllegalArgumentException("draws = " + draws + ": must be at least 2");
    }
    Inputs inputs = Inputs.of(frame);
    Workspace workspace = new Workspace();
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      Draw draw =
          drawing.draw(RandomStreams.of(seed, 0, i), RandomStreams.of(seed, SHARED, i), frame, 2);
      Weights weights = Outcome.of(drawing.method(), draw, inputs, workspace).weights();
      double off = Math.abs(weights.label().getFirst() - weights.pixels().getFirst());
      sum += off;
      squares += off * off;
    }
    return Estimate.mean(sum, squares, draws);
  }
}
