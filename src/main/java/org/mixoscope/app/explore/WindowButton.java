package org.mixoscope.app.explore;

import javafx.scene.control.Button;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Bubble;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;

/// Opens what says which numbers are shown; there only where there are more than eight bits.
final class WindowButton extends Button {
  private final MixModel model;
  private final Messages messages;
  private final TaskRunner tasks;
  private @Nullable PopOver shown;

  WindowButton(MixModel model, Messages messages, TaskRunner tasks) {
    super(null, Icons.of(Feather.SUN));
    this.model = model;
    this.messages = messages;
    this.tasks = tasks;
    setId("window-button");
    getStyleClass().addAll("icon-button", "flat");
    textProperty().bind(messages.bind("window"));
    Explained.by(this, messages, "window", Command.WINDOW_LEVEL.keysText());
    managedProperty().bind(visibleProperty());
    setOnAction(e -> toggle());
    model.shownProperty().subscribe(ready -> setVisible(ready != null && ready.measure() != null));
  }

  private void toggle() {
    if (shown != null && shown.isShowing()) {
      shown.hide();
      return;
    }
    WindowPane pane = new WindowPane(model, messages, tasks);
    PopOver bubble = Bubble.of(pane, ArrowLocation.BOTTOM_RIGHT);
    Subscription until =
        model
            .shownProperty()
            .subscribe(
                ready -> {
                  if (ready == null || ready.measure() == null) {
                    bubble.hide();
                  }
                })
            .and(pane::close);
    Bubble.show(bubble, this, messages, until);
    shown = bubble;
  }
}
