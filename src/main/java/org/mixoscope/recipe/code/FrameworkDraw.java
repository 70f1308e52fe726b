package org.mixoscope.recipe.code;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.CutMixMinMax;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.recipe.Recipe;

/// The options for a draw that is a framework's: its own law of λ, or of the sides of the box.
///
/// @param words the options
/// @param smoothing the label smoothing that the framework brings
record FrameworkDraw(List<String> words, double smoothing) {
  /// The framework that draws this for the recipe's seed, if one does.
  static Optional<FrameworkDraw> of(Recipe recipe, Frame frame) {
    if (recipe.index() != 0) {
      return Optional.empty();
    }
    return Profile.all().stream()
        .flatMap(
            profile ->
                profile.conventions().stream()
                    .map(convention -> tuned(convention, recipe))
                    .filter(convention -> draws(convention, recipe, frame))
                    .map(convention -> options(profile, convention)))
        .min(Comparator.comparing(draw -> draw.smoothing() != recipe.smoothing()));
  }

  /// With the α of the recipe, where the two have one.
  private static Convention tuned(Convention convention, Recipe recipe) {
    return switch (recipe.method()) {
      case Mixup mixup when convention.law().hasAlpha() -> convention.withAlpha(mixup.alpha());
      case CutMix cutMix when convention.law().hasAlpha() -> convention.withAlpha(cutMix.alpha());
      default -> convention;
    };
  }

  private static boolean draws(Convention convention, Recipe recipe, Frame frame) {
    boolean fits = !(convention.method() instanceof CutMixMinMax sides) || sides.hasRoom(frame);
    if (!fits || !convention.method().equals(recipe.method())) {
      return false;
    }
    Recipe theirs = recipe.as(convention, recipe.smoothing(), frame);
    return Needed.of(theirs).draw().equals(recipe.draw());
  }

  private static FrameworkDraw options(Profile profile, Convention convention) {
    List<String> words = new CommandWords().add(profile, convention).list();
    return new FrameworkDraw(words, profile.smoothing());
  }
}
