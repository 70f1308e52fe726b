package org.mixoscope.app.ui;

import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;

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

  private final ObservableValue<Choice> choice;
  private final BiConsumer<@Nullable Frame, Fit> choose;
  private final Messages messages;
  private final ToggleGroup frames = new ToggleGroup();
  private final ToggleGroup fits = new ToggleGroup();

  /// What is chosen, and what came of it.
  ///
  /// @param frame null for the size of A
  /// @param mixed the frame of the mix; null while it is not known
  public record Choice(@Nullable Frame frame, Fit fit, @Nullable Frame mixed) {}

  /// @param choose takes what the user chooses, a frame of null for the size of A
  public FrameMenu(
      ObservableValue<Choice> choice, BiConsumer<@Nullable Frame, Fit> choose, Messages messages) {
    this.choice = choice;
    this.choose = choose;
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
      item.setOnAction(e -> choose.accept(choice.getValue().frame(), fit));
      getItems().add(item);
    }
    Explained.by(this, messages, "frame");
    choice.subscribe(this::showChoice);
    messages.languageProperty().addListener((property, old, now) -> showChoice(choice.getValue()));
  }

  private void addFrame(@Nullable Frame frame) {
    RadioMenuItem item = new RadioMenuItem(frame == null ? "" : frame.toString());
    if (frame == null) {
      item.textProperty().bind(messages.bind("frame.of-a"));
    }
    item.setUserData(frame);
    item.setToggleGroup(frames);
    item.setOnAction(e -> choose.accept(frame, choice.getValue().fit()));
    getItems().add(item);
  }

  private void showChoice(Choice now) {
    Frame frame = now.mixed();
    setText((frame == null ? "–" : frame) + " · " + messages.get("fit." + now.fit() + ".short"));
    select(frames, now.frame());
    select(fits, now.fit());
  }

  private static void select(ToggleGroup group, @Nullable Object value) {
    group.selectToggle(
        group.getToggles().stream()
            .filter(toggle -> Objects.equals(toggle.getUserData(), value))
            .findFirst()
            .orElse(null));
  }
}
