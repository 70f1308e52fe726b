package org.mixoscope.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.profile.TimmMixup;
import org.mixoscope.kernel.profile.TimmMixup.MinMax;
import org.mixoscope.kernel.profile.TimmMixup.Mode;
import org.mixoscope.kernel.profile.TimmMixup.Version;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The settings of a run of timm; defaults are those of its training script.
final class TimmReplayOptions {
  @Option(
      names = "--mixup-alpha",
      paramLabel = "α",
      converter = Values.AlphaOrOff.class,
      description = "α of Mixup, timm's --mixup; 0, the default, switches it off.")
  double mixupAlpha;

  @Option(
      names = "--cutmix-alpha",
      paramLabel = "α",
      converter = Values.AlphaOrOff.class,
      description = "α of CutMix, timm's --cutmix; 0, the default, switches it off.")
  double cutmixAlpha;

  @Option(
      names = "--cutmix-minmax",
      paramLabel = "MIN,MAX",
      converter = Range.class,
      description =
          "The range of the sides of CutMix boxes, as shares of those of the pictures. Switches"
              + " CutMix on; boxes then do not follow λ, but λ them.")
  @Nullable MinMax cutmixMinmax;

  @Option(
      names = "--prob",
      paramLabel = "P",
      converter = Values.Unit.class,
      description =
          "Probability that a batch, pair or sample is mixed, timm's --mixup-prob."
              + " The default is 1.")
  double prob = 1;

  @Option(
      names = "--switch-prob",
      paramLabel = "P",
      converter = Values.Unit.class,
      description =
          "Probability of CutMix where both methods are on, timm's --mixup-switch-prob."
              + " The default is 0.5.")
  double switchProb = 0.5;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      converter = ModeChoice.class,
      description =
          "For what λ is drawn, timm's --mixup-mode: once for the batch, for every elem(ent), for"
              + " every pair, or for the half of the batch that then comes out."
              + " The default is batch.")
  Mode mode = Mode.BATCH;

  @Option(
      names = "--correct-lambda",
      negatable = true,
      fallbackValue = "true",
      description =
          "Whether the label of a CutMix follows the pixels, timm's correct_lam, or the λ that was"
              + " drawn. The default is to follow the pixels.")
  boolean correctLambda = true;

  TimmMixup settings(Version version) {
    if (mixupAlpha == 0 && cutmixAlpha == 0 && cutmixMinmax == null) {
      throw Refusal.usage(
          "nothing is mixed: needs --mixup-alpha or --cutmix-alpha above 0, or --cutmix-minmax");
    }
    return new TimmMixup(
        mixupAlpha, cutmixAlpha, cutmixMinmax, prob, switchProb, mode, correctLambda, version);
  }

  static final class ModeChoice extends Choice<Mode> {
    ModeChoice() {
      super(Mode.values(), Mode::id);
    }
  }

  static final class Range implements ITypeConverter<MinMax> {
    @Override
    public MinMax convert(String text) {
      List<Double> bounds =
          Values.parts(text, 2, "must be MIN,MAX such as 0.2,0.8").map(Values::number).toList();
      try {
        return new MinMax(bounds.get(0), bounds.get(1));
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("needs 0 ≤ MIN < MAX ≤ 1");
      }
    }
  }
}
