package org.mixoscope.figure;

import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.mixoscope.dataset.SourceReader.Marked;
import org.mixoscope.image.AnimatedGif;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;

/// A figure that moves: the same one over several mixes.
///
/// @param over what varies from frame to frame
/// @param frames how many, 2 to 200
public record Sweep(Over over, int frames) {
  /// The most frames.
  public static final int MOST_FRAMES = 200;

  /// What varies.
  public enum Over {
    /// λ from 0 to 1.
    LAMBDA(21, 10, 80),
    /// The draws of the seed, from that of the recipe on.
    DRAWS(12, 70, 70);

    private final int usualFrames;
    private final int delay;
    private final int endDelay;

    Over(int usualFrames, int delay, int endDelay) {
      this.usualFrames = usualFrames;
      this.delay = delay;
      this.endDelay = endDelay;
    }

    /// Its name on the command line.
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// How many frames it has if nobody says how many.
    public int usualFrames() {
      return usualFrames;
    }

    /// Whether it changes a recipe's mix.
    public boolean suits(Recipe recipe) {
      return this == DRAWS || recipe.method().type().uses(Trait.LAMBDA);
    }
  }

  /// Is told how far the work is.
  public interface Progress {
    /// After each frame.
    ///
    /// @return whether to go on
    boolean done(int frames, int of);
  }

  /// @throws IllegalArgumentException if there are too few or too many frames
  public Sweep {
    if (frames < 2 || frames > MOST_FRAMES) {
      throw new RefusedException(FigureReason.FRAMES.of(frames, 2, MOST_FRAMES));
    }
  }

  /// What suits a recipe: λ if its method uses it.
  public static Sweep usual(Recipe recipe) {
    Over over = Over.LAMBDA.suits(recipe) ? Over.LAMBDA : Over.DRAWS;
    return new Sweep(over, over.usualFrames());
  }

  /// The mix of a frame.
  public Recipe frame(Recipe recipe, int k) {
    return switch (over) {
      case LAMBDA -> recipe.with(recipe.draw().withLambda((double) k / (frames - 1)));
      case DRAWS -> recipe.drawn(recipe.index() + k);
    };
  }

  /// The contents of a GIF that plays for ever.
  ///
  /// @param inputs the pictures at the frame, RGB. Not modified
  /// @param scale pixels per pixel of scale 1, 1…4
  /// @throws IllegalArgumentException if the recipe's method has no λ to sweep
  /// @throws CancellationException if the progress says so
  public byte[] gif(Recipe recipe, Inputs inputs, FigureStyle style, int scale, Progress progress) {
    return gif(recipe, new Marked(inputs, null), style, scale, progress);
  }

  /// The same with what is where in the pictures.
  byte[] gif(Recipe recipe, Marked marked, FigureStyle style, int scale, Progress progress) {
    if (!over.suits(recipe)) {
      throw new RefusedException(FigureReason.NO_LAMBDA.of(recipe.method().type()));
    }
    AnimatedGif gif = new AnimatedGif();
    for (int k = 0; k < frames; k++) {
      Figure figure = Figure.of(frame(recipe, k), marked, style);
      boolean isEnd = k == 0 || k == frames - 1;
      gif.add(PngFigure.pixels(figure, scale), isEnd ? over.endDelay : over.delay);
      if (!progress.done(k + 1, frames)) {
        throw new CancellationException();
      }
    }
    return gif.bytes(RecipeText.json(recipe));
  }
}
