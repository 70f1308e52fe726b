package org.mixoscope.app.train;

import java.nio.file.Path;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.app.ui.Toast;
import org.mixoscope.app.ui.ValueField;

/// Experiments that were kept: each with its name, and buttons to compare with it, to train it
/// again and to take it away.
final class KeptCard extends VBox {
  private final TrainModel model;
  private final Documents documents;
  private final Toast toast;
  private final Messages messages;
  private final VBox rows = new VBox();
  private final Label none = OptionRow.note("train-kept-none", "caption");

  KeptCard(TrainModel model, Documents documents, Toast toast, Messages messages) {
    this.model = model;
    this.documents = documents;
    this.toast = toast;
    this.messages = messages;
    getStyleClass().addAll("card", "train-card");
    rows.getStyleClass().add("train-kept");
    HBox head =
        OptionRow.wide(
            Card.title(messages.bind("train.kept")),
            button(Command.KEEP, Feather.BOOKMARK, documents::keep),
            opening(),
            button(Command.SAVE_RECIPE, Feather.SAVE, documents::save));
    getChildren().addAll(head, none, rows);
    InvalidationListener change = e -> show();
    model.kept().all().addListener(change);
    model.kept().comparedProperty().addListener(change);
    messages.languageProperty().subscribe(now -> show());
  }

  /// A file, or one of those that were opened or saved lately.
  private MenuButton opening() {
    MenuButton opening = new MenuButton(null, Icons.of(Feather.FOLDER));
    opening.setId("train-OPEN_RECIPE");
    opening.getStyleClass().addAll("icon-button", "flat");
    opening.setMinWidth(Region.USE_PREF_SIZE);
    opening.showingProperty().subscribe(on -> fill(opening, on));
    fill(opening, true);
    return Explained.by(opening, messages, "train.OPEN_RECIPE", Command.OPEN_RECIPE.keysText());
  }

  private void fill(MenuButton opening, boolean on) {
    if (!on) {
      return;
    }
    MenuItem file = new MenuItem(messages.get("train.open-document"));
    file.setOnAction(e -> documents.choose());
    opening.getItems().setAll(file);
    for (Path recent : model.documents().all()) {
      MenuItem item = new MenuItem(recent.toString());
      item.setMnemonicParsing(false);
      item.setOnAction(e -> documents.open(recent));
      opening.getItems().add(item);
    }
  }

  private Button button(Command command, Ikon icon, Runnable action) {
    String key = "train." + command.name();
    Button button = new Button(null, Icons.of(icon));
    button.setId("train-" + command.name());
    button.getStyleClass().addAll("icon-button", "flat");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> action.run());
    return Explained.by(button, messages, key, command.keysText());
  }

  private void show() {
    none.setText(model.kept().all().isEmpty() ? messages.get("train.kept.none") : "");
    rows.getChildren().setAll(model.kept().all().stream().map(this::row).toList());
  }

  private HBox row(LabDocument document) {
    ValueField name =
        new ValueField(
            "kept-name",
            messages,
            typed -> model.kept().rename(document, typed.isEmpty() ? document.name() : typed));
    name.show(document.name());
    name.home(); // the data come first
    name.getStyleClass().add("kept-name");
    Explained.by(name, messages, "train.kept.name");
    ToggleButton compare = new ToggleButton(null, Icons.of(Feather.EYE));
    compare.setId("kept-compare");
    compare.getStyleClass().addAll("icon-button", "flat");
    compare.setSelected(document.equals(model.kept().comparedProperty().get()));
    compare.setDisable(document.curves().isEmpty());
    compare.setOnAction(
        e -> model.kept().comparedProperty().set(compare.isSelected() ? document : null));
    Explained.by(compare, messages, "train.kept.compare");
    HBox row =
        OptionRow.wide(
            name,
            compare,
            flat("train.kept.open", Feather.CORNER_UP_LEFT, () -> documents.open(document)),
            flat("train.kept.remove", Feather.X, () -> remove(document)));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Button flat(String key, Ikon icon, Runnable action) {
    Button button = OptionRow.button(messages, key, icon, action);
    button.getStyleClass().add("flat");
    return button;
  }

  private void remove(LabDocument document) {
    Runnable back = model.kept().remove(document);
    toast.offerUndo(messages.get("train.kept.removed", document.name()), back);
  }
}
