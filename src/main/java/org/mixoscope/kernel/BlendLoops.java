package org.mixoscope.kernel;

import java.util.List;

/// Blends with one weight per source, a small chunk on the heap at a time.
final class BlendLoops {
  /// Elements, or ints of several elements, per chunk. With 1024 a mix takes half as long again.
  static final int CHUNK = 256;

  private BlendLoops() {}

  static void blend(
      Blend blend, Blending blending, List<Pixels> sources, Pixels out, Workspace workspace) {
    List<Double> weights = blend.weights();
    int alone = alone(weights);
    if (alone >= 0) {
      Bytes.copy(sources.get(alone).memory(), 0, out.memory(), 0, out.byteSize());
    } else if (weights.size() == 2 && blending == Blending.SRGB) {
      Elements.blendPair(weights, sources, out, workspace);
    } else {
      WeightedSum sum = Elements.weightedSum(out.type(), blending, CHUNK, workspace);
      blendAny(weights, sum, sources, out);
    }
  }

  /// The last source whose weight float32 cannot tell from 1; −1 for none.
  private static int alone(List<Double> weights) {
    int alone = -1;
    for (int k = 0; k < weights.size(); k++) {
      alone = weights.get(k).floatValue() == 1 ? k : alone;
    }
    return alone;
  }

  /// Any number of sources, any type and light.
  private static void blendAny(
      List<Double> weights, WeightedSum sum, List<Pixels> sources, Pixels out) {
    long elements = out.elements();
    for (long at = 0; at < elements; at += CHUNK) {
      int n = (int) Math.min(CHUNK, elements - at);
      sum.clear();
      for (int k = 0; k < weights.size(); k++) {
        sum.add(sources.get(k).memory(), at, weights.get(k), n);
      }
      sum.write(out.memory(), at, n);
    }
  }
}
