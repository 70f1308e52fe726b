package org.mixoscope.app.batch;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.app.ui.TypedNumber;
import org.mixoscope.app.ui.ValueField;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.text.SentenceMix;
import org.mixoscope.text.TextMethodType;

/// How the texts of a table are mixed. Only where there are texts.
final class TextRows extends VBox {
  private final Picker<TextMethodType> method;
  private final ValueField alpha;
  private final ValueField sources;
  private final ValueField pieces;
  private final Node cut;

  TextRows(BatchModel model, Messages messages) {
    method =
        new Picker<>(
            "batch-text-method",
            List.of(TextMethodType.values()),
            type -> messages.get("text.method." + type.id()),
            type -> model.makeTexts(t -> t.with(type)),
            messages);
    alpha =
        field(
            "batch-text-alpha",
            messages,
            TypedNumber.above0(value -> model.makeTexts(t -> t.withAlpha(value))));
    sources =
        field(
            "batch-text-sources",
            messages,
            TypedNumber.whole(
                2,
                MethodType.MOST_SOURCES,
                k -> model.makeTexts(t -> t.withSources(Math.toIntExact(k)))));
    pieces =
        field(
            "batch-text-pieces",
            messages,
            TypedNumber.whole(
                SentenceMix.PIECES.low(),
                SentenceMix.PIECES.high(),
                m -> model.makeTexts(t -> t.withPieces(Math.toIntExact(m)))));
    cut = OptionRow.of(messages, "batch.text-sources", sources, "batch.text-pieces", pieces);
    getStyleClass().add("batch-reading");
    getChildren()
        .addAll(
            OptionRow.of(messages, "batch.text-method", method, "batch.text-alpha", alpha), cut);
    model.optionsProperty().subscribe(options -> show(options.others().texts()));
    model.surveyProperty().subscribe(survey -> OptionRow.present(this, hasTexts(survey)));
  }

  private static ValueField field(String id, Messages messages, Consumer<String> take) {
    ValueField field = new ValueField(id, messages, take);
    field.getStyleClass().add("batch-number");
    return field;
  }

  private void show(TextMaking making) {
    method.show(making.method().type());
    alpha.show(BatchText.plain(making.method().alpha()));
    sources.show(Integer.toString(making.sources()));
    pieces.show(Integer.toString(making.pieces()));
    OptionRow.present(cut, making.method() instanceof SentenceMix);
  }

  private static boolean hasTexts(@Nullable Survey survey) {
    return survey != null && survey.other() instanceof Other.Texts;
  }
}
