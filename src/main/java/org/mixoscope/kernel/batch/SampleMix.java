package org.mixoscope.kernel.batch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.method.Trait;

/// What is done to one sample of a batch.
///
/// @param sources indices into the batch of the pictures that are mixed, the sample's own first;
///   pixels and labels are taken in this order, and always from the batch as it was
/// @param method how they are mixed
/// @param draw by which draw
public record SampleMix(List<Integer> sources, Method method, Draw draw) {
  /// λ = 1: nothing of the others.
  static final Draw UNMIXED = new Draw(1, 0.5, 0.5);

  /// @throws IllegalArgumentException if there is no source or an index is negative
  public SampleMix {
    sources = List.copyOf(sources);
    if (sources.isEmpty() || sources.stream().anyMatch(index -> index < 0)) {
      throw new IllegalArgumentException(
          "sources = " + sources + ": needs indices into the batch, the own one first");
    }
  }

  /// A sample that stays as it is. It still has a method, one that gives it back byte for byte, so
  /// that nobody needs to treat it apart.
  public static SampleMix unmixed(int sample, int partner) {
    return new SampleMix(List.of(sample, partner), new Mixup(1), UNMIXED);
  }

  /// Mixes the sample: the one way in which samples of batches, data sets and replays are made.
  ///
  /// @param inputs the pictures in the order of the sources. Not modified
  /// @param workspace memory to work in; the composition may lie in it. Modified
  /// @throws IllegalArgumentException if the method needs an input that is not there
  public Outcome apply(Inputs inputs, Workspace workspace) {
    return Outcome.of(method, draw, inputs, workspace);
  }

  /// Whether nothing of the others was to be taken: λ = 1, and no box given in its place.
  public boolean untouched() {
    return draw.lambda() == 1 && draw.region() == null;
  }

  /// The method's name; `none` for a sample that is left as it is.
  public String methodId() {
    return untouched() ? "none" : method.type().id();
  }

  /// λ as drawn; null where the method draws none.
  public @Nullable Double lambda() {
    return method.type().uses(Trait.LAMBDA) ? draw.lambda() : null;
  }
}
