package org.mixoscope.kernel.profile;

import java.util.List;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.batch.SampleMix;
import org.mixoscope.kernel.method.CutMix;

/// What torchvision's `v2.MixUp` or `v2.CutMix` does to one batch after the other: λ once for the
/// batch, then for CutMix the column and the row of the centre. Every sample is mixed with the one
/// before it, the first with the last.
///
/// Holds the state of a stream; not thread-safe.
public final class TorchvisionReplay implements Replay {
  /// The profile whose conventions can be replayed.
  public static final Profile PROFILE = Profile.of("torchvision-v2");

  private final Convention convention;
  private final TorchRandom random;

  /// @param convention one of those of [#PROFILE], with any α; torch rounds it to float32
  /// @param random the state of torch's generator before the first batch; advanced
  public TorchvisionReplay(Convention convention, TorchRandom random) {
    this.convention = convention;
    this.random = random;
  }

  /// {@inheritDoc}
  ///
  /// @param batchSize at least 1
  /// @throws IllegalArgumentException if there is no sample
  @Override
  public List<SampleMix> next(int batchSize, Frame frame) {
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch size = " + batchSize + ": must be at least 1");
    }
    Draw draw = draw(frame);
    return IntStream.range(0, batchSize)
        .mapToObj(
            sample ->
                new SampleMix(
                    List.of(sample, Math.floorMod(sample - 1, batchSize)),
                    convention.method(),
                    draw))
        .toList();
  }

  private Draw draw(Frame frame) {
    double lambda = random.beta((float) convention.alpha());
    if (!(convention.method() instanceof CutMix)) {
      return new Draw(lambda, 0.5, 0.5);
    }
    int x = random.nextInt(frame.width());
    int y = random.nextInt(frame.height());
    return new Draw(lambda, (x + 0.5) / frame.width(), (y + 0.5) / frame.height());
  }
}
