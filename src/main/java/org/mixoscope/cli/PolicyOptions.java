package org.mixoscope.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.batch.Policy.Choice;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// How the samples of a data set are mixed: by a recipe, a method, a framework's convention, or now
/// by Mixup and now by CutMix.
final class PolicyOptions {
  private static final int USUAL_SOURCES = 4;

  /// Not annotated, see [RecipeOptions].
  final MethodOptions how = new MethodOptions();

  /// Null if none of it was given.
  @ArgGroup(exclusive = false, order = 2, heading = "%nAs a framework does it:%n")
  @Nullable ProfileOptions profileOptions;

  @Option(
      names = "--recipe",
      paramLabel = "FILE|TEXT",
      description =
          "Method, size, fit, smoothing and seed from a recipe: its text, a file with it, or a PNG"
              + " that Mixoscope wrote. Its pictures and its draw have no say.")
  @Nullable String recipeArgument;

  @Option(
      names = "--mixup-alpha",
      paramLabel = "α",
      converter = Values.AlphaOrOff.class,
      description = "Switch between Mixup with this α and CutMix; not with --method.")
  @Nullable Double mixupAlpha;

  @Option(
      names = "--cutmix-alpha",
      paramLabel = "α",
      converter = Values.AlphaOrOff.class,
      description = "Switch between CutMix with this α and Mixup; not with --method.")
  @Nullable Double cutmixAlpha;

  @Option(
      names = "--switch-prob",
      paramLabel = "P",
      converter = Values.Unit.class,
      description = "Probability of CutMix where both are on. The default is 0.5.")
  double switchProb = 0.5;

  @Option(
      names = "--prob",
      paramLabel = "P",
      converter = Values.Unit.class,
      description = "Probability that a sample is mixed at all. The default is 1.")
  double prob = 1;

  @Option(
      names = "--sources",
      paramLabel = "K",
      converter = Count.class,
      description =
          "How many pictures are mixed, for methods that mix up to eight."
              + " The default is 4 for these, else 2.")
  @Nullable Integer sources;

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec command;

  /// The recipe, if one is given.
  @Nullable Recipe recipe() throws RecipeException, PictureException {
    if (recipeArgument == null) {
      return null;
    }
    CommandSpec spec = Objects.requireNonNull(command, "set by picocli");
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (option.group() != null || isSwitch(option) || option.longestName().equals("--sources")) {
        throw Refusal.usage(option.longestName() + ": not with --recipe, which holds it already");
      }
    }
    RecipeArgument argument = RecipeArgument.read(recipeArgument);
    argument.requireMask();
    return argument.recipe();
  }

  private static boolean isSwitch(OptionSpec option) {
    return List.of("--mixup-alpha", "--cutmix-alpha", "--switch-prob")
        .contains(option.longestName());
  }

  /// What is done to every sample.
  ///
  /// @param recipe whose method to use, or null
  Policy policy(@Nullable Recipe recipe) {
    return (recipe == null
            ? described()
            : Policy.of(List.of(new Choice(recipe.method(), 1, recipe.mixedSources().size()))))
        .withProbability(prob);
  }

  /// ε where nothing else is said.
  double smoothing() {
    Profile profile = profile();
    return profile == null ? 0 : profile.smoothing();
  }

  private @Nullable Profile profile() {
    if (profileOptions == null) {
      return null;
    }
    if (profileOptions.profile == null) {
      throw Refusal.usage("--cutmix-minmax: needs a --profile of timm");
    }
    return profileOptions.profile;
  }

  private Policy described() {
    if (mixupAlpha != null || cutmixAlpha != null) {
      return switching();
    }
    Profile profile = profile();
    if (profile != null) {
      Convention convention =
          how.convention(profile, Objects.requireNonNull(profileOptions).cutmixMinmax);
      return Policy.of(List.of(new Choice(convention, 1, 2)));
    }
    Method method = how.method();
    return Policy.of(List.of(new Choice(method, 1, count(method.type()))));
  }

  private Policy switching() {
    CommandSpec spec = Objects.requireNonNull(command, "set by picocli");
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (option.group() != null && !option.longestName().equals("--blending")) {
        throw Refusal.usage(option.longestName() + ": not with --mixup-alpha and --cutmix-alpha");
      }
    }
    double mixup = Objects.requireNonNullElse(mixupAlpha, 0.0);
    double cutmix = Objects.requireNonNullElse(cutmixAlpha, 0.0);
    if (mixup > 0 && cutmix > 0) {
      return Policy.switching(new Mixup(mixup), new CutMix(cutmix), switchProb);
    }
    if (mixup == 0 && cutmix == 0) {
      throw Refusal.usage("nothing is mixed: needs --mixup-alpha or --cutmix-alpha above 0");
    }
    return Policy.of(mixup > 0 ? new Mixup(mixup) : new CutMix(cutmix));
  }

  private int count(MethodType type) {
    if (sources == null) {
      return Math.min(USUAL_SOURCES, type.maxSources());
    }
    if (sources > type.maxSources()) {
      throw Refusal.usage(
          "--sources = %d: %s mixes %d".formatted(sources, type, type.maxSources()));
    }
    return sources;
  }

  static final class Count extends Values.Range {
    Count() {
      super(2, MethodType.MOST_SOURCES);
    }
  }
}
