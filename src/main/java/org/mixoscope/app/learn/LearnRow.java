package org.mixoscope.app.learn;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;

/// A lesson of the menu: a button with a tick where it was taken to its end, its title, and what
/// there is to say of it, and beside it another button.
final class LearnRow extends HBox {
  private static final double WIDTH = 320;

  private final Button begin;

  /// @param said below the title
  /// @param wraps whether that is a sentence; else it is a path, of which the end says most
  /// @param beside another thing that can be done with it
  LearnRow(
      Messages messages,
      String title,
      String minutes,
      boolean done,
      String said,
      boolean wraps,
      Runnable chosen,
      Button beside) {
    Label name = new Label(title);
    name.getStyleClass().add("learn-title");
    Label time = new Label(minutes);
    time.getStyleClass().add("caption");
    time.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(name, gap, time);
    head.setAlignment(Pos.BASELINE_LEFT);
    Label below = new Label(said);
    below.getStyleClass().add(wraps ? "muted" : "caption");
    below.setWrapText(wraps);
    below.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    // Given, since a label that wraps asks for too much height where it does not know its width.
    below.setMinWidth(WIDTH);
    below.setMaxWidth(WIDTH);
    below.setMinHeight(Region.USE_PREF_SIZE);
    head.setMaxWidth(WIDTH);
    FontIcon tick = Icons.of(done ? Feather.CHECK_CIRCLE : Feather.CIRCLE);
    tick.getStyleClass().add(done ? "learn-done" : "learn-open");
    HBox content = new HBox(tick, new VBox(head, below));
    content.getStyleClass().add("learn-row");
    begin = new Button(null, content);
    begin.getStyleClass().addAll("icon-button", "flat", "learn-button");
    begin.setMaxWidth(Double.MAX_VALUE);
    begin.setAccessibleText(
        title
            + (minutes.isEmpty() ? "" : ", " + minutes)
            + (done ? ", " + messages.get("learn.done") : ""));
    begin.setAccessibleHelp(said);
    begin.setOnAction(e -> chosen.run());
    HBox.setHgrow(begin, Priority.ALWAYS);
    beside.getStyleClass().addAll("icon-button", "flat");
    getChildren().addAll(begin, beside);
    setAlignment(Pos.CENTER_LEFT);
  }

  /// What begins the lesson.
  Button begin() {
    return begin;
  }
}
