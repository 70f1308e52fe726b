package org.mixoscope.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MaskMix;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// What is said about a mix: what was drawn, what became of it, and the label.
///
/// @param recipe what was asked for
/// @param mix what it became
record MixReport(Recipe recipe, Mix mix) {
  /// λ as drawn; a mask draws none, its mean stands in.
  double lambda() {
    return recipe.method() instanceof MaskMix ? mix.effectiveLambda() : recipe.draw().lambda();
  }

  /// The CutMix box before the border clips it.
  Optional<Box> box() {
    return recipe.method() instanceof CutMix cutMix
        ? Optional.of(cutMix.box(recipe.draw(), frame()))
        : Optional.empty();
  }

  Frame frame() {
    return mix.composition().frame();
  }

  /// One JSON object on one line.
  String json() {
    return MixJson.write(this);
  }

  /// A few aligned lines for people.
  ///
  /// @param file what was written
  String text(String file) {
    StringJoiner text = new StringJoiner("\n");
    text.add("method  " + method());
    text.add("draw    " + draw());
    text.add("λ       " + number(lambda()) + "  the weight of A");
    text.add("λ̂       " + number(mix.effectiveLambda()) + "  the share of A in the pixels");
    box().ifPresent(box -> text.add("box     " + box(box)));
    String name = "label   ";
    for (int c = 0; c < mix.classes().size(); c++) {
      text.add(name + number(mix.label().get(c)) + "  " + mix.classes().get(c));
      name = " ".repeat(name.length());
    }
    if (mix.labelDisagrees()) {
      text.add(
          "note    the label gives A %s, the pixels give it %s"
              .formatted(number(mix.labelWeights().getFirst()), number(mix.effectiveLambda())));
    }
    return text.add("file    %s, %s pixels".formatted(file, frame())).toString();
  }

  private String method() {
    return switch (recipe.method()) {
      case Mixup(double alpha) -> "Mixup, α = " + plain(alpha);
      case CutMix cutMix ->
          "CutMix, α = %s, box rule %s".formatted(plain(cutMix.alpha()), cutMix.rule().id());
      case MaskMix() -> "by a mask";
    };
  }

  private String draw() {
    Draw draw = recipe.draw();
    String seed = "seed %d, draw %d".formatted(recipe.seed(), recipe.index());
    return switch (recipe.method()) {
      case MaskMix() -> "nothing: the mask decides";
      case CutMix _ when draw.region() != null -> "the box was placed by hand";
      case CutMix _ -> "%s; u = %s, v = %s".formatted(seed, number(draw.u()), number(draw.v()));
      case Mixup _ -> seed;
    };
  }

  private String box(Box whole) {
    Box box = whole.clip(frame());
    String text = "%s, %d×%d pixels".formatted(corners(box), box.width(), box.height());
    return box.equals(whole) ? text : text + ", clipped from " + corners(whole);
  }

  private static String corners(Box box) {
    return "%d,%d,%d,%d".formatted(box.x1(), box.y1(), box.x2(), box.y2());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }

  private static String plain(double value) {
    return String.format(Locale.ROOT, "%.6g", value).replaceFirst("\\.?0+$", "");
  }
}
