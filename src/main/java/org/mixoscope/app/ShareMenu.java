package org.mixoscope.app;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.mixoscope.app.command.CodeCopies;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.recipe.code.CodeTarget;

/// The recipe as text, as a file and as code, both ways.
final class ShareMenu extends MenuButton {
  private final Messages messages;
  private final CodeCopies code;
  private final BarControls controls;

  ShareMenu(Messages messages, CodeCopies code, BarControls controls) {
    super(null, new FontIcon(Feather.SHARE_2));
    this.messages = messages;
    this.code = code;
    this.controls = controls;
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
    for (CodeTarget target : CodeTarget.values()) {
      getItems().add(codeItem(target));
    }
  }

  /// Follows the method: a library that does not have it says so instead.
  private MenuItem codeItem(CodeTarget target) {
    Command command = CodeCopies.command(target);
    MenuItem item = new MenuItem();
    item.setId("do-" + command.name());
    item.setOnAction(e -> controls.deck().run(command));
    addEventHandler(
        ON_SHOWING,
        e -> {
          boolean there = code.has(target);
          item.setDisable(!there);
          item.setText(
              there
                  ? messages.get(command.key()) + "   " + command.keysText()
                  : code.whyNot(target));
        });
    return item;
  }
}
