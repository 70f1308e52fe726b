package org.mixoscope.app.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.app.ui.ParameterRow;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.app.ui.Scale;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.TypedNumber;
import org.mixoscope.app.ui.ValueField;
import org.mixoscope.text.SentenceMix;
import org.mixoscope.text.TextMethod;
import org.mixoscope.text.TextMethodType;
import org.mixoscope.text.TextRecipe;

/// How the texts are mixed, and what was drawn.
final class MethodCard extends VBox {
  private static final int PAIR = 2;

  private final TextModel model;
  private final Messages messages;
  private final Picker<TextMethodType> method;
  private final Label about = OptionRow.note("text-method-about", "muted");
  private final ParameterRow alpha;
  private final ParameterRow pieces;
  private final VBox weights = new VBox();
  private final ValueField seed;
  private final Label drawn = new Label();
  private List<ParameterRow> rows = List.of();

  MethodCard(TextModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().addAll("card", "train-card");
    method =
        new Picker<>(
            "text-method",
            List.of(TextMethodType.values()),
            type -> messages.get("text.method." + type.id()),
            model::choose,
            messages);
    method.setMaxWidth(Double.MAX_VALUE);
    Explained.by(method, messages, "text.method");
    alpha =
        parameter(
            "alpha",
            "α",
            Scale.of(TextMethod.ALPHA),
            value -> model.tune(now -> now.withAlpha(value)),
            () -> model.tune(now -> now.withAlpha(TextMethod.ALPHA.initial())));
    pieces =
        parameter(
            "pieces",
            "m",
            Scale.of(SentenceMix.PIECES),
            value -> model.tune(now -> cut(now, (int) Math.rint(value))),
            () -> model.tune(now -> cut(now, SentenceMix.PIECES.initial())));
    pieces.managedProperty().bind(pieces.visibleProperty());
    weights.getStyleClass().add("weights");
    seed =
        new ValueField(
            "text-seed",
            messages,
            TypedNumber.whole(
                Long.MIN_VALUE, Long.MAX_VALUE, value -> model.edit(r -> r.seeded(value))));
    drawn.getStyleClass().add("muted");
    drawn.setId("text-drawn");
    getChildren()
        .addAll(
            method,
            about,
            alpha,
            pieces,
            weights,
            OptionRow.of(messages, "text.seed", seed),
            OptionRow.wide(
                drawn,
                Explained.by(
                    OptionRow.button(messages, "text.draw", Feather.REFRESH_CW, model::drawNext),
                    messages,
                    "text.draw",
                    Command.RESAMPLE.keysText()),
                Explained.by(
                    OptionRow.button(messages, "text.next-seed", Feather.SHUFFLE, model::nextSeed),
                    messages,
                    "text.next-seed",
                    Command.NEW_SEED.keysText())));
    model.recipeProperty().subscribe(this::show);
    messages.languageProperty().addListener((property, old, now) -> show(model.recipe()));
  }

  private static TextMethod cut(TextMethod now, int pieces) {
    return now instanceof SentenceMix ? new SentenceMix(now.alpha(), pieces) : now;
  }

  private ParameterRow parameter(
      String id, String symbol, Scale scale, DoubleConsumer edited, Runnable reset) {
    return new ParameterRow(
            "text-" + id, new Label(symbol), scale, model.history(), messages, edited, reset)
        .tall(messages.bind("text." + id + ".short"))
        .explained(messages.bind("text." + id), messages.bind("text." + id + ".help"));
  }

  private void show(TextRecipe recipe) {
    method.show(recipe.method().type());
    about.setText(messages.get("text.method." + recipe.method().type().id() + ".help"));
    alpha.show(recipe.method().alpha());
    pieces.setVisible(recipe.method() instanceof SentenceMix);
    if (recipe.method() instanceof SentenceMix sentences) {
      pieces.show(sentences.pieces());
    }
    List<Double> drawnWeights = recipe.draw().weights();
    int wanted = drawnWeights.size() == PAIR ? 1 : drawnWeights.size();
    if (rows.size() != wanted) {
      rows = wanted == 1 ? List.of(lambda()) : all(wanted);
      weights.getChildren().setAll(rows);
    }
    for (int k = 0; k < rows.size(); k++) {
      rows.get(k).show(drawnWeights.get(k));
    }
    seed.show(Long.toString(recipe.seed()));
    boolean byHand = !recipe.equals(recipe.drawn(recipe.index()));
    drawn.setText(
        byHand
            ? messages.get("text.by-hand")
            : messages.get("text.drawn", Long.toString(recipe.index())));
  }

  private ParameterRow lambda() {
    ParameterRow row =
        parameter(
            "lambda",
            "λ",
            Scale.LAMBDA,
            TypedNumber.within01(value -> model.editDraw(draw -> draw.withLambda(value))),
            this::drawAgain);
    row.getStyleClass().add(SourceColour.A.styleClass());
    return row;
  }

  private List<ParameterRow> all(int count) {
    List<ParameterRow> all = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      all.add(weight(k));
    }
    return all;
  }

  private ParameterRow weight(int k) {
    SourceColour colour = SourceColour.of(k);
    Label letter = new Label(colour.letter());
    letter.getStyleClass().add("source-text");
    ObservableValue<String> name =
        messages.languageProperty().map(now -> messages.get("weight", colour.letter()));
    ParameterRow row =
        new ParameterRow(
                "text-weight-" + colour.letter(),
                letter,
                Scale.LAMBDA,
                model.history(),
                messages,
                TypedNumber.within01(value -> model.editDraw(draw -> draw.withWeight(k, value))),
                this::drawAgain)
            .flat()
            .explained(name, messages.bind("weights.help"));
    row.getStyleClass().add(colour.styleClass());
    return row;
  }

  private void drawAgain() {
    model.edit(recipe -> recipe.drawn(recipe.index()));
  }
}
