package org.mixoscope.app.explore;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Step;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.BoxMethod;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// What happens in a step of slow motion, with the numbers of the moment.
final class StepCaption {
  private static final int PAIR = 2;

  private StepCaption() {}

  /// For a model that has a mix.
  static String text(Step step, MixModel model, Messages messages) {
    Recipe recipe = model.recipe();
    Mix mix = Objects.requireNonNull(model.mix());
    Draw draw = recipe.draw();
    Frame frame = mix.composition().frame();
    List<String> names = messages.classNames(recipe.sources()).of(mix.classes());
    return switch (step) {
      case DRAW ->
          draw.weights().size() == PAIR
              ? messages.get(
                  "step.DRAW.pair", LabelBar.number(draw.lambda()), percent(draw.lambda()))
              : messages.get("step.DRAW.many", letters(draw.weights()));
      case PLACE_POINT ->
          messages.get(
              "step.PLACE_POINT.text",
              Long.toString(Math.round(draw.u() * frame.width())),
              Long.toString(Math.round(draw.v() * frame.height())));
      case PLACE_BOX -> {
        Box box = box(recipe, frame);
        boolean byLambda = recipe.method().type().uses(Trait.LAMBDA) && draw.region() == null;
        yield messages.get(
            byLambda ? "step.PLACE_BOX.lambda" : "step.PLACE_BOX.text",
            Integer.toString(box.width()),
            Integer.toString(box.height()),
            LabelBar.number(Math.sqrt(1 - draw.lambda())));
      }
      case CLIP -> {
        Box box = box(recipe, frame);
        Box inside = box.clip(frame);
        double lost = box.isEmpty() ? 0 : 1 - (double) inside.area() / box.area();
        boolean filled = mix.outcome().pictures() < mix.shares().size();
        String pasted = lost > 0 ? "step.CLIP.lost" : "step.CLIP.whole";
        yield messages.get(
            inside.isEmpty() ? "step.CLIP.empty" : filled ? "step.CLIP.filled" : pasted,
            Integer.toString(inside.width()),
            Integer.toString(inside.height()),
            percent(lost));
      }
      case WEIGH -> messages.get("step.WEIGH.text", letters(mix.shares()));
      case MIX -> messages.get("step.MIX.text");
      case RELABEL ->
          messages.get(
              mix.labelDisagrees() ? "step.RELABEL.disagrees" : "step.RELABEL.text",
              IntStream.range(0, names.size())
                  .mapToObj(c -> names.get(c) + " " + LabelBar.number(mix.label().get(c)))
                  .collect(Collectors.joining(", ")));
    };
  }

  private static Box box(Recipe recipe, Frame frame) {
    return ((BoxMethod) recipe.method()).box(recipe.draw(), frame);
  }

  private static String letters(List<Double> weights) {
    return IntStream.range(0, weights.size())
        .mapToObj(k -> SourceColour.of(k).letter() + " " + LabelBar.number(weights.get(k)))
        .collect(Collectors.joining(", "));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f", 100 * share);
  }
}
