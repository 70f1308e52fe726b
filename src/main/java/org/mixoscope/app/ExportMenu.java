package org.mixoscope.app;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Outgoing;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;

/// What the screen in front shows, as a picture or a figure. A screen that copies or saves
/// something of its own has no sizes of pixels, which only the mix has.
final class ExportMenu extends MenuButton {
  private static final int LARGEST_SCALE = 4;

  private final Messages messages;
  private final Outgoing outgoing;
  private final BarControls controls;

  ExportMenu(Desk desk, BarControls controls) {
    super(null, Icons.of(Feather.DOWNLOAD));
    messages = desk.messages();
    outgoing = desk.outgoing();
    this.controls = controls;
    getStyleClass().add("icon-button");
    setId("export-menu");
    Explained.by(this, messages, "export");
    getItems().addAll(controls.item(Command.COPY_PICTURE), controls.item(Command.COPY_FIGURE));
    getItems().add(new SeparatorMenuItem());
    for (int scale = 1; scale <= LARGEST_SCALE; scale++) {
      getItems().add(picture(scale));
    }
    getItems().add(new SeparatorMenuItem());
    getItems().addAll(controls.item(Command.EXPORT), controls.item(Command.FIGURE));
    MenuItem clip = controls.item(Command.SAVE_CLIP);
    clip.visibleProperty().bind(clip.disableProperty().not());
    getItems().add(clip);
  }

  private MenuItem picture(int scale) {
    MenuItem item = new MenuItem();
    item.setId("export-picture-" + scale);
    item.textProperty().bind(named("export.picture", Integer.toString(scale)));
    item.setOnAction(e -> outgoing.exportPicture(scale));
    item.disableProperty().bind(controls.deck().isOwn(Command.COPY_PICTURE));
    return item;
  }

  private ObservableValue<String> named(String key, String value) {
    return messages.languageProperty().map(language -> messages.get(key, value));
  }
}
