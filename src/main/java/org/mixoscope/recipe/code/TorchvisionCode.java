package org.mixoscope.recipe.code;

import java.util.Optional;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Recipe;

/// `torchvision.transforms.v2`: MixUp and CutMix over a batch, in the collate function of a loader.
final class TorchvisionCode {
  private TorchvisionCode() {}

  static Optional<String> of(Recipe recipe, int classes) {
    return switch (recipe.method()) {
      case Mixup mixup -> Optional.of(code(notes(recipe), "MixUp", mixup.alpha(), classes));
      case CutMix cutMix -> Optional.of(cutMix(recipe, cutMix, classes));
      default -> Optional.empty();
    };
  }

  private static String cutMix(Recipe recipe, CutMix cutMix, int classes) {
    PythonCode notes = notes(recipe);
    if (cutMix.rule() != BoxRule.LEGACY) {
      notes.note(
          "Boxes: torchvision's are those of box-rule legacy, not %s."
              .formatted(cutMix.rule().id()));
    }
    if (!cutMix.correctLambda()) {
      notes.note("Label: torchvision's always follows the pixels.");
    }
    return code(notes, "CutMix", cutMix.alpha(), classes);
  }

  private static PythonCode notes(Recipe recipe) {
    PythonCode notes = new PythonCode(recipe, "torchvision", "batch");
    if (recipe.smoothing() > 0) {
      notes.note(
          "Label smoothing belongs to the loss: torch.nn.CrossEntropyLoss(label_smoothing=%s)"
              .formatted(recipe.smoothing()));
    }
    return notes;
  }

  private static String code(PythonCode notes, String transform, double alpha, int classes) {
    return notes.before(
        """
        from torch.utils.data import default_collate
        from torchvision.transforms import v2

        mix = v2.%s(alpha=%s, num_classes=%d)  # num_classes: those of your data set


        def collate(samples):
            return mix(*default_collate(samples))


        # loader = DataLoader(dataset, batch_size=64, shuffle=True, collate_fn=collate)
        """
            .formatted(transform, alpha, classes));
  }
}
