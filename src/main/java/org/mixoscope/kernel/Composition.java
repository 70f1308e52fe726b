package org.mixoscope.kernel;

import java.util.List;

/// A draw made definite for one frame: which weight every source has at every pixel, `Σₖ Wₖ = 1`.
/// Pixels and labels both follow from it, so they cannot disagree.
public sealed interface Composition permits Blend, Patchwork, Matte {
  /// The frame that it is for.
  Frame frame();

  /// How many sources it mixes.
  int sources();

  /// The weight of a source at a pixel, within [0, 1].
  double weightAt(int source, int y, int x);

  /// The source whose value a pixel takes where values cannot be blended, such as indices of
  /// classes: the one with the largest weight, of equal ones the first.
  default int ownerAt(int y, int x) {
    int owner = 0;
    for (int k = 1; k < sources(); k++) {
      owner = weightAt(k, y, x) > weightAt(owner, y, x) ? k : owner;
    }
    return owner;
  }

  /// The exact mean weight of every source, in their order; sums to 1. For a pair the first is λ̂.
  List<Double> shares();
}
