package org.mixoscope.app.explore;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Player;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.SlowMotion;
import org.mixoscope.app.state.Step;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.WhileVisible;

/// What slow motion tells, and where in it one is. There only while something is told.
final class StepBar extends HBox {
  private static final String ON = "on";

  private final MixModel model;
  private final Messages messages;
  private final Actions actions;
  private final HBox dots = new HBox();
  private final Label title = new Label();
  private final Label caption = new Label();
  private final Button previous;
  private final Button next;

  StepBar(MixModel model, Messages messages, Actions actions, Player player) {
    this.model = model;
    this.messages = messages;
    this.actions = actions;
    getStyleClass().add("step-bar");
    setAlignment(Pos.CENTER_LEFT);
    setId("step-bar");
    managedProperty().bind(visibleProperty());
    title.getStyleClass().add("step-title");
    title.setId("step-title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    caption.setWrapText(true);
    caption.setMinHeight(Region.USE_PREF_SIZE);
    caption.setId("step-caption");
    dots.getStyleClass().add("step-dots");
    dots.setAlignment(Pos.CENTER_LEFT);
    HBox head = new HBox(title, dots);
    head.getStyleClass().add("step-head");
    head.setAlignment(Pos.CENTER_LEFT);
    VBox words = new VBox(head, caption);
    words.getStyleClass().add("step-words");
    HBox.setHgrow(words, Priority.ALWAYS);
    previous = button(Command.PREVIOUS_STEP, Feather.SKIP_BACK);
    Button hold = button(Command.PLAY, Feather.PAUSE);
    hold.setId("step-hold");
    player
        .runningProperty()
        .subscribe(on -> hold.setGraphic(Icons.of(on ? Feather.PAUSE : Feather.PLAY)));
    next = button(Command.NEXT_STEP, Feather.SKIP_FORWARD);
    getChildren().addAll(words, previous, hold, next, button(Command.SLOW_MOTION, Feather.X));
    WhileVisible.follow(
        this,
        this::show,
        model.sight().slowMotion().stepProperty(),
        model.revisionProperty(),
        messages.languageProperty());
  }

  private Button button(Command command, Ikon icon) {
    Button button = new Button(null, Icons.of(icon));
    button.getStyleClass().add("icon-button");
    button.setId("step-" + command.name());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(e -> actions.run(command));
    return Explained.by(button, messages, command.key(), command.keysText());
  }

  private void show() {
    SlowMotion story = model.sight().slowMotion();
    Step step = story.stepProperty().get();
    setVisible(step != null && model.mix() != null);
    if (isVisible() && step != null) {
      List<Step> steps = story.steps();
      int at = steps.indexOf(step);
      title.setText("%d · %s".formatted(at + 1, messages.get("step." + step)));
      caption.setText(StepCaption.text(step, model, messages));
      dots.getChildren()
          .setAll(IntStream.range(0, steps.size()).mapToObj(i -> dot(i <= at)).toList());
      previous.setDisable(!story.hasPrevious());
      next.setDisable(!story.hasNext());
    }
  }

  private static Region dot(boolean told) {
    Region dot = new Region();
    dot.getStyleClass().add("step-dot");
    if (told) {
      dot.getStyleClass().add(ON);
    }
    return dot;
  }
}
