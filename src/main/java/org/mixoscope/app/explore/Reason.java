package org.mixoscope.app.explore;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.Moment;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.BoxMethod;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.SmoothMix;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// The one sentence that says why λ̂ is what it is.
public final class Reason {
  private static final double PURE = 1e-12;
  private static final double CLOSE = 0.005;

  private Reason() {}

  /// @param recipe of the screen
  /// @param moment of clips, the frame that is shown, in which the course may change λ and the box
  /// @param frame of the mix, of which a preview may show less
  static String of(
      Recipe recipe, @Nullable Moment moment, Mix mix, Frame frame, Messages messages) {
    if (moment == null) {
      return of(recipe, mix, frame, messages);
    }
    Recipe shown = moment.of(recipe);
    boolean cut = shown.draw().slice() != null;
    if (cut && !isRounded(shown, mix, frame)) {
      return messages.get("reason.slice", moment.name(messages));
    }
    int alone = alone(mix);
    if (alone >= 0 && !cut && !shown.draw().equals(recipe.draw())) {
      return messages.get(
          "reason.frame.only", moment.name(messages), SourceColour.of(alone).letter());
    }
    String reason = of(shown, mix, frame, messages);
    String lambda = LabelBar.number(shown.draw().lambda());
    return alone >= 0 || lambda.equals(LabelBar.number(recipe.draw().lambda()))
        ? reason
        : messages.get("reason.frame", moment.name(messages), lambda, reason);
  }

  private static String of(Recipe recipe, Mix mix, Frame frame, Messages messages) {
    String unlabelled = unlabelled(recipe);
    if (!unlabelled.isEmpty()) {
      return messages.get("reason.unlabelled", unlabelled);
    }
    if (mix.outcome().pictures() < mix.shares().size()) {
      return messages.get("reason.filled");
    }
    if (mix.labelDisagrees()) {
      return messages.get(
          "reason.uncorrected",
          LabelBar.number(mix.labelWeights().getFirst()),
          LabelBar.number(mix.effectiveLambda()));
    }
    int alone = alone(mix);
    if (alone == 0) {
      return messages.get("reason.only-a");
    }
    if (alone > 0) {
      return messages.get("reason.only", SourceColour.of(alone).letter());
    }
    MethodType type = recipe.method().type();
    if (type.uses(Trait.MASK)) {
      return messages.get("reason.mask");
    }
    if (recipe.method() instanceof BoxMethod method) {
      return ofBox(method, recipe.draw(), frame, messages);
    }
    if (!type.uses(Trait.LAMBDA)) {
      return messages.get("reason.not-drawn");
    }
    if (mix.composition() instanceof Blend) {
      return messages.get("reason.mixup");
    }
    return messages.get(isRounded(recipe, mix, frame) ? "reason.follows" : "reason.differs");
  }

  /// Whether λ̂ is as near to λ as whole pixels, rows or cells are. A slice has a share of its own,
  /// and so has what falls softly: these are near by chance.
  private static boolean isRounded(Recipe recipe, Mix mix, Frame frame) {
    double apart = Math.abs(mix.effectiveLambda() - recipe.draw().lambda());
    return recipe.draw().slice() != null
        ? apart * frame.pixels() < 1
        : !(recipe.method() instanceof SmoothMix) && apart < CLOSE;
  }

  /// The letters of the sources that are mixed and have no label.
  private static String unlabelled(Recipe recipe) {
    return IntStream.range(0, recipe.mixedSources().size())
        .filter(k -> !recipe.mixedSources().get(k).isLabelled())
        .mapToObj(k -> SourceColour.of(k).letter())
        .collect(Collectors.joining(", "));
  }

  /// The only source that is visible, or −1.
  private static int alone(Mix mix) {
    for (int k = 0; k < mix.shares().size(); k++) {
      if (mix.shares().get(k) > 1 - PURE) {
        return k;
      }
    }
    return -1;
  }

  private static String ofBox(BoxMethod method, Draw draw, Frame frame, Messages messages) {
    Box whole = method.box(draw, frame);
    long inside = whole.clip(frame).area();
    if (inside < whole.area()) {
      String percent =
          String.format(Locale.ROOT, "%.0f", 100.0 * (whole.area() - inside) / whole.area());
      return messages.get("reason.clipped", percent);
    }
    if (draw.region() != null) {
      return messages.get("reason.by-hand");
    }
    boolean drawn = method.type().uses(Trait.LAMBDA);
    return messages.get(drawn ? "reason.whole-pixels" : "reason.not-drawn");
  }
}
