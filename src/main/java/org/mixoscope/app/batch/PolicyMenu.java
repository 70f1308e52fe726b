package org.mixoscope.app.batch;

import java.util.Locale;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;

/// The policies to choose from: Explore's, presets, trainings, frameworks.
final class PolicyMenu extends MenuButton {
  private final BatchModel model;
  private final BatchText text;

  PolicyMenu(BatchModel model, Messages messages) {
    this.model = model;
    text = new BatchText(messages);
    setId("batch-policy");
    getStyleClass().add("batch-policy");
    Menu presets = menu(messages, "presets");
    Menu trainings = menu(messages, "trainings");
    Menu frameworks = menu(messages, "frameworks");
    MenuItem explore = new MenuItem();
    for (PolicyChoice choice : PolicyChoice.all()) {
      switch (choice) {
        case PolicyChoice.Explore _ -> fill(explore, choice, messages);
        case PolicyChoice.Known _ -> presets.getItems().add(item(choice, messages));
        case PolicyChoice.Training _ -> trainings.getItems().add(item(choice, messages));
        case PolicyChoice.Framework _ -> frameworks.getItems().add(item(choice, messages));
        case PolicyChoice.Given _ -> throw new IllegalStateException("a job is not in the menu");
      }
    }
    getItems().addAll(explore, presets, trainings, frameworks);
    Explained.by(this, messages, "batch.policy");
    messages.languageProperty().subscribe(this::refresh);
    // The method of Explore has a name only once the menu is asked for.
    setOnShowing(e -> explore.setText(text.policy(new PolicyChoice.Explore(), model.recipe())));
  }

  /// Shows what is chosen.
  void refresh() {
    setText(text.policy(model.optionsProperty().get().making().policy(), model.recipe()));
  }

  private static Menu menu(Messages messages, String key) {
    Menu menu = new Menu();
    menu.setId("batch-policy-" + key);
    menu.textProperty().bind(messages.bind("batch.policy." + key));
    return menu;
  }

  private MenuItem item(PolicyChoice choice, Messages messages) {
    MenuItem item = new MenuItem();
    fill(item, choice, messages);
    return item;
  }

  private void fill(MenuItem item, PolicyChoice choice, Messages messages) {
    item.setId("policy-" + choice.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    item.setOnAction(e -> model.make(m -> m.with(choice)));
    messages
        .languageProperty()
        .subscribe(language -> item.setText(text.policy(choice, model.recipe())));
  }
}
