package org.mixoscope.app.explore;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Recent;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.recipe.Source;

/// The pictures that were mixed lately. Whether their files are still there is asked when the menu
/// opens.
final class RecentMenu extends MenuButton {
  private final MixModel model;
  private final Messages messages;

  RecentMenu(MixModel model, Messages messages, Recent recent, TaskRunner tasks) {
    this.model = model;
    this.messages = messages;
    setId("recent");
    getStyleClass().addAll("icon-button", "flat", "recent");
    textProperty().bind(messages.bind("recent"));
    setMinWidth(Region.USE_PREF_SIZE);
    // Without an item a menu does not open.
    getItems().setAll(note("recent.looking"));
    setOnShowing(
        e -> {
          List<List<Source>> all = recent.all();
          tasks.run(() -> Recent.present(all), there -> offer(all, there), model::report);
        });
    Explained.by(this, messages, "recent");
  }

  private void offer(List<List<Source>> all, List<List<Source>> there) {
    getItems().setAll(there.stream().map(this::item).toList());
    int missing = all.size() - there.size();
    if (all.isEmpty()) {
      getItems().add(note("recent.none"));
    } else if (missing > 0) {
      getItems().add(note("recent.missing", missing));
    }
  }

  private MenuItem item(List<Source> sources) {
    MenuItem item =
        new MenuItem(sources.stream().map(Source::className).collect(Collectors.joining(" + ")));
    // A name may hold an underscore, which a menu would take for a key.
    item.setMnemonicParsing(false);
    item.setOnAction(e -> model.edit(recipe -> recipe.withSources(sources)));
    return item;
  }

  private MenuItem note(String key, Object... arguments) {
    MenuItem item = new MenuItem(messages.get(key, arguments));
    item.setDisable(true);
    return item;
  }
}
