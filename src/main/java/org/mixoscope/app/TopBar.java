package org.mixoscope.app;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.CodeCopies;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.FigureExport;
import org.mixoscope.app.command.Transfer;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Look;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.Template;
import org.mixoscope.recipe.code.CodeTarget;

/// The name, the seed, and what concerns the whole screen.
final class TopBar extends HBox {
  private static final int LARGEST_SCALE = 4;
  private static final double LOGO = 26;

  /// In a narrower window the screens and buttons need all of it.
  private static final double ROOM_FOR_NAME = 1400;

  private static final double ROOM_FOR_CAPTION = 1200;

  private final MixModel model;
  private final Messages messages;
  private final Actions actions;
  private final Transfer transfer;
  private final CodeCopies code;
  private final FigureExport figures;
  private final TextField seed = new TextField();

  /// @param screens the commands that show a screen, in their order
  /// @param front the one whose screen is in front
  TopBar(Desk desk, List<Command> screens, ReadOnlyObjectProperty<Command> front) {
    model = desk.model();
    messages = desk.messages();
    actions = desk.actions();
    transfer = desk.transfer();
    code = desk.code();
    figures = desk.figures();
    Look look = desk.look();
    getStyleClass().add("top-bar");
    setAlignment(Pos.CENTER_LEFT);
    ImageView logo = new ImageView(Icons.logo());
    logo.setFitWidth(LOGO);
    logo.setFitHeight(LOGO);
    Label name = new Label("Mixoscope");
    name.getStyleClass().add("app-name");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Region gapBefore = new Region();
    HBox.setHgrow(gapBefore, Priority.ALWAYS);

    Button undo = button(Command.UNDO, Feather.CORNER_UP_LEFT);
    undo.disableProperty().bind(model.history().canUndoProperty().not());
    Button redo = button(Command.REDO, Feather.CORNER_UP_RIGHT);
    redo.disableProperty().bind(model.history().canRedoProperty().not());
    Button play = button(Command.PLAY, Feather.PLAY);
    desk.player()
        .runningProperty()
        .subscribe(on -> play.setGraphic(new FontIcon(on ? Feather.PAUSE : Feather.PLAY)));
    Button theme = button(Command.THEME, Feather.MOON);
    look.themeProperty()
        .subscribe(
            now -> theme.setGraphic(new FontIcon(now.isDark() ? Feather.SUN : Feather.MOON)));
    Button language = button(Command.LANGUAGE, Feather.GLOBE);
    language.setGraphic(null);
    language.setMinWidth(Region.USE_PREF_SIZE);
    name.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_NAME));
    name.managedProperty().bind(name.visibleProperty());
    language.textProperty().bind(messages.languageProperty().map(now -> now.other().ownName()));
    getChildren()
        .addAll(
            logo,
            name,
            gapBefore,
            screens(screens, front),
            gap,
            group(seedGroup(), button(Command.RESAMPLE, Feather.REFRESH_CW), playGroup(play, desk)),
            group(undo, redo, button(Command.RESET, Feather.ROTATE_CCW)),
            group(button(Command.KEEP, Feather.BOOKMARK), share(), export()),
            group(
                button(Command.PRESENT, Feather.MONITOR),
                theme,
                language,
                button(Command.KEYS, Feather.HELP_CIRCLE)));
  }

  private SegmentedButton screens(List<Command> screens, ReadOnlyObjectProperty<Command> front) {
    SegmentedButton choice = new SegmentedButton();
    choice.setId("screens");
    for (Command command : screens) {
      ToggleButton button = new ToggleButton();
      button.setId("do-" + command.name());
      button.textProperty().bind(messages.bind(command.key()));
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(e -> actions.run(command));
      // A click on the screen that is shown must not leave none chosen.
      front.subscribe(now -> button.setSelected(now == command));
      button.selectedProperty().subscribe(() -> button.setSelected(front.get() == command));
      Explained.by(button, messages, command.key(), command.keysText());
      choice.getButtons().add(button);
    }
    return choice;
  }

  private static HBox group(Node... nodes) {
    HBox group = new HBox(nodes);
    group.getStyleClass().add("tool-group");
    group.setAlignment(Pos.CENTER_LEFT);
    return group;
  }

  private HBox playGroup(Button play, Desk desk) {
    HBox box = new HBox(play, new PlayMenu(desk.player(), messages, actions));
    box.getStyleClass().add("play-group");
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private Button button(Command command, Ikon icon) {
    Button button = new Button(null, new FontIcon(icon));
    button.getStyleClass().add("icon-button");
    button.setId("do-" + command.name());
    button.setOnAction(e -> actions.run(command));
    return Explained.by(button, messages, command.key(), command.keysText());
  }

  private HBox seedGroup() {
    Label caption = new Label();
    caption.textProperty().bind(messages.bind("seed.short"));
    caption.getStyleClass().add("muted");
    caption.setMinWidth(Region.USE_PREF_SIZE);
    caption.visibleProperty().bind(widthProperty().greaterThan(ROOM_FOR_CAPTION));
    caption.managedProperty().bind(caption.visibleProperty());
    seed.setId("seed-field");
    seed.getStyleClass().add("seed-field");
    seed.setOnAction(e -> type());
    seed.focusedProperty()
        .addListener(
            (property, before, focused) -> {
              if (!focused) {
                type();
              }
            });
    model.recipeProperty().subscribe(r -> seed.setText(Long.toString(r.seed())));
    Explained.by(seed, messages, "seed");
    Button dice = button(Command.NEW_SEED, Feather.SHUFFLE);
    ToggleButton lock = new ToggleButton(null, new FontIcon(Feather.UNLOCK));
    lock.getStyleClass().add("icon-button");
    lock.setId("seed-lock");
    lock.selectedProperty().bindBidirectional(model.seedLockedProperty());
    lock.selectedProperty()
        .subscribe(on -> lock.setGraphic(new FontIcon(on ? Feather.LOCK : Feather.UNLOCK)));
    seed.disableProperty().bind(lock.selectedProperty());
    dice.disableProperty().bind(lock.selectedProperty());
    HBox box = new HBox(caption, seed, dice, Explained.by(lock, messages, "lock"));
    box.getStyleClass().add("seed-group");
    box.setAlignment(Pos.CENTER_LEFT);
    return box;
  }

  private void type() {
    String typed = seed.getText().strip();
    String now = Long.toString(model.recipe().seed());
    if (typed.equals(now)) {
      return;
    }
    try {
      long value = Long.parseLong(typed);
      model.edit(r -> r.seeded(value));
    } catch (NumberFormatException e) {
      model.report(new NumberFormatException(messages.get("seed.wrong", typed)));
      seed.setText(now);
    }
  }

  private MenuButton share() {
    MenuButton menu = menu("share", Feather.SHARE_2);
    menu.getItems()
        .addAll(
            item(Command.COPY_RECIPE),
            item(Command.PASTE),
            new SeparatorMenuItem(),
            item(Command.OPEN_RECIPE),
            item(Command.SAVE_RECIPE),
            new SeparatorMenuItem());
    for (CodeTarget target : CodeTarget.values()) {
      menu.getItems().add(codeItem(target, menu));
    }
    return menu;
  }

  /// Follows the method: a library that does not have it says so instead.
  private MenuItem codeItem(CodeTarget target, MenuButton menu) {
    Command command = CodeCopies.command(target);
    MenuItem item = new MenuItem();
    item.setId("do-" + command.name());
    item.setOnAction(e -> actions.run(command));
    menu.addEventHandler(
        MenuButton.ON_SHOWING,
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

  private MenuButton export() {
    MenuButton menu = menu("export", Feather.DOWNLOAD);
    menu.getItems()
        .addAll(item(Command.COPY_PICTURE), item(Command.COPY_FIGURE), new SeparatorMenuItem());
    for (int scale = 1; scale <= LARGEST_SCALE; scale++) {
      int factor = scale;
      menu.getItems()
          .add(
              item(
                  () -> messages.get("export.picture", Integer.toString(factor)),
                  () -> transfer.exportPicture(factor)));
    }
    menu.getItems().add(new SeparatorMenuItem());
    for (FigureFormat format : FigureFormat.values()) {
      String key = format == FigureFormat.PNG ? Command.EXPORT.keysText() : "";
      menu.getItems()
          .add(
              item(
                  () -> messages.get("export.figure", format.name()) + "   " + key,
                  () -> figures.save(format)));
    }
    menu.getItems().add(new SeparatorMenuItem());
    ToggleGroup templates = new ToggleGroup();
    for (Template template : Template.values()) {
      RadioMenuItem item = new RadioMenuItem();
      item.textProperty().bind(messages.bind("figure." + template.id()));
      item.setToggleGroup(templates);
      item.setSelected(template == figures.templateProperty().get());
      item.setOnAction(e -> figures.templateProperty().set(template));
      menu.getItems().add(item);
    }
    return menu;
  }

  private MenuButton menu(String key, Ikon icon) {
    MenuButton menu = new MenuButton(null, new FontIcon(icon));
    menu.getStyleClass().add("icon-button");
    menu.setId(key + "-menu");
    return Explained.by(menu, messages, key);
  }

  private MenuItem item(Command command) {
    MenuItem item = new MenuItem();
    item.textProperty()
        .bind(Bindings.concat(messages.bind(command.key()), "   " + command.keysText()));
    item.setOnAction(e -> actions.run(command));
    return item;
  }

  private MenuItem item(Callable<String> text, Runnable action) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(Bindings.createStringBinding(text, messages.languageProperty()));
    item.setOnAction(e -> action.run());
    return item;
  }
}
