package org.mixoscope.app.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.mixoscope.app.state.Highlight;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.method.BoxMethod;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// The formulas of the mix, with the numbers of the moment in them.
final class FormulaPane extends VBox {
  private static final int PAIR = 2;

  /// Sums of more terms are shortened in the middle.
  private static final int MOST_TERMS = 4;

  private final MixModel model;
  private final VBox lines = new VBox();

  FormulaPane(MixModel model, Messages messages) {
    this.model = model;
    getStyleClass().addAll("card", "formula-pane");
    lines.getStyleClass().add("formula-lines");
    Label title = Explained.by(Card.title(messages.bind("formula")), messages, "formula");
    getChildren().addAll(title, lines);
    model.revisionProperty().addListener((property, old, now) -> show());
    show();
  }

  private void show() {
    Mix mix = model.mix();
    lines.getChildren().clear();
    setVisible(mix != null);
    setManaged(mix != null);
    if (mix == null) {
      return;
    }
    int count = mix.labelWeights().size();
    IntFunction<Node> weight = k -> of(k, LabelBar.number(mix.labelWeights().get(k)));
    lines
        .getChildren()
        .setAll(
            line(pixels(mix)),
            line(share(model.recipe(), mix, Objects.requireNonNull(model.frame()))),
            Linked.show(
                line(
                    sum(
                        "ỹ = ",
                        count,
                        k -> List.of(weight.apply(k), plain("·y"), below(letter(k))))),
                Highlight.Part.LABEL,
                model.sight()),
            Linked.show(
                line(
                    sum(
                        "ℒ = ",
                        count,
                        k ->
                            List.of(
                                weight.apply(k), plain("·CE(p, y"), below(letter(k)), plain(")")))),
                Highlight.Part.LABEL,
                model.sight()));
  }

  /// How pixels are made: one weight for all, or a mask for every source.
  private List<Node> pixels(Mix mix) {
    int count = mix.shares().size();
    if (mix.composition() instanceof Blend blend) {
      return sum(
          "x̃ = ",
          count,
          k -> List.of(of(k, LabelBar.number(blend.weights().get(k))), plain("·"), name(mix, k)));
    }
    return count == PAIR
        ? List.of(plain("x̃ = M ⊙ "), name(mix, 0), plain(" + (1 − M) ⊙ "), name(mix, 1))
        : sum("x̃ = ", count, k -> List.of(plain("M"), below(letter(k)), plain("⊙"), name(mix, k)));
  }

  /// Where λ̂ comes from.
  private List<Node> share(Recipe recipe, Mix mix, Frame frame) {
    Node share = of(0, LabelBar.number(mix.effectiveLambda()));
    if (mix.composition() instanceof Blend) {
      return List.of(linked("λ̂ = λ = ", Highlight.Part.LAMBDA), share);
    }
    if (recipe.method() instanceof BoxMethod method) {
      Box box = method.box(recipe.draw(), frame).clip(frame);
      String areas =
          "%d·%d ⁄ (%d·%d)".formatted(box.width(), box.height(), frame.width(), frame.height());
      return List.of(
          linked("λ̂", Highlight.Part.LAMBDA),
          plain(" = 1 − "),
          linked(areas, Highlight.Part.BOX),
          plain(" = "),
          share);
    }
    return mix.shares().size() == PAIR
        ? List.of(linked("λ̂", Highlight.Part.LAMBDA), plain(" = mean(M) = "), share)
        : List.of(
            linked("λ̂", Highlight.Part.LAMBDA),
            plain(" = mean(M"),
            below(letter(0)),
            plain(") = "),
            share);
  }

  /// A source's letter, with a prime where it is not shown as it is but moved or resized.
  private Node name(Mix mix, int k) {
    boolean asItIs =
        !(mix.composition() instanceof Patchwork patchwork)
            || patchwork.patches().stream()
                .filter(patch -> patch.source() == k)
                .allMatch(patch -> patch.from().equals(patch.box()));
    return of(k, letter(k) + (asItIs ? "" : "′"));
  }

  private static List<Node> sum(String left, int count, IntFunction<List<Node>> term) {
    List<Node> parts = new ArrayList<>(List.of(plain(left)));
    for (int k = 0; k < count; k++) {
      if (k > 0) {
        parts.add(plain(" + "));
      }
      if (count > MOST_TERMS && k == MOST_TERMS - 2) {
        parts.add(plain("… + "));
        k = count - 1;
      }
      parts.addAll(term.apply(k));
    }
    return parts;
  }

  private static TextFlow line(List<Node> parts) {
    TextFlow flow = new TextFlow(parts.toArray(Node[]::new));
    flow.getStyleClass().add("formula");
    return flow;
  }

  private static String letter(int k) {
    return SourceColour.of(k).letter();
  }

  private Text linked(String text, Highlight part) {
    return Linked.by(plain(text), part, model.sight());
  }

  private static Text plain(String text) {
    return new Text(text);
  }

  private static Text below(String text) {
    Text index = new Text(text);
    index.getStyleClass().add("formula-index");
    index.setTranslateY(3);
    return index;
  }

  private Text of(int k, String text) {
    Text node = new Text(text);
    node.getStyleClass().addAll("formula-source", SourceColour.of(k).styleClass());
    return Linked.by(node, new Highlight.Source(k), model.sight());
  }
}
