package org.mixoscope.app.explore;

import java.util.Locale;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// The one sentence that says why λ̂ is what it is.
final class Reason {
  private static final double PURE = 1e-12;

  private Reason() {}

  static String of(Recipe recipe, Mix mix, Messages messages) {
    if (mix.labelDisagrees()) {
      return messages.get(
          "reason.uncorrected",
          LabelBar.number(mix.labelWeights().getFirst()),
          LabelBar.number(mix.effectiveLambda()));
    }
    if (mix.effectiveLambda() > 1 - PURE) {
      return messages.get("reason.only-a");
    }
    if (mix.effectiveLambda() < PURE) {
      return messages.get("reason.only-b");
    }
    return switch (recipe.method()) {
      case Mixup m -> messages.get("reason.mixup");
      case CutMix cutMix -> ofBox(cutMix, recipe.draw(), mix, messages);
      default -> messages.get("reason.mask");
    };
  }

  private static String ofBox(CutMix cutMix, Draw draw, Mix mix, Messages messages) {
    Frame frame = mix.composition().frame();
    Box whole = cutMix.box(draw, frame);
    long inside = whole.clip(frame).area();
    if (inside < whole.area()) {
      String percent =
          String.format(Locale.ROOT, "%.0f", 100.0 * (whole.area() - inside) / whole.area());
      return messages.get("reason.clipped", percent);
    }
    return messages.get(draw.region() == null ? "reason.whole-pixels" : "reason.by-hand");
  }
}
