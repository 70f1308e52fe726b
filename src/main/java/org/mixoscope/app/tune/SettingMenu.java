package org.mixoscope.app.tune;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.kernel.profile.Convention;
import org.mixoscope.kernel.profile.LambdaLaw;
import org.mixoscope.kernel.profile.Profile;
import org.mixoscope.recipe.Preset;

/// Published settings to choose from, each with its source, and those of frameworks.
final class SettingMenu extends MenuButton {
  private final Messages messages;
  private final Consumer<Setting> choose;

  /// @param choose gets the setting that is chosen
  /// @param takeFromExplore takes the setting of Explore
  SettingMenu(Messages messages, Consumer<Setting> choose, Runnable takeFromExplore) {
    this.messages = messages;
    this.choose = choose;
    textProperty().bind(messages.bind("presets"));
    setId("setting-presets");
    setMinWidth(Region.USE_PREF_SIZE);
    MenuItem own = new MenuItem();
    own.textProperty().bind(messages.bind("tune.from-explore"));
    own.setOnAction(e -> takeFromExplore.run());
    getItems().addAll(own, new SeparatorMenuItem());
    Preset.ALL.forEach(preset -> getItems().add(item(preset)));
    getItems().add(new SeparatorMenuItem());
    Profile.all().forEach(this::add);
    Explained.by(this, messages, "tune.presets");
  }

  private MenuItem item(Preset preset) {
    MenuItem item = new MenuItem();
    item.textProperty()
        .bind(Bindings.concat(messages.bind("preset." + preset.id()), "  ·  " + preset.source()));
    item.setId("preset-" + preset.id());
    item.setOnAction(e -> choose.accept(Setting.of(preset)));
    return item;
  }

  /// Methods whose λ the framework draws by another law are left out: the numbers here would not be
  /// those of the framework.
  private void add(Profile profile) {
    Menu menu = new Menu(profile.id());
    for (Convention convention : profile.conventions()) {
      if (convention.law() == LambdaLaw.BETA) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(messages.bind("method." + convention.method().type().id()));
        item.setOnAction(e -> choose.accept(new Setting(convention.method(), profile.smoothing())));
        menu.getItems().add(item);
      }
    }
    getItems().add(menu);
  }
}
