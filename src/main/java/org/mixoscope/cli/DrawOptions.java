package org.mixoscope.cli;

import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Region;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;
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
      names = "--lambda",
      paramLabel = "λ",
      converter = Values.Unit.class,
      description = "λ within [0, 1], the weight of A, in place of the drawn one.")
  @Nullable Double lambda;

  @Option(
      names = "--at",
      paramLabel = "u,v",
      converter = Values.At.class,
      description =
          "The position of the CutMix box in place of the drawn one, u and v within [0, 1): its"
              + " centre is at (⌊u·W⌋, ⌊v·H⌋). With --box-rule unbiased they choose among the"
              + " places where the box is inside.")
  Values.@Nullable Position at;

  @Option(
      names = "--box",
      paramLabel = "x1,y1,x2,y2",
      converter = Values.Corners.class,
      description =
          "The CutMix box itself in pixels of the frame, x2 and y2 being the first outside; it"
              + " may stick out and is then clipped.")
  @Nullable Box box;

  /// Whatever was given by hand, in place of what the recipe's seed drew.
  Recipe applyTo(Recipe recipe, SourceReader reader) throws PictureException {
    MethodName method = MethodName.of(recipe.method());
    MethodOptions.requireAbsent(method == MethodName.MASK, "--lambda", lambda, "mixup or cutmix");
    MethodOptions.requireAbsent(method != MethodName.CUTMIX, "--at", at, "cutmix");
    MethodOptions.requireAbsent(method != MethodName.CUTMIX, "--box", box, "cutmix");
    Draw draw = recipe.draw();
    if (box != null) {
      if (lambda != null || at != null) {
        throw Refusal.usage("--box: stands for λ and position, leave out --lambda and --at");
      }
      return recipe.with(draw.within(region(box, frame(recipe, reader))));
    }
    draw = lambda == null ? draw : draw.withLambda(lambda);
    return recipe.with(at == null ? draw : draw.at(at.u(), at.v()));
  }

  private static Region region(Box box, Frame frame) {
    try {
      return Region.of(box, frame);
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--box: too far away from the frame of %s pixels".formatted(frame));
    }
  }

  private static Frame frame(Recipe recipe, SourceReader reader) throws PictureException {
    Frame frame = recipe.frame();
    Source a = recipe.sources().getFirst();
    return frame == null ? reader.read(a.location()).pixels().frame() : frame;
  }
}
