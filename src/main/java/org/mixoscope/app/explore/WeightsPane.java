package org.mixoscope.app.explore;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.mixoscope.app.state.Highlight;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ParameterRow;
import org.mixoscope.app.ui.Scale;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.TypedNumber;
import org.mixoscope.kernel.Draw;

/// The weights that were drawn: λ for a pair, one for every source if there are more.
final class WeightsPane extends VBox {
  private static final int PAIR = 2;

  private final MixModel model;
  private final Messages messages;
  private List<ParameterRow> rows = List.of();
  private int count;

  WeightsPane(MixModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("weights");
  }

  void show(Draw draw) {
    if (count != draw.weights().size()) {
      count = draw.weights().size();
      build();
    }
    for (int k = 0; k < rows.size(); k++) {
      rows.get(k).show(draw.weights().get(k));
    }
  }

  private void build() {
    getChildren().clear();
    if (count == PAIR) {
      ParameterRow row = row("lambda", new Label("λ"), 0);
      rows = List.of(row.tall(messages.bind("lambda.short")));
      row.explained(messages.bind("lambda"), messages.bind("lambda.help"));
      row.getStyleClass().add(SourceColour.A.styleClass());
      Linked.withKeys(row, Highlight.Part.LAMBDA, model.sight());
    } else {
      Label title = new Label();
      title.textProperty().bind(messages.bind("weights.short"));
      title.getStyleClass().add("muted");
      getChildren().add(Explained.by(title, messages, "weights"));
      rows = new ArrayList<>();
      for (int k = 0; k < count; k++) {
        rows.add(weight(k));
      }
    }
    getChildren().addAll(rows);
  }

  private ParameterRow weight(int k) {
    SourceColour colour = SourceColour.of(k);
    Label letter = new Label(colour.letter());
    letter.getStyleClass().add("source-text");
    ParameterRow row = row("weight-" + colour.letter(), letter, k).flat();
    row.getStyleClass().add(colour.styleClass());
    Linked.withKeys(row, k == 0 ? Highlight.Part.LAMBDA : new Highlight.Source(k), model.sight());
    ObservableValue<String> name =
        messages.languageProperty().map(now -> messages.get("weight", colour.letter()));
    return row.explained(name, messages.bind("weights.help"));
  }

  private ParameterRow row(String id, Label symbol, int k) {
    return new ParameterRow(
        id,
        symbol,
        Scale.LAMBDA,
        model.history(),
        messages,
        TypedNumber.within01(weight -> set(k, weight)),
        this::drawnAgain);
  }

  private void drawnAgain() {
    model.edit(r -> r.drawn(r.index()));
  }

  private void set(int k, double weight) {
    model.editDraw(d -> k == 0 ? d.withLambda(weight) : d.withWeight(k, weight));
  }
}
