package org.mixoscope.recipe.code;

import java.util.Optional;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.FMix;
import org.mixoscope.kernel.method.FMixField;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.method.Mosaic;
import org.mixoscope.kernel.method.TileFit;
import org.mixoscope.recipe.Recipe;

/// Layers of keras 3, or of keras-cv for what only that has.
final class KerasCode {
  private static final String CODE =
      """
      import %s

      mix = %s

      # labels = keras.ops.one_hot(classes, num_classes)  # index labels would be blended as numbers
      # mixed = mix({"images": images, "labels": labels}, training=True)
      """;

  private KerasCode() {}

  static Optional<String> of(Recipe recipe) {
    return switch (recipe.method()) {
      case Mixup mixup -> {
        String layer = "keras.layers.MixUp(alpha=%s)".formatted(mixup.alpha());
        yield Optional.of(keras(notes(recipe, "keras"), layer));
      }
      case CutMix cutMix -> Optional.of(cutMix(recipe, cutMix));
      case FMix fmix -> Optional.of(fmix(recipe, fmix));
      case Mosaic mosaic -> Optional.of(mosaic(recipe, mosaic));
      default -> Optional.empty();
    };
  }

  /// keras 3 takes α from a range within 0 and 1; a range of one number is that α.
  private static String cutMix(Recipe recipe, CutMix cutMix) {
    return cutMix.rule() == BoxRule.KERAS_CV || cutMix.alpha() > 1
        ? cutMixOfKerasCv(recipe, cutMix)
        : cutMixOfKeras(recipe, cutMix);
  }

  private static String cutMixOfKeras(Recipe recipe, CutMix cutMix) {
    PythonCode notes = notes(recipe, "keras");
    boxes(notes, cutMix, BoxRule.KERAS_3);
    if (cutMix.correctLambda()) {
      notes.note("Label: keras's is λ as drawn, not the share of the pixels.");
    }
    notes.note("factor is the range that α itself is drawn from, once for a batch.");
    double alpha = cutMix.alpha();
    return keras(notes, "keras.layers.CutMix(factor=(%s, %s))".formatted(alpha, alpha));
  }

  private static String cutMixOfKerasCv(Recipe recipe, CutMix cutMix) {
    PythonCode notes = notes(recipe, "keras-cv");
    boxes(notes, cutMix, BoxRule.KERAS_CV);
    if (cutMix.rule() != BoxRule.KERAS_CV) {
      notes.note("keras 3 takes no α above 1.");
    }
    if (cutMix.correctLambda()) {
      notes.note("Label: keras-cv's goes by the box before the border clips it.");
    }
    return kerasCv(notes, "CutMix(alpha=%s)".formatted(cutMix.alpha()));
  }

  private static void boxes(PythonCode notes, CutMix cutMix, BoxRule theirs) {
    if (cutMix.rule() != theirs) {
      notes.note("Boxes: those of box-rule %s, not %s.".formatted(theirs.id(), cutMix.rule().id()));
    }
  }

  private static String fmix(Recipe recipe, FMix fmix) {
    PythonCode notes = notes(recipe, "keras-cv");
    if (fmix.field() != FMixField.REFERENCE) {
      notes.note("Field: keras-cv has that of field reference, wider than high.");
    }
    if (fmix.maxSoft() > 0) {
      notes.note("Edges: keras-cv's are hard, max-soft is 0.");
    }
    return kerasCv(
        notes, "FourierMix(alpha=%s, decay_power=%s)".formatted(fmix.alpha(), fmix.decay()));
  }

  private static String mosaic(Recipe recipe, Mosaic mosaic) {
    PythonCode notes = notes(recipe, "keras-cv");
    notes.note("keras-cv puts a sample and three others of its batch around the point.");
    if (mosaic.tiles() != TileFit.SAME_PLACE) {
      notes.note("Tiles: keras-cv's cut pictures, they do not resize them.");
    }
    return kerasCv(
        notes, "Mosaic(offset=(%s, %s))".formatted(mosaic.margin(), 1 - mosaic.margin()));
  }

  private static PythonCode notes(Recipe recipe, String library) {
    PythonCode notes = new PythonCode(recipe, library, "sample");
    if (recipe.smoothing() > 0) {
      notes.note(
          "Label smoothing belongs to the loss: keras.losses.CategoricalCrossentropy(label_smoothing=%s)"
              .formatted(recipe.smoothing()));
    }
    return notes;
  }

  private static String keras(PythonCode notes, String layer) {
    return notes.before(CODE.formatted("keras", layer));
  }

  private static String kerasCv(PythonCode notes, String layer) {
    notes.note("keras-cv is archived; keras 3 has no layer that does this.");
    return notes.before(CODE.formatted("keras\nimport keras_cv", "keras_cv.layers." + layer));
  }
}
