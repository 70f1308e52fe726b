package org.mixoscope.stats;

import java.util.Arrays;
import java.util.List;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.RandomStreams;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;

/// What becomes of λ over the first draws of a seed: as drawn, and as the pixels have it.
///
/// @param drawn how many λ fell into each of the equal bins of [0, 1]
/// @param effective how many λ̂ did
/// @param meanDrawn mean of λ
/// @param meanEffective mean of λ̂
public record LambdaHistogram(
    List<Integer> drawn, List<Integer> effective, double meanDrawn, double meanEffective) {

  /// Draws and composes for a pair, without touching a pixel.
  ///
  /// @param method one that needs no pictures to compose
  /// @param draws how many, at least 1
  /// @param bins how many, at least 1
  /// @throws IllegalArgumentException if a number is below 1 or the method needs pictures
  public static LambdaHistogram of(Method method, long seed, Frame frame, int draws, int bins) {
    return of(method, seed, Inputs.of(frame), 2, draws, bins);
  }

  /// Like the form for a pair, with any number of sources; λ is the weight of the first.
  ///
  /// @param inputs the frame, perhaps a small one that stands for the whole. Not modified
  /// @param sources how many there are, at least 2
  public static LambdaHistogram of(
      Method method, long seed, Inputs inputs, int sources, int draws, int bins) {
    requirePositive("draws", draws);
    requirePositive("bins", bins);
    Integer[] drawn = zeros(bins);
    Integer[] effective = zeros(bins);
    double sumDrawn = 0;
    double sumEffective = 0;
    Workspace workspace = new Workspace();
    for (int index = 0; index < draws; index++) {
      Draw draw = method.draw(RandomStreams.of(seed, 0, index), sources);
      double share = method.compose(draw, inputs, workspace).shares().getFirst();
      drawn[bin(draw.lambda(), bins)]++;
      effective[bin(share, bins)]++;
      sumDrawn += draw.lambda();
      sumEffective += share;
    }
    return new LambdaHistogram(
        List.of(drawn), List.of(effective), sumDrawn / draws, sumEffective / draws);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("%s = %d: must be at least 1".formatted(name, value));
    }
  }

  private static int bin(double lambda, int bins) {
    return Math.min(bins - 1, (int) (lambda * bins));
  }

  private static Integer[] zeros(int bins) {
    Integer[] counts = new Integer[bins];
    Arrays.fill(counts, 0);
    return counts;
  }
}
