package org.mixoscope.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.method.Method;
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

  /// Null, like the next group, if none of it was given.
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
    DrawOptions draw = Objects.requireNonNullElseGet(drawOptions, DrawOptions::new);
    PictureOptions what = Objects.requireNonNullElseGet(pictureOptions, PictureOptions::new);
    List<Source> pictures = sources.all(what.classes == null ? null : what.classes.names());
    Method method = how.method();
    if (pictures.size() > method.type().maxSources()) {
      throw Refusal.usage(
          "--method %s: mixes %d pictures, not %d"
              .formatted(method.type(), method.type().maxSources(), pictures.size()));
    }
    Recipe drawn =
        Recipe.of(method, draw.seed, pictures)
            .withMask(how.mask())
            .with(what.size, what.fit)
            .with(how.blending())
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
