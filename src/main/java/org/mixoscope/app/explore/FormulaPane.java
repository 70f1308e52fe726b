package org.mixoscope.app.explore;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.Highlight;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.figure.Formula;
import org.mixoscope.figure.Formula.Term;
import org.mixoscope.recipe.Mix;

/// The formulas of the mix, with the numbers of the moment in them.
final class FormulaPane extends VBox {
  /// From this line on it is about the label: what it is, and the loss.
  private static final int LABEL = 2;

  private final MixModel model;
  private final VBox lines = new VBox();
  private @Nullable Formula shown;

  FormulaPane(MixModel model, Messages messages) {
    this.model = model;
    getStyleClass().addAll("card", "formula-pane");
    lines.getStyleClass().add("formula-lines");
    Label title = Explained.by(Card.title(messages.bind("formula")), messages, "formula");
    getChildren().addAll(title, lines);
    WhileVisible.follow(this, this::show, model.revisionProperty());
  }

  private void show() {
    Mix mix = model.mix();
    setVisible(mix != null);
    // Nothing moves while the next mix is worked out.
    setManaged(model.isMixable());
    Formula formula =
        mix == null
            ? null
            : Formula.of(model.shownRecipe(), mix, Objects.requireNonNull(model.frame()));
    // Of most frames of a clip it is the same.
    if (formula != null && !formula.equals(shown)) {
      shown = formula;
      lines.getChildren().clear();
      formula.lines().forEach(line -> lines.getChildren().add(line(line)));
      lines.getChildren().stream()
          .skip(LABEL)
          .forEach(line -> Linked.show(line, Highlight.Part.LABEL, model.sight()));
    }
  }

  private TextFlow line(List<Term> terms) {
    TextFlow flow = new TextFlow(terms.stream().map(this::node).toArray(Node[]::new));
    flow.getStyleClass().add("formula");
    return flow;
  }

  private Text node(Term term) {
    Text node = new Text(term.text());
    return switch (term) {
      case Term.Plain _ -> node;
      case Term.Index _ -> {
        node.getStyleClass().add("formula-index");
        node.setTranslateY(3);
        yield node;
      }
      case Term.Lambda _ -> Linked.by(node, Highlight.Part.LAMBDA, model.sight());
      case Term.Area _ -> Linked.by(node, Highlight.Part.BOX, model.sight());
      case Term.OfSource(int k, _) -> {
        node.getStyleClass().addAll("formula-source", SourceColour.of(k).styleClass());
        yield Linked.by(node, new Highlight.Source(k), model.sight());
      }
    };
  }
}
