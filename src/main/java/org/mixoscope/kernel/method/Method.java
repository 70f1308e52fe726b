package org.mixoscope.kernel.method;

import java.util.List;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;

/// How to mix. Drawing and applying are always two calls: a screen edits what was drawn, a batch
/// draws it, both apply it.
public sealed interface Method permits Mixup, CutMix, MaskMix {
  /// Draws the random variables of one mix.
  ///
  /// @param random the stream of this sample; advanced
  Draw draw(RandomGenerator random);

  /// Makes a draw definite: the weight of every source at every pixel. Pure.
  ///
  /// @throws IllegalArgumentException if the method needs an input that is not there
  Composition compose(Draw draw, Inputs inputs);

  /// The weight of every source in the label: the exact shares of the pixels, unless the method
  /// follows a convention that says otherwise.
  ///
  /// @param composition what [#compose] made of the same draw
  default List<Double> labelWeights(Draw draw, Composition composition) {
    return composition.shares();
  }
}
