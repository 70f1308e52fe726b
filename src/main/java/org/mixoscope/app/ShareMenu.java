package org.mixoscope.app;

import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.CodeCopies;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;

/// The recipe as text, as a file and as code, both ways.
final class ShareMenu extends MenuButton {
  ShareMenu(Messages messages, CodeCopies code, BarControls controls) {
    super(null, Icons.of(Feather.SHARE_2));
    getStyleClass().add("icon-button");
    setId("share-menu");
    Explained.by(this, messages, "share");
    getItems()
        .addAll(
            controls.item(Command.COPY_RECIPE),
            controls.item(Command.PASTE),
            new SeparatorMenuItem(),
            controls.item(Command.OPEN_RECIPE),
            controls.item(Command.SAVE_RECIPE),
            new SeparatorMenuItem());
    int before = getItems().size();
    code.addTo(this);
    // Code is of pictures: a screen with other sources has none.
    getItems().stream()
        .skip(before - 1)
        .forEach(
            item ->
                item.visibleProperty()
                    .bind(controls.deck().isOwn(Command.OPEN_A).map(own -> !own)));
  }
}
