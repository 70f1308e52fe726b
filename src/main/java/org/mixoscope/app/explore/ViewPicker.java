package org.mixoscope.app.explore;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import org.controlsfx.control.SegmentedButton;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.View;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;

/// What the large picture shows: the mix, a source, the weights.
final class ViewPicker extends SegmentedButton {
  private final MixModel model;
  private final Messages messages;
  private final ToggleGroup group = new ToggleGroup();
  private List<View> views = List.of();

  ViewPicker(MixModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setToggleGroup(group);
    model.recipeProperty().subscribe(recipe -> offer(View.of(recipe.sources().size())));
    model.sight().viewProperty().addListener((property, old, now) -> select());
    // Before it is styled, as Skins says.
    setSkin(createDefaultSkin());
  }

  private void offer(List<View> wanted) {
    if (!wanted.equals(views)) {
      views = wanted;
      getButtons().setAll(views.stream().map(this::button).toList());
      select();
    }
  }

  private void select() {
    int chosen = views.indexOf(model.sight().viewProperty().get());
    for (int i = 0; i < getButtons().size(); i++) {
      getButtons().get(i).setSelected(i == chosen);
    }
  }

  private ToggleButton button(View view) {
    ToggleButton button = new ToggleButton();
    button.setOnAction(
        e -> {
          model.sight().viewProperty().set(view);
          // A second click on the chosen one would otherwise leave none chosen.
          button.setSelected(true);
        });
    button.setMinWidth(Region.USE_PREF_SIZE);
    String keys = Command.of(view).map(Command::keysText).orElse("");
    switch (view) {
      case View.Whole whole -> {
        button.textProperty().bind(messages.bind("view." + whole.name()));
        Explained.by(button, messages, "view." + whole.name(), keys);
      }
      case View.Alone(int k) -> {
        String letter = SourceColour.of(k).letter();
        button.setText(letter);
        Explained.by(button, of("view.source", letter), of("view.source.help", letter), keys);
      }
    }
    return button;
  }

  private ObservableValue<String> of(String key, String letter) {
    return messages.languageProperty().map(now -> messages.get(key, letter));
  }
}
