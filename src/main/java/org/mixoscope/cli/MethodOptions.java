package org.mixoscope.cli;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MaskMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;
import picocli.CommandLine.Option;

/// How to mix: the method and its hyperparameters.
final class MethodOptions {
  @Option(
      names = "--method",
      paramLabel = "NAME",
      converter = MethodChoice.class,
      description =
          "mixup lays both pictures over each other (Zhang et al. 2018), cutmix pastes a box of B"
              + " into A (Yun et al. 2019), mask mixes by a grey picture."
              + " The default is cutmix, or mask if there is a --mask.")
  @Nullable MethodName name;

  @Option(
      names = "--alpha",
      paramLabel = "α",
      converter = Values.Alpha.class,
      description =
          "λ is drawn from Beta(α, α), α > 0: below 1 most mixes are nearly pure, at 1 every λ is"
              + " as likely, above 1 λ gathers at ½. The default is 1.")
  @Nullable Double alpha;

  @Option(
      names = "--box-rule",
      paramLabel = "RULE",
      converter = RuleChoice.class,
      description =
          "How λ and the position become a CutMix box: legacy (torchvision, clovaai, timm to"
              + " 1.0.28), timm-1.0.29, fastai, keras-cv, or unbiased (always inside the frame)."
              + " The default is legacy.")
  @Nullable BoxRule rule;

  @Option(
      names = "--correct-lambda",
      negatable = true,
      fallbackValue = "true",
      description =
          "Whether the label of a CutMix follows λ̂, the share of A in the pixels, or the λ that"
              + " was drawn. The default is to follow λ̂.")
  @Nullable Boolean correctLambda;

  @Option(
      names = "--mask",
      paramLabel = "FILE",
      description =
          "A picture to mix by, or sample:mask: white keeps A, black shows B, grey blends.")
  @Nullable String mask;

  @Option(
      names = "--blending",
      paramLabel = "LIGHT",
      converter = BlendingChoice.class,
      description =
          "srgb blends the stored values as every trainer does, linear-light blends light."
              + " The default is srgb.")
  Blending blending = Blending.SRGB;

  /// The method; options of another one are refused, so that nobody believes they had an effect.
  Method method() {
    MethodName chosen = chosen();
    requireAbsent(chosen != MethodName.CUTMIX, "--box-rule", rule, "cutmix");
    requireAbsent(chosen != MethodName.CUTMIX, "--correct-lambda", correctLambda, "cutmix");
    requireAbsent(chosen != MethodName.MASK, "--mask", mask, "mask");
    requireAbsent(chosen == MethodName.MASK, "--alpha", alpha, "mixup or cutmix");
    double a = Objects.requireNonNullElse(alpha, 1.0);
    return switch (chosen) {
      case MIXUP -> new Mixup(a);
      case CUTMIX ->
          new CutMix(
              a,
              Objects.requireNonNullElse(rule, BoxRule.LEGACY),
              Objects.requireNonNullElse(correctLambda, true));
      case MASK -> new MaskMix();
    };
  }

  private MethodName chosen() {
    if (name == MethodName.MASK && mask == null) {
      throw Refusal.usage("--method mask: needs a --mask FILE");
    }
    return Objects.requireNonNullElse(name, mask == null ? MethodName.CUTMIX : MethodName.MASK);
  }

  /// @param wrong whether the option would have no effect
  /// @param right the methods that it is for
  static void requireAbsent(boolean wrong, String option, @Nullable Object value, String right) {
    if (wrong && value != null) {
      throw Refusal.usage("%s: only for --method %s".formatted(option, right));
    }
  }

  static final class MethodChoice extends Choice<MethodName> {
    MethodChoice() {
      super(MethodName.values(), MethodName::id);
    }
  }

  static final class RuleChoice extends Choice<BoxRule> {
    RuleChoice() {
      super(BoxRule.values(), BoxRule::id);
    }
  }

  static final class BlendingChoice extends Choice<Blending> {
    BlendingChoice() {
      super(Blending.values(), b -> b.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }
}
