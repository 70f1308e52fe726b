package org.mixoscope.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Recipe;
import picocli.CommandLine.Option;

/// What is drawn: by the seed, or in part by hand.
final class DrawOptions {
  @Option(
      names = "--seed",
      paramLabel = "N",
      converter = Values.Seed.class,
      description =
          "The seed of the draw, a 64-bit whole number; the same seed makes the same picture."
              + " The default is 42.")
  long seed = 42;

  @Option(
      names = "--draw",
      paramLabel = "N",
      converter = DrawIndex.class,
      description = "Which draw of the seed, from 0, the default: the window counts them.")
  int draw;

  @Option(
      names = "--lambda",
      paramLabel = "λ",
      converter = Values.Unit.class,
      description = "λ within [0, 1], the weight of A, in place of the drawn one.")
  @Nullable Double lambda;

  @Option(
      names = "--weights",
      paramLabel = "w,w…",
      converter = Values.Weights.class,
      description = "The weights of all pictures in place of the drawn ones, such as 5,3,2.")
  Values.@Nullable SourceWeights weights;

  @Option(
      names = "--at",
      paramLabel = "u,v",
      converter = Values.At.class,
      description =
          "The position in place of the drawn one, u and v within [0, 1). The centre of a CutMix"
              + " box is at (⌊u·W⌋, ⌊v·H⌋); where a box is always inside they choose among its"
              + " places.")
  Values.@Nullable Position at;

  @Option(
      names = "--box",
      paramLabel = "x1,y1,x2,y2",
      converter = Values.Corners.class,
      description =
          "The box itself in pixels of the frame, x2 and y2 being the first outside; it"
              + " may stick out and is then clipped.")
  @Nullable Box box;

  /// Whether λ or the place is given.
  boolean isByHand() {
    return lambda != null || weights != null || at != null || box != null;
  }

  /// Whatever was given by hand, in place of what the recipe's seed drew.
  Recipe applyTo(Recipe recipe, SourceReader reader) throws IOException {
    MethodType type = recipe.method().type();
    MethodOptions.requireUse(type, "--lambda", lambda, t -> t.uses(Trait.LAMBDA));
    MethodOptions.requireUse(type, "--weights", weights, t -> t.uses(Trait.LAMBDA));
    MethodOptions.requireUse(type, "--at", at, t -> t.uses(Trait.POSITION));
    MethodOptions.requireUse(type, "--box", box, t -> t.uses(Trait.BOX));
    if (box != null) {
      if (lambda != null || weights != null || at != null) {
        throw Refusal.usage(
            "--box: stands for λ and position, leave out --lambda, --weights and --at");
      }
      return recipe.with(recipe.draw().within(region(box, frame(recipe, reader))));
    }
    return recipe.with(byHand(recipe.draw(), weights, lambda, at, "pictures"));
  }

  /// What was given of a draw, in place of what was drawn.
  ///
  /// @param of what there is a weight of each
  static Draw byHand(
      Draw drawn,
      Values.@Nullable SourceWeights weights,
      @Nullable Double lambda,
      Values.@Nullable Position at,
      String of) {
    Draw draw = drawn;
    if (weights != null) {
      int mixed = draw.weights().size();
      if (weights.weights().size() != mixed) {
        throw Refusal.usage(
            "--weights: %d for %d %s".formatted(weights.weights().size(), mixed, of));
      }
      draw = draw.withWeights(weights.weights());
    }
    draw = lambda == null ? draw : draw.withLambda(lambda);
    return at == null ? draw : draw.at(at.u(), at.v());
  }

  private static Region region(Box box, Frame frame) {
    try {
      return Region.of(box, frame);
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--box: too far away from the frame of %s pixels".formatted(frame));
    }
  }

  static final class DrawIndex extends Values.Range {
    DrawIndex() {
      super(0, Integer.MAX_VALUE);
    }
  }

  /// The frame of a recipe, for which A may have to be read.
  static Frame frame(Recipe recipe, SourceReader reader) throws IOException {
    Frame frame = recipe.frame();
    String a = recipe.sources().getFirst().location();
    if (frame != null) {
      return frame;
    }
    return ClipReader.isNoPicture(a)
        ? new ClipReader(reader).frame(a)
        : reader.read(a).pixels().frame();
  }
}
