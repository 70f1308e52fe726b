package org.mixoscope.kernel.course;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mixoscope.kernel.batch.Weights;

/// The weights of a clip: the means of those of its frames. Frames have the same number of pixels,
/// so the mean of their exact shares is that of all weights over space and time.
public final class MeanWeights {
  private final List<Double> first = new ArrayList<>();
  private double[] beyond = {};
  private int frames;

  /// Of no frame yet.
  public MeanWeights() {}

  /// Adds the weights of one frame.
  public void add(Weights weights) {
    List<Double> all = joined(weights);
    if (frames == 0) {
      first.addAll(all);
      beyond = new double[all.size()];
    }
    // Of frames that are alike the mean is then what each has, to the last bit.
    for (int k = 0; k < beyond.length; k++) {
      beyond[k] += all.get(k) - first.get(k);
    }
    frames++;
  }

  private static List<Double> joined(Weights weights) {
    List<Double> all = new ArrayList<>(weights.label());
    all.addAll(weights.pixels());
    return all;
  }

  /// The means so far.
  ///
  /// @throws IllegalStateException if there is no frame
  public Weights weights() {
    if (frames == 0) {
      throw new IllegalStateException("a clip has a frame");
    }
    List<Double> means =
        IntStream.range(0, beyond.length)
            .mapToObj(k -> Math.clamp(first.get(k) + beyond[k] / frames, 0.0, 1.0))
            .toList();
    int sources = means.size() / 2;
    return new Weights(means.subList(0, sources), means.subList(sources, means.size()));
  }
}
