package org.mixoscope.cli;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMixMinMax;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.Source;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/// The options that make up a recipe, shared by the commands that mix.
final class RecipeOptions {
  /// The first of the groups of options that a recipe holds already. It is not annotated: who makes
  /// the command adds [MethodOptions#group] to it.
  final MethodOptions how = new MethodOptions();

  /// Null, like the next groups, if none of it was given.
  @ArgGroup(exclusive = false, order = 2, heading = "%nAs a framework does it:%n")
  @Nullable ProfileOptions profileOptions;

  @ArgGroup(exclusive = false, order = 3, heading = "%nWhat is drawn:%n")
  @Nullable DrawOptions drawOptions;

  @ArgGroup(exclusive = false, order = 4, heading = "%nPictures and labels:%n")
  @Nullable PictureOptions pictureOptions;

  @Mixin final Sources sources = new Sources();

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec command;

  /// The recipe that was read, null before that and if there is none.
  private @Nullable RecipeArgument given;

  /// The recipe that the options describe.
  ///
  /// @param reader asked for the size of A if a box in pixels needs it
  Recipe recipe(SourceReader reader) throws RecipeException, IOException {
    Recipe recipe = settings(reader);
    if (given != null) {
      given.requireFound(recipe);
    }
    return recipe;
  }

  /// The same, but pictures of a recipe from elsewhere may be missing.
  Recipe settings(SourceReader reader) throws RecipeException, IOException {
    if (sources.recipe == null) {
      return described(reader);
    }
    requireNothingElse();
    RecipeArgument argument = RecipeArgument.read(sources.recipe);
    given = argument;
    return sources.replaceIn(argument.recipe());
  }

  /// What the sheet varies that the recipe was taken from, which is read; null if it was none.
  @Nullable Axes axes() {
    return given == null ? null : given.content().axes();
  }

  private Recipe described(SourceReader reader) throws IOException {
    DrawOptions draw = Objects.requireNonNullElseGet(drawOptions, DrawOptions::new);
    PictureOptions what = Objects.requireNonNullElseGet(pictureOptions, PictureOptions::new);
    Profile profile = profile();
    Convention convention =
        profile == null
            ? null
            : how.convention(profile, Objects.requireNonNull(profileOptions).cutmixMinmax);
    Method method = convention == null ? how.method() : convention.method();
    List<Source> pictures =
        sources.all(
            what.classes == null ? null : what.classes.names(),
            what.annotations,
            method.type().maxSources() == 1);
    int most = method.type().maxSources();
    if (pictures.size() > most && sources.pictures.size() > most) {
      throw Refusal.usage(
          "--method %s: mixes %d %s, not %d"
              .formatted(method.type(), most, most == 1 ? "picture" : "pictures", pictures.size()));
    }
    if (method.type().uses(Trait.MARKS) && what.annotations.isEmpty()) {
      throw Refusal.usage(
          "--method %s: needs an --annotation FILE that says what is where in B"
              .formatted(method.type()));
    }
    if (convention != null && convention.method() instanceof CutMixMinMax && draw.isByHand()) {
      throw Refusal.usage(
          "--cutmix-minmax: draws the box, leave out --lambda, --weights, --at and --box");
    }
    if (convention != null && draw.draw != 0) {
      throw Refusal.usage("--draw: not with --profile, of which the first draw is taken");
    }
    Recipe drawn =
        Recipe.of(method, draw.seed, pictures)
            .drawn(draw.draw)
            .withMask(how.mask())
            .with(what.size, what.fit)
            .with(what.decoding)
            .with(how.blending());
    if (profile != null && convention != null) {
      drawn = as(convention, profile.smoothing(), drawn, DrawOptions.frame(drawn, reader));
    }
    if (what.smoothing != null) {
      drawn = drawn.withSmoothing(what.smoothing);
    }
    return draw.applyTo(drawn, reader);
  }

  private static Recipe as(Convention convention, double smoothing, Recipe recipe, Frame frame) {
    try {
      return recipe.as(convention, smoothing, frame);
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--" + e.getMessage());
    }
  }

  /// Whose convention is followed, or null.
  @Nullable Profile profile() {
    if (profileOptions == null) {
      return null;
    }
    if (profileOptions.profile == null) {
      throw Refusal.usage("--cutmix-minmax: needs a --profile of timm");
    }
    return profileOptions.profile;
  }

  private void requireNothingElse() {
    CommandSpec spec = Objects.requireNonNull(command, "set by picocli");
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (option.group() != null) {
        throw Refusal.usage(option.longestName() + ": not with --recipe, which holds it already");
      }
    }
  }
}
