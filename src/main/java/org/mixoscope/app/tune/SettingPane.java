package org.mixoscope.app.tune;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.MethodPicker;
import org.mixoscope.app.ui.ParameterPane;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;

/// One setting: its controls, and what follows from it.
final class SettingPane extends VBox {

  private final TuneModel model;
  private final int k;
  private final Desk desk;
  private final Messages messages;
  private final Label source = new Label();
  private final VBox controls = new VBox();
  private final NumbersPane numbers;
  private final DistributionPlot plot = new DistributionPlot();
  private final CoverageView coverage = new CoverageView();
  private final Label places = new Label();
  private final StripView strip;
  private @Nullable ParameterPane parameters;

  SettingPane(TuneModel model, int k, Desk desk) {
    this.model = model;
    this.k = k;
    this.desk = desk;
    messages = desk.messages();
    setId("setting-" + (k + 1));
    getStyleClass().addAll("card", "setting-pane");
    source.getStyleClass().add("caption");
    source.setId("setting-source");
    numbers = new NumbersPane(messages);
    strip = new StripView(messages);
    Explained.by(plot, messages, "tune.plot");
    Explained.by(strip, messages, "tune.strip");
    HBox body = new HBox(left(), right());
    body.getStyleClass().add("setting-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(head(), source, body, strip);
    model.settingsProperty().subscribe(now -> showSetting());
    model.consequencesProperty(k).subscribe(now -> showConsequences());
    model.samplesProperty(k).subscribe(strip::show);
    messages
        .languageProperty()
        .addListener(
            (property, old, now) -> {
              showSetting();
              showConsequences();
              strip.show(model.samplesProperty(k).get());
            });
  }

  private HBox head() {
    Label title = new Label();
    title
        .textProperty()
        .bind(messages.languageProperty().map(l -> messages.get("tune.setting", (k + 1) + "")));
    title.getStyleClass().add("setting-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    ObservableValue<MethodType> type =
        model.settingsProperty().map(all -> all.get(k).method().type());
    MethodPicker picker =
        new MethodPicker(Setting.TYPES, type, chosen -> model.choose(k, chosen), "", messages);
    picker.setMinWidth(0);
    HBox.setHgrow(picker, Priority.ALWAYS);
    SettingMenu presets =
        new SettingMenu(
            messages, chosen -> model.edit(k, setting -> chosen), () -> model.takeFromExplore(k));
    Button use = new Button();
    use.setId("use-" + (k + 1));
    use.textProperty().bind(messages.bind("use"));
    use.getStyleClass().add("primary-button");
    use.setMinWidth(Region.USE_PREF_SIZE);
    use.setOnAction(
        e -> {
          model.useInExplore(k);
          desk.actions().run(Command.EXPLORE);
        });
    Explained.by(use, messages, "use");
    HBox head = new HBox(title, picker, presets, share(), use);
    head.getStyleClass().add("setting-head");
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  /// Ways out for the recipe of the moment with this setting.
  private MenuButton share() {
    MenuButton menu = new MenuButton(null, Icons.of(Feather.SHARE_2));
    menu.setId("share-" + (k + 1));
    menu.getStyleClass().add("icon-button");
    menu.getItems()
        .addAll(
            item(Command.COPY_RECIPE, () -> desk.outgoing().copyRecipe(model.recipe(k))),
            item(Command.SAVE_RECIPE, () -> desk.outgoing().saveRecipe(model.recipe(k))),
            new SeparatorMenuItem());
    desk.code().addTo(menu, () -> model.recipe(k));
    return Explained.by(menu, messages, "tune.share");
  }

  private MenuItem item(Command command, Runnable action) {
    MenuItem item = new MenuItem();
    item.textProperty().bind(messages.bind(command.key()));
    item.setOnAction(e -> action.run());
    return item;
  }

  private Node left() {
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    VBox left = new VBox(controls, gap, numbers);
    left.getStyleClass().add("setting-left");
    return left;
  }

  private Node right() {
    Label title = new Label();
    title.textProperty().bind(messages.bind("tune.coverage"));
    title.getStyleClass().add("method-name");
    title.setWrapText(true);
    places.getStyleClass().add("caption");
    places.setWrapText(true);
    VBox words = new VBox(title, places);
    words.getStyleClass().add("coverage-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setAlignment(Pos.CENTER_LEFT);
    HBox map = new HBox(coverage, words);
    map.getStyleClass().add("coverage");
    map.setAlignment(Pos.CENTER_LEFT);
    Explained.by(coverage, messages, "tune.coverage");
    VBox.setVgrow(plot, Priority.ALWAYS);
    VBox right = new VBox(plot, map);
    right.getStyleClass().add("setting-right");
    coverage.prefHeightProperty().bind(right.heightProperty().multiply(0.36));
    HBox.setHgrow(right, Priority.ALWAYS);
    return right;
  }

  private void showSetting() {
    Setting setting = model.setting(k);
    MethodType type = setting.method().type();
    ParameterPane shown = parameters;
    if (shown == null || !shown.type().equals(type)) {
      shown =
          new ParameterPane(
              type,
              () -> model.setting(k).method(),
              method -> model.edit(k, now -> now.with(method)),
              model.history(),
              messages);
      parameters = shown;
      controls.getChildren().setAll(shown);
    }
    shown.show(setting.method().settings());
    source.setText(
        setting
            .preset()
            .map(preset -> messages.get("preset." + preset.id()) + "  ·  " + preset.source())
            .orElseGet(() -> messages.get("tune.own")));
  }

  private void showConsequences() {
    Consequences now = model.consequencesProperty(k).get();
    if (now != null) {
      MethodType type = now.wish().method().type();
      boolean withLambda = type.uses(Trait.LAMBDA);
      Beta density =
          now.wish().method().density(now.wish().method().type().mixed(now.wish().sources()));
      plot.show(now.statistics(), withLambda, density);
      coverage.show(now.statistics().coverage());
      numbers.show(now, withLambda);
      places.setText(
          messages.get(
              "tune.places",
              percent(now.inTheMiddle().value()),
              percent(now.inTheCorner().value())));
    }
  }

  private static String percent(double share) {
    return Long.toString(Math.round(100 * share));
  }
}
