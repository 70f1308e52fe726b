package org.mixoscope.cli;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.kernel.profile.NumpyRandom;
import org.mixoscope.kernel.profile.Replay;
import org.mixoscope.kernel.profile.TimmMixup.Version;
import org.mixoscope.kernel.profile.TimmReplay;
import org.mixoscope.kernel.profile.TorchRandom;
import org.mixoscope.kernel.profile.TorchvisionReplay;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Whose run is replayed, and its settings.
final class ReplayOptions {
  private static final String TORCHVISION = TorchvisionReplay.PROFILE.id();
  private static final List<String> OF_TORCHVISION = List.of("--method", "--alpha");
  private static final List<String> OF_TIMM =
      List.of(
          "--mixup-alpha",
          "--cutmix-alpha",
          "--cutmix-minmax",
          "--prob",
          "--switch-prob",
          "--mode",
          "--correct-lambda");

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec spec;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      converter = ProfileChoice.class,
      description =
          "Whose draws: torchvision-v2, timm-1.0.28 (and before) or timm-1.0.29 (and after), which"
              + " differ in their boxes. The default is timm-1.0.29.")
  String profile = Version.V1_0_29.id();

  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Values.Seed.class,
      description =
          "timm: the seed that the process which collates gave to numpy, 0 to 2^32 − 1."
              + " torchvision: that of torch.manual_seed, of which torch itself uses the low"
              + " 32 bits. The default is 42.")
  long seed = 42;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      converter = MethodChoice.class,
      description =
          "torchvision: mixup or cutmix, one for all batches. A profile of torchvision needs it;"
              + " those of timm have both.")
  @Nullable String method;

  @Option(
      names = "--alpha",
      paramLabel = "α",
      converter = Alpha.class,
      description = "torchvision: its alpha, λ ~ Beta(α, α). The default is 1.")
  double alpha = 1;

  @Mixin final TimmReplayOptions timm = new TimmReplayOptions();

  /// @param batch how many samples all batches have
  Replay replay(int batch) {
    return profile.equals(TORCHVISION) ? torchvision() : timm(batch);
  }

  private Replay torchvision() {
    refuse(OF_TIMM, "is a setting of timm; %s has --method and --alpha".formatted(TORCHVISION));
    if (method == null) {
      throw Refusal.usage(TORCHVISION + ": needs --method mixup or --method cutmix");
    }
    Convention convention = TorchvisionReplay.PROFILE.convention(method).withAlpha(alpha);
    return new TorchvisionReplay(convention, new TorchRandom(seed));
  }

  private Replay timm(int batch) {
    refuse(OF_TORCHVISION, "goes with --profile " + TORCHVISION);
    if (batch % 2 != 0) {
      throw Refusal.usage("--batch = " + batch + ": must be even");
    }
    if (seed < 0 || seed >= 1L << 32) {
      throw Refusal.usage("--seed = " + seed + ": must be within [0, 2^32)");
    }
    Version version =
        Stream.of(Version.values())
            .filter(one -> one.id().equals(profile))
            .findFirst()
            .orElseThrow();
    return new TimmReplay(timm.settings(version), new NumpyRandom(seed));
  }

  /// Nothing that was typed is left unused in silence.
  private void refuse(List<String> names, String why) {
    for (OptionSpec option :
        Objects.requireNonNull(spec).commandLine().getParseResult().matchedOptions()) {
      if (names.contains(option.longestName())) {
        throw Refusal.usage(option.longestName() + ": " + why);
      }
    }
  }

  static final class ProfileChoice extends Choice<String> {
    ProfileChoice() {
      super(List.of(TORCHVISION, Version.V1_0_28.id(), Version.V1_0_29.id()), Function.identity());
    }
  }

  static final class MethodChoice extends Choice<String> {
    MethodChoice() {
      super(
          TorchvisionReplay.PROFILE.conventions().stream().map(Convention::id).toList(),
          Function.identity());
    }
  }

  static final class Alpha implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      double alpha = Values.number(text);
      float rounded = (float) alpha;
      Values.require(
          rounded > 0 && rounded < Float.POSITIVE_INFINITY,
          "must be above 0 and finite as a float32");
      return alpha;
    }
  }
}
