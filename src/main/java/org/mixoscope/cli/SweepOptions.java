package org.mixoscope.cli;

import org.jspecify.annotations.Nullable;
import org.mixoscope.figure.Sweep;
import org.mixoscope.recipe.Recipe;
import picocli.CommandLine.Option;

/// What moves in a figure that does.
final class SweepOptions {
  @Option(
      names = "--sweep",
      paramLabel = "WHAT",
      converter = SweepChoice.class,
      description =
          "What moves in a .gif: lambda from 0 to 1, or the draws of the seed. The default is"
              + " lambda where the method uses it.")
  Sweep.@Nullable Over over;

  @Option(
      names = "--frames",
      paramLabel = "N",
      converter = Frames.class,
      description = "How many frames a .gif has, 2 to 200. The default is 21, or 12 draws.")
  @Nullable Integer frames;

  /// The sweep of a recipe.
  Sweep sweep(Recipe recipe) {
    Sweep usual = Sweep.usual(recipe);
    Sweep.Over chosen = over == null ? usual.over() : over;
    FigureCommand.require(
        chosen.suits(recipe),
        "--sweep lambda: %s uses no λ, --sweep draws".formatted(recipe.method().type()));
    return new Sweep(chosen, frames == null ? chosen.usualFrames() : frames);
  }

  static final class SweepChoice extends Choice<Sweep.Over> {
    SweepChoice() {
      super(Sweep.Over.values(), Sweep.Over::id);
    }
  }

  static final class Frames extends Values.Range {
    Frames() {
      super(2, Sweep.MOST_FRAMES);
    }
  }
}
