package org.mixoscope.text;

import java.util.List;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.method.Parameter;

/// A way to mix texts, with its hyperparameters. As for pictures, drawing and composing are two
/// calls, and composing is a pure function of the draw.
public sealed interface TextMethod permits SpanCutMix, WordMix, SentenceMix {
  /// α of all of them; 1 makes all λ alike.
  Parameter.Real ALPHA = Parameter.Real.alpha(1);

  /// Its kind.
  TextMethodType type();

  /// α of the Beta or Dirichlet distribution, above 0.
  double alpha();

  /// The same with another α.
  ///
  /// @throws IllegalArgumentException if it is not a positive, finite number
  TextMethod withAlpha(double alpha);

  /// Draws the random variables of one mix.
  ///
  /// @param random advanced
  /// @param sources how many texts there are, at least 2
  Draw draw(RandomGenerator random, int sources);

  /// Makes a draw definite.
  ///
  /// @param passages as many as the draw has weights
  TextComposition compose(Draw draw, List<Passage> passages);
}
