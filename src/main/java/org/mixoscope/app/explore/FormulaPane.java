package org.mixoscope.app.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// The formulas of the mix, with the numbers of the moment in them.
final class FormulaPane extends VBox {
  private final ExploreModel model;
  private final VBox lines = new VBox();

  FormulaPane(ExploreModel model, Messages messages) {
    this.model = model;
    getStyleClass().addAll("card", "formula-pane");
    lines.getStyleClass().add("formula-lines");
    getChildren().addAll(Card.title(messages.bind("formula")), lines);
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
    Recipe recipe = model.recipe();
    String a = number(mix.labelWeights().get(0));
    String b = number(mix.labelWeights().get(1));
    List<TextFlow> flows = new ArrayList<>(pixels(recipe, mix));
    flows.add(
        line(
            plain("ỹ = "),
            ofA(a),
            plain("·y"),
            below("A"),
            plain(" + "),
            ofB(b),
            plain("·y"),
            below("B")));
    flows.add(
        line(
            plain("ℒ = "),
            ofA(a),
            plain("·CE(p, y"),
            below("A"),
            plain(") + "),
            ofB(b),
            plain("·CE(p, y"),
            below("B"),
            plain(")")));
    lines.getChildren().setAll(flows);
  }

  /// The line for pixels and the line for λ̂.
  private static List<TextFlow> pixels(Recipe recipe, Mix mix) {
    String share = number(mix.effectiveLambda());
    String rest = number(1 - mix.effectiveLambda());
    TextFlow masked = line(plain("x̃ = M ⊙ "), ofA("A"), plain(" + (1 − M) ⊙ "), ofB("B"));
    return switch (recipe.method()) {
      case Mixup m ->
          List.of(
              line(
                  plain("x̃ = "),
                  ofA(share),
                  plain("·"),
                  ofA("A"),
                  plain(" + "),
                  ofB(rest),
                  plain("·"),
                  ofB("B")),
              line(plain("λ̂ = λ = "), ofA(share)));
      case CutMix cutMix -> {
        Frame frame = mix.composition().frame();
        Box box = cutMix.box(recipe.draw(), frame).clip(frame);
        String areas =
            "λ̂ = 1 − %d·%d ⁄ (%d·%d) = "
                .formatted(box.width(), box.height(), frame.width(), frame.height());
        yield List.of(masked, line(plain(areas), ofA(share)));
      }
      default -> List.of(masked, line(plain("λ̂ = mean(M) = "), ofA(share)));
    };
  }

  private static TextFlow line(Node... parts) {
    TextFlow flow = new TextFlow(parts);
    flow.getStyleClass().add("formula");
    return flow;
  }

  private static Text plain(String text) {
    return styled(text, "formula-text");
  }

  private static Text below(String text) {
    Text index = styled(text, "formula-index");
    index.setTranslateY(3);
    return index;
  }

  private static Text ofA(String text) {
    return styled(text, "formula-a");
  }

  private static Text ofB(String text) {
    return styled(text, "formula-b");
  }

  private static Text styled(String text, String styleClass) {
    Text node = new Text(text);
    node.getStyleClass().add(styleClass);
    return node;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
