package org.mixoscope.app;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.FigureExport;
import org.mixoscope.app.command.Outgoing;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.Template;

/// What the screen in front shows, as a picture or a figure. A screen that copies or saves
/// something of its own has nothing of what only the mix has: sizes of its pixels, formats and
/// templates of its figure.
final class ExportMenu extends MenuButton {
  private static final int LARGEST_SCALE = 4;

  private final Messages messages;
  private final Outgoing outgoing;
  private final FigureExport figures;
  private final BarControls controls;

  ExportMenu(Desk desk, BarControls controls) {
    super(null, new FontIcon(Feather.DOWNLOAD));
    messages = desk.messages();
    outgoing = desk.outgoing();
    figures = desk.figures();
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
    for (FigureFormat format : FigureFormat.values()) {
      getItems().add(figure(format));
    }
    getItems().add(new SeparatorMenuItem());
    getItems().addAll(templates());
  }

  private MenuItem picture(int scale) {
    MenuItem item = new MenuItem();
    item.setId("export-picture-" + scale);
    item.textProperty().bind(named("export.picture", Integer.toString(scale)));
    item.setOnAction(e -> outgoing.exportPicture(scale));
    return ofMixOnly(item, Command.COPY_PICTURE);
  }

  /// The first of the formats is the one of the key.
  private MenuItem figure(FigureFormat format) {
    ObservableValue<String> name = named("export.figure", format.name());
    if (format == FigureFormat.PNG) {
      return controls.item(Command.EXPORT, name);
    }
    MenuItem item = new MenuItem();
    item.setId("export-figure-" + format.name());
    item.textProperty().bind(name);
    item.setOnAction(e -> figures.save(format));
    return ofMixOnly(item, Command.EXPORT);
  }

  private List<MenuItem> templates() {
    ToggleGroup group = new ToggleGroup();
    return Stream.of(Template.values()).map(template -> template(template, group)).toList();
  }

  private MenuItem template(Template template, ToggleGroup group) {
    RadioMenuItem item = new RadioMenuItem();
    item.textProperty().bind(messages.bind("figure." + template.id()));
    item.setToggleGroup(group);
    item.setSelected(template == figures.templateProperty().get());
    item.setOnAction(e -> figures.templateProperty().set(template));
    return ofMixOnly(item, Command.EXPORT);
  }

  private MenuItem ofMixOnly(MenuItem item, Command command) {
    item.disableProperty().bind(controls.deck().isOwn(command));
    return item;
  }

  private ObservableValue<String> named(String key, String value) {
    return messages.languageProperty().map(language -> messages.get(key, value));
  }
}
