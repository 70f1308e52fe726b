package org.mixoscope.app.explore;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;

/// What says what is where in a source's picture: it is chosen here, and taken away.
final class MarksMenu extends MenuButton {
  private final int k;
  private final MixModel model;
  private final MenuItem remove = new MenuItem();

  /// @param choose asks for a file
  MarksMenu(int k, MixModel model, Messages messages, Runnable choose) {
    super(null, Icons.of(Feather.TAG));
    this.k = k;
    this.model = model;
    String letter = SourceColour.of(k).letter();
    getStyleClass().addAll("icon-button", "flat", "marks-menu");
    setId("marks-" + letter);
    MenuItem open = new MenuItem();
    open.setId("choose-marks-" + letter);
    open.textProperty().bind(messages.bind("source.marks"));
    open.setOnAction(e -> choose.run());
    remove.setId("remove-marks-" + letter);
    remove.textProperty().bind(messages.bind("source.marks.remove"));
    remove.setOnAction(e -> model.pictures().unmark(k));
    getItems().addAll(open, remove);
    Explained.by(
        this,
        messages.languageProperty().map(now -> messages.get("source.marks.of", letter)),
        messages.bind("source.marks.help"),
        "");
    model.recipeProperty().subscribe(this::follow);
  }

  private void follow() {
    boolean marked =
        k < model.recipe().sources().size() && model.recipe().sources().get(k).annotation() != null;
    remove.setDisable(!marked);
  }
}
