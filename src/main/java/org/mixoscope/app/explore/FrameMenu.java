package org.mixoscope.app.explore;

import java.util.List;
import java.util.Objects;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.recipe.Recipe;

/// The frame of the mix and how pictures are brought to it.
public final class FrameMenu extends MenuButton {
  private static final List<Frame> FRAMES =
      List.of(
          new Frame(32, 32),
          new Frame(64, 64),
          new Frame(128, 128),
          new Frame(224, 224),
          new Frame(256, 256),
          new Frame(384, 384),
          new Frame(512, 512),
          new Frame(1024, 1024));

  private final MixModel model;
  private final Messages messages;
  private final ToggleGroup frames = new ToggleGroup();
  private final ToggleGroup fits = new ToggleGroup();

  /// The frame of a model.
  public FrameMenu(MixModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setId("frame-menu");
    addFrame(null);
    FRAMES.forEach(this::addFrame);
    getItems().add(new SeparatorMenuItem());
    for (Fit fit : Fit.values()) {
      RadioMenuItem item = new RadioMenuItem();
      item.textProperty().bind(messages.bind("fit." + fit));
      item.setUserData(fit);
      item.setToggleGroup(fits);
      item.setOnAction(e -> model.setFrame(model.recipe().frame(), fit));
      getItems().add(item);
    }
    Explained.by(this, messages, "frame");
    model.revisionProperty().addListener((property, old, now) -> showFrame());
    messages.languageProperty().addListener((property, old, now) -> showFrame());
    showFrame();
  }

  private void addFrame(@Nullable Frame frame) {
    RadioMenuItem item = new RadioMenuItem(frame == null ? "" : frame.toString());
    if (frame == null) {
      item.textProperty().bind(messages.bind("frame.of-a"));
    }
    item.setUserData(frame);
    item.setToggleGroup(frames);
    item.setOnAction(e -> model.setFrame(frame, model.recipe().fit()));
    getItems().add(item);
  }

  private void showFrame() {
    Recipe recipe = model.recipe();
    Frame frame = model.frame();
    setText((frame == null ? "–" : frame) + " · " + messages.get("fit." + recipe.fit() + ".short"));
    select(frames, recipe.frame());
    select(fits, recipe.fit());
  }

  private static void select(ToggleGroup group, @Nullable Object value) {
    group.selectToggle(
        group.getToggles().stream()
            .filter(toggle -> Objects.equals(toggle.getUserData(), value))
            .findFirst()
            .orElse(null));
  }
}
