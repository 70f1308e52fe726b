package org.mixoscope.kernel.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.batch.SampleMix;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.profile.TimmMixup.MinMax;
import org.mixoscope.kernel.profile.TimmMixup.Mode;

/// What timm's `FastCollateMixup` does to one batch after the other: the same random numbers in the
/// same order, hence the same λ and boxes.
///
/// timm computes λ in float32 where it draws one per sample or pair, and so does this: a λ that
/// rounds to 1 leaves the sample alone, and takes no numbers for a box. timm writes into the input
/// pictures while it mixes pairs and halves, but never into one that it still reads from, so that
/// the sources of a [SampleMix] are always the pictures as they came.
///
/// Holds the state of a stream; not thread-safe.
public final class TimmReplay implements Replay {
  private static final Chosen NOTHING = new Chosen(new Mixup(1), new Draw(1, 0.5, 0.5));

  private final TimmMixup settings;
  private final NumpyRandom random;
  private final TimmBoxes boxes;

  /// @param random the state of numpy's generator before the first batch; advanced
  public TimmReplay(TimmMixup settings, NumpyRandom random) {
    this.settings = settings;
    this.random = random;
    this.boxes = new TimmBoxes(settings, random);
  }

  private record Chosen(Method method, Draw draw) {
    SampleMix of(int sample, int partner) {
      return new SampleMix(List.of(sample, partner), method, draw);
    }
  }

  /// {@inheritDoc}
  ///
  /// @param batchSize even, at least 2
  /// @return one entry for each picture that comes out, in their order: as many as go in, or half
  ///   of them in mode half
  /// @throws IllegalArgumentException if the batch size is odd, or the frame so small that no side
  ///   lies between those of `cutmix_minmax`
  @Override
  public List<SampleMix> next(int batchSize, Frame frame) {
    if (batchSize < 2 || batchSize % 2 != 0) {
      throw new IllegalArgumentException(
          "batch size = " + batchSize + ": must be even, at least 2");
    }
    boxes.requireRoom(frame);
    int half = batchSize / 2;
    List<Chosen> chosen =
        switch (settings.mode()) {
          case BATCH -> List.of(forBatch(frame));
          case ELEM -> forEach(batchSize, frame);
          case PAIR, HALF -> forEach(half, frame);
        };
    return IntStream.range(0, settings.mode() == Mode.HALF ? half : batchSize)
        .mapToObj(
            sample -> {
              int partner = batchSize - 1 - sample;
              int index =
                  switch (settings.mode()) {
                    case BATCH -> 0;
                    case ELEM, HALF -> sample;
                    case PAIR -> Math.min(sample, partner);
                  };
              return chosen.get(index).of(sample, partner);
            })
        .toList();
  }

  private Chosen forBatch(Frame frame) {
    if (random.nextDouble() >= settings.prob()) {
      return NOTHING;
    }
    boolean cut = drawsCutMix();
    double alpha = cut ? settings.cutmixAlpha() : settings.mixupAlpha();
    double lambda = random.beta(alpha, alpha);
    return cut ? cutMix(boxes.draw(lambda, frame)) : mixup(lambda);
  }

  /// One kind of number after the other, each for all; boxes come last.
  private List<Chosen> forEach(int count, Frame frame) {
    boolean[] cut = new boolean[count];
    for (int i = 0; i < count; i++) {
      cut[i] = drawsCutMix();
    }
    float[] lambdas = lambdas(cut);
    for (int i = 0; i < count; i++) {
      lambdas[i] = random.nextDouble() < settings.prob() ? lambdas[i] : 1;
    }
    List<Chosen> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (lambdas[i] == 1) {
        chosen.add(NOTHING);
      } else {
        chosen.add(cut[i] ? cutMix(boxes.draw(lambdas[i], frame)) : mixup(lambdas[i]));
      }
    }
    return chosen;
  }

  /// Where both methods are on, λ is drawn for both, and one of them dropped.
  private float[] lambdas(boolean[] cut) {
    double[] ofCutMix = lambdas(settings.cutmixAlpha(), cut.length);
    double[] ofMixup = lambdas(settings.mixupAlpha(), cut.length);
    float[] lambdas = new float[cut.length];
    for (int i = 0; i < cut.length; i++) {
      lambdas[i] = (float) (cut[i] ? ofCutMix[i] : ofMixup[i]);
    }
    return lambdas;
  }

  /// @param alpha 0 for a method that is off and draws nothing
  private double[] lambdas(double alpha, int count) {
    double[] lambdas = new double[count];
    for (int i = 0; alpha > 0 && i < count; i++) {
      lambdas[i] = random.beta(alpha, alpha);
    }
    return lambdas;
  }

  /// Takes a number only where there is a choice.
  private boolean drawsCutMix() {
    if (settings.mixupAlpha() > 0 && settings.cutmixAlpha() > 0) {
      return random.nextDouble() < settings.switchProb();
    }
    return settings.cutmixAlpha() > 0;
  }

  private Chosen mixup(double lambda) {
    return new Chosen(new Mixup(settings.mixupAlpha()), new Draw(lambda, 0.5, 0.5));
  }

  private Chosen cutMix(Draw draw) {
    MinMax range = settings.cutmixMinmax();
    BoxRule rule = settings.version().boxRule();
    return new Chosen(
        range == null
            ? new CutMix(settings.cutmixAlpha(), rule, settings.correctLam())
            : range.method(),
        draw);
  }
}
