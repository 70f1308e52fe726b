package org.mixoscope.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.PictureException;
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
  /// The groups of options that a recipe holds already; a group is null if none of it was given.
  @ArgGroup(exclusive = false, order = 1, heading = "%nHow to mix:%n")
  @Nullable MethodOptions methodOptions;

  @ArgGroup(exclusive = false, order = 2, heading = "%nWhat is drawn:%n")
  @Nullable DrawOptions drawOptions;

  @ArgGroup(exclusive = false, order = 3, heading = "%nPictures and labels:%n")
  @Nullable PictureOptions pictureOptions;

  @Mixin final Sources sources = new Sources();

  @Spec(Spec.Target.MIXEE)
  @Nullable CommandSpec command;

  /// The recipe that the options describe.
  ///
  /// @param reader asked for the size of A if a box in pixels needs it
  Recipe recipe(SourceReader reader) throws RecipeException, PictureException {
    if (sources.recipe == null) {
      return described(reader);
    }
    requireNothingElse();
    return sources.replaceIn(RecipeArgument.read(sources.recipe));
  }

  private Recipe described(SourceReader reader) throws PictureException {
    MethodOptions how = Objects.requireNonNullElseGet(methodOptions, MethodOptions::new);
    DrawOptions draw = Objects.requireNonNullElseGet(drawOptions, DrawOptions::new);
    PictureOptions what = Objects.requireNonNullElseGet(pictureOptions, PictureOptions::new);
    List<Source> pair = sources.pair(what.classes);
    Recipe drawn =
        Recipe.of(how.method(), draw.seed, pair.get(0), pair.get(1))
            .withMask(how.mask == null ? null : Sources.location(how.mask))
            .with(what.size, what.fit)
            .with(how.blending)
            .withSmoothing(what.smoothing);
    return draw.applyTo(drawn, reader);
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
