package org.mixoscope.app.explore;

import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Sight;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;

/// How the picture is looked at: divider and zoom.
final class ViewBar extends HBox {
  private final Actions actions;
  private final Messages messages;
  private final StringProperty zoom = new SimpleStringProperty();

  ViewBar(MixModel model, Messages messages, Actions actions, TaskRunner tasks) {
    Sight sight = model.sight();
    this.actions = actions;
    this.messages = messages;
    getStyleClass().add("view-bar");
    setAlignment(Pos.CENTER);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    WindowButton window = new WindowButton(model, messages, tasks);
    actions.putWhile(Command.WINDOW_LEVEL, window::fire, window.visibleProperty());
    ToggleButton swipe = new ToggleButton(null, Icons.of(Feather.COLUMNS));
    swipe.textProperty().bind(messages.bind("swipe"));
    swipe.setId("do-SWIPE");
    swipe.getStyleClass().addAll("icon-button", "flat");
    swipe.selectedProperty().bindBidirectional(sight.swipingProperty());
    Explained.by(swipe, messages, Command.SWIPE.key(), Command.SWIPE.keysText());
    Button fit = button(Command.ZOOM_FIT, Icons.of(Feather.MAXIMIZE));
    fit.textProperty().bind(zoom);
    fit.getStyleClass().add("zoom");
    sight
        .viewportProperty()
        .subscribe(now -> zoom.set(String.format(Locale.ROOT, "%.1f×", now.zoom())));
    fit.disableProperty().bind(sight.viewportProperty().map(now -> now.zoom() <= 1));
    getChildren()
        .addAll(
            window,
            marks(model),
            swipe,
            button(Command.ZOOM_OUT, Icons.of(Feather.ZOOM_OUT)),
            fit,
            button(Command.ZOOM_IN, Icons.of(Feather.ZOOM_IN)));
  }

  /// There only where something is known.
  private ToggleButton marks(MixModel model) {
    ToggleButton marks = new ToggleButton(null, Icons.of(Feather.TAG));
    marks.textProperty().bind(messages.bind("marks"));
    marks.setId("do-MARKS");
    marks.getStyleClass().addAll("icon-button", "flat");
    marks.selectedProperty().bindBidirectional(model.sight().marksShownProperty());
    marks.managedProperty().bind(marks.visibleProperty());
    model
        .shownProperty()
        .subscribe(ready -> marks.setVisible(ready != null && ready.marks() != null));
    return Explained.by(marks, messages, Command.MARKS.key(), Command.MARKS.keysText());
  }

  private Button button(Command command, FontIcon icon) {
    Button button = new Button(null, icon);
    button.getStyleClass().addAll("icon-button", "flat");
    button.setId("do-" + command.name());
    button.setOnAction(e -> actions.run(command));
    return Explained.by(button, messages, command.key(), command.keysText());
  }
}
