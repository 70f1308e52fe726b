package org.mixoscope.app.text;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.ValueField;
import org.mixoscope.text.TextRecipe;
import org.mixoscope.text.TextSource;

/// Text k: its letter, its class, and the text to type or paste.
final class SourcePane extends VBox {
  private static final PseudoClass UNUSED = PseudoClass.getPseudoClass("unused");

  private final TextModel model;
  private final int k;
  private final ValueField className;
  private final TextArea text = new TextArea();
  private final Button remove;
  private boolean showing;
  private String shown = "";

  SourcePane(TextModel model, TextTransfer transfer, int k, Messages messages) {
    this.model = model;
    this.k = k;
    SourceColour colour = SourceColour.of(k);
    setId("text-" + colour.letter());
    getStyleClass().addAll("card", "text-source", colour.styleClass());
    Label badge = new Label(colour.letter());
    badge.getStyleClass().add("badge");
    className =
        new ValueField(
            "text-class-" + colour.letter(),
            messages,
            name -> model.setSource(k, now -> now.withClass(name)));
    className.getStyleClass().setAll("text-input", "text-field", "class-field");
    className.promptTextProperty().bind(messages.bind("class.none"));
    HBox.setHgrow(className, Priority.ALWAYS);
    Explained.by(className, messages, "text.class");
    Button open = OptionRow.button(messages, "text.open", Feather.FOLDER, () -> transfer.open(k));
    open.setId("text-open-" + colour.letter());
    remove = OptionRow.button(messages, "text.remove", Feather.X, () -> model.remove(k));
    remove.setId("text-remove-" + colour.letter());
    remove.managedProperty().bind(remove.visibleProperty());
    HBox head = new HBox(badge, className, open, remove);
    head.getStyleClass().add("option-row");
    head.setAlignment(Pos.CENTER_LEFT);
    text.setId("text-field-" + colour.letter());
    text.setWrapText(true);
    text.setPrefRowCount(6);
    text.promptTextProperty().bind(messages.bind("text.prompt"));
    text.accessibleTextProperty()
        .bind(messages.languageProperty().map(now -> messages.get("text.source", colour.letter())));
    VBox.setVgrow(text, Priority.ALWAYS);
    text.textProperty().addListener((property, old, now) -> type(now));
    // All that is typed at once is one step.
    text.focusedProperty()
        .addListener(
            (property, old, focused) -> {
              if (focused) {
                model.history().beginGesture();
              } else {
                model.history().endGesture();
              }
            });
    transfer.acceptDrops(this, k);
    transfer.acceptDrops(text, k);
    getChildren().addAll(head, text);
  }

  void show(TextRecipe recipe) {
    TextSource source = recipe.sources().get(k);
    className.show(source.className());
    // A field may hold another text than it was given: line breaks of Windows become plain ones.
    if (!shown.equals(source.text())) {
      shown = source.text();
      showing = true;
      text.setText(shown);
      showing = false;
    }
    remove.setVisible(model.canRemove());
    pseudoClassStateChanged(UNUSED, k >= recipe.mixedSources().size());
  }

  private void type(String typed) {
    if (!showing) {
      shown = typed;
      model.setSource(k, now -> now.withText(typed));
    }
  }
}
