package org.mixoscope.kernel.method;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;

/// What properties of methods are tried with.
final class Given {
  private Given() {}

  /// Frames up to a height and a width.
  static Arbitrary<Frame> frames(int highest, int widest) {
    return Combinators.combine(
            Arbitraries.integers().between(1, highest), Arbitraries.integers().between(1, widest))
        .as(Frame::new);
  }

  /// Draws for a pair, λ and position of so many decimals.
  static Arbitrary<Draw> draws(int decimalsOfLambda, int decimalsOfPosition) {
    Arbitrary<Double> unit =
        Arbitraries.doubles().between(0, true, 1, false).ofScale(decimalsOfPosition);
    Arbitrary<Double> lambda = Arbitraries.doubles().between(0, 1).ofScale(decimalsOfLambda);
    return Combinators.combine(lambda, unit, unit).as(Draw::new);
  }
}
