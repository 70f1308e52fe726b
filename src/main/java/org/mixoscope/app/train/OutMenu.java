package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;

/// What leaves of an experiment.
final class OutMenu extends MenuButton {
  private final TrainModel model;
  private final Documents documents;
  private final Messages messages;

  OutMenu(TrainModel model, Documents documents, Messages messages) {
    super(null, Icons.of(Feather.DOWNLOAD));
    this.model = model;
    this.documents = documents;
    this.messages = messages;
    setId("train-out");
    getStyleClass().add("icon-button");
    setMinWidth(Region.USE_PREF_SIZE);
    Explained.by(this, messages, "train.out");
    model.optionsProperty().map(now -> now.runs().size()).subscribe(runs -> fill());
    messages.languageProperty().subscribe(this::fill);
  }

  private void fill() {
    List<MenuItem> items = new ArrayList<>();
    items.add(item("figure", Command.EXPORT.keysText(), documents::saveFigure));
    items.add(item("copy", Command.COPY_FIGURE.keysText(), documents::copyFigure));
    items.add(item("table", "", documents::saveTable));
    items.add(new SeparatorMenuItem());
    for (int k = 0; k < model.options().runs().size(); k++) {
      int run = k;
      MenuItem network = new MenuItem(messages.get("train.out.network", k + 1));
      network.setId("train-out-network-" + (k + 1));
      network.setOnAction(e -> documents.saveNetwork(run));
      items.add(network);
    }
    items.add(item("script", "", documents::saveScript));
    items.add(new SeparatorMenuItem());
    items.add(item("document", Command.SAVE_RECIPE.keysText(), documents::save));
    items.add(item("line", Command.COPY_RECIPE.keysText(), documents::copyLine));
    getItems().setAll(items);
  }

  /// @param name what follows `train.out.`; it ends the id of the item
  private MenuItem item(String name, String keys, Runnable run) {
    String key = "train.out." + name;
    MenuItem item = new MenuItem((messages.get(key) + "   " + keys).strip());
    item.setId("train-out-" + name);
    item.setOnAction(e -> run.run());
    return item;
  }
}
