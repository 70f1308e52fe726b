package org.mixoscope.app.explore;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Incoming;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.LiveScroll;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.RightClick;
import org.mixoscope.dataset.Sample;

/// All sources: a pane for each, and buttons to swap the first two and to add one.
final class SourcesPane extends VBox {
  private static final int PAIR = 2;

  /// More panes than these are small ones.
  private static final int MOST_LARGE = 3;

  private final MixModel model;
  private final Messages messages;
  private final Incoming incoming;
  private final PictureMenus menus;
  private final List<SourcePane> panes = new ArrayList<>();
  private final VBox list = new VBox();
  private final Button swap;
  private final MenuButton add;
  private final HBox buttons = new HBox();
  private int count;

  SourcesPane(Desk desk) {
    model = desk.model();
    messages = desk.messages();
    incoming = desk.incoming();
    menus = new PictureMenus(desk);
    Actions actions = desk.actions();
    getStyleClass().add("sources");
    list.getStyleClass().add("sources-list");
    swap = new Button(null, Icons.of(Feather.REPEAT));
    swap.textProperty().bind(messages.bind("swap"));
    swap.getStyleClass().addAll("icon-button", "pill");
    swap.setId("do-SWAP");
    swap.setOnAction(e -> actions.run(Command.SWAP));
    Explained.by(swap, messages, Command.SWAP.key(), Command.SWAP.keysText());
    add = addMenu();
    buttons.getStyleClass().add("pills");
    buttons.setAlignment(Pos.CENTER);
    ScrollPane scroll = new LiveScroll(list);
    scroll.setFitToHeight(true);
    scroll.setMinHeight(0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(scroll, buttons);
    model.recipeProperty().subscribe(recipe -> show(recipe.sources().size()));
  }

  private void show(int wanted) {
    if (wanted == count) {
      return;
    }
    count = wanted;
    while (panes.size() < count) {
      int k = panes.size();
      SourcePane pane =
          new SourcePane(
              k, model, messages, () -> incoming.chooseSource(k), () -> incoming.chooseMarks(k));
      VBox.setVgrow(pane, Priority.ALWAYS);
      incoming.acceptDrops(pane, k);
      SourceDrag.between(pane, k, model, pane::picture);
      RightClick.on(pane, () -> menus.ofSource(k));
      panes.add(pane);
    }
    List<SourcePane> shown = panes.subList(0, count);
    shown.forEach(
        pane -> pane.arrange(count > MOST_LARGE ? SourcePane.Room.SMALL : SourcePane.Room.LARGE));
    list.getChildren().setAll(shown);
    buttons.getChildren().clear();
    if (count == PAIR) {
      HBox between = new HBox(swap);
      between.setAlignment(Pos.CENTER);
      list.getChildren().add(1, between);
      buttons.getChildren().add(add);
    } else {
      buttons.getChildren().addAll(swap, add);
    }
    add.setDisable(!model.sources().canAdd());
  }

  private MenuButton addMenu() {
    MenuButton menu = new MenuButton(null, Icons.of(Feather.PLUS));
    menu.textProperty().bind(messages.bind("add"));
    menu.getStyleClass().addAll("icon-button", "pill");
    menu.setId("add-source");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    MenuItem files = new MenuItem();
    files.textProperty().bind(messages.bind("add.files"));
    files.setOnAction(e -> incoming.chooseMore());
    menu.getItems().addAll(files, new SeparatorMenuItem());
    for (Sample sample : Sample.ALL) {
      MenuItem item = new MenuItem();
      item.textProperty().bind(messages.bind("sample." + sample.name()));
      item.setId("add-" + sample.name());
      item.setOnAction(e -> model.sources().add(sample.source()));
      menu.getItems().add(item);
    }
    return Explained.by(menu, messages, Command.ADD_SOURCE.key(), Command.ADD_SOURCE.keysText());
  }
}
