package org.mixoscope.recipe.code;

import java.util.Optional;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.CutMixMinMax;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Recipe;

/// `timm.data.Mixup`, with every argument that matters: its defaults smooth labels and mix at a
/// thousand classes.
final class TimmCode {
  private TimmCode() {}

  static Optional<String> of(Recipe recipe, int classes) {
    PythonCode notes = new PythonCode(recipe, "timm", "batch");
    return switch (recipe.method()) {
      case Mixup mixup -> Optional.of(code(recipe, notes, mixup.alpha(), 0, "None", true, classes));
      case CutMix cutMix -> Optional.of(cutMix(recipe, notes, cutMix, classes));
      case CutMixMinMax sides -> {
        String range = "(%s, %s)".formatted(sides.minSide(), sides.maxSide());
        yield Optional.of(code(recipe, notes, 0, 1, range, true, classes));
      }
      default -> Optional.empty();
    };
  }

  private static String cutMix(Recipe recipe, PythonCode notes, CutMix cutMix, int classes) {
    switch (cutMix.rule()) {
      case LEGACY -> notes.note("Boxes of box-rule legacy: those of timm<=1.0.28.");
      case TIMM_1_0_29 -> notes.note("Boxes of box-rule timm-1.0.29: those of timm>=1.0.29.");
      default ->
          notes.note("Boxes: timm's, not those of box-rule %s.".formatted(cutMix.rule().id()));
    }
    if (!cutMix.correctLambda() && cutMix.rule().countsUnclipped()) {
      notes.note("Label: timm's is λ as drawn, not the area of the box before it is clipped.");
    }
    return code(recipe, notes, 0, cutMix.alpha(), "None", cutMix.correctLambda(), classes);
  }

  private static String code(
      Recipe recipe,
      PythonCode notes,
      double mixupAlpha,
      double cutMixAlpha,
      String minMax,
      boolean correct,
      int classes) {
    return notes.before(
        """
        from timm.data import Mixup

        mix = Mixup(
            mixup_alpha=%s,
            cutmix_alpha=%s,
            cutmix_minmax=%s,
            prob=1.0,
            switch_prob=0.5,
            mode="batch",
            correct_lam=%s,
            label_smoothing=%s,
            num_classes=%d,  # those of your data set
        )

        # for images, targets in loader:  # of even batches, targets are class indices
        #     images, targets = mix(images, targets)
        """
            .formatted(
                mixupAlpha,
                cutMixAlpha,
                minMax,
                correct ? "True" : "False",
                recipe.smoothing(),
                classes));
  }
}
