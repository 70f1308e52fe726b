package org.mixoscope.recipe.code;

import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Recipe;

/// What pixels and label of a recipe depend on. The rest, which a user may have left behind with
/// another method, is as the seed draws it or at its default.
final class Needed {
  private Needed() {}

  /// The same mix without what has no effect on it.
  static Recipe of(Recipe recipe) {
    MethodType type = recipe.method().type();
    Recipe mixed =
        recipe
            .withSources(recipe.sources().subList(0, Math.max(2, recipe.mixedSources().size())))
            .withMask(type.uses(Trait.MASK) ? recipe.mask() : null)
            .with(type.uses(Trait.BLENDS) ? recipe.blending() : Blending.SRGB);
    return mixed.with(draw(type, recipe.draw(), drawn(mixed)));
  }

  /// What the seed draws.
  static Draw drawn(Recipe recipe) {
    return recipe.drawn(recipe.index()).draw();
  }

  private static Draw draw(MethodType type, Draw draw, Draw drawn) {
    boolean placed = draw.region() != null && type.uses(Trait.BOX);
    boolean weights = placed || type.uses(Trait.LAMBDA);
    boolean position = !placed && type.uses(Trait.POSITION);
    return new Draw(
        weights ? draw.weights() : drawn.weights(),
        position ? draw.u() : drawn.u(),
        position ? draw.v() : drawn.v(),
        !placed && type.uses(Trait.NOISE) ? draw.noise() : drawn.noise(),
        placed ? draw.region() : null,
        type.uses(Trait.NOISE) ? draw.slice() : null);
  }
}
