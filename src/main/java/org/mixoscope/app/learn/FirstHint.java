package org.mixoscope.app.learn;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;

/// A quiet line below the bar of the first window of all, which leads to the first lesson.
public final class FirstHint extends HBox {
  /// @param begin starts the first lesson
  /// @param gone called when nobody wants to see it any more
  public FirstHint(Messages messages, Runnable begin, Runnable gone) {
    setId("first-hint");
    getStyleClass().add("first-hint");
    setAlignment(Pos.CENTER_LEFT);
    Label text = new Label();
    text.textProperty().bind(messages.bind("learn.hint"));
    text.setMinWidth(0);
    Button start = new Button();
    start.setId("first-hint-start");
    start.getStyleClass().add("primary-button");
    start.textProperty().bind(messages.bind("learn.start"));
    start.setMinWidth(Region.USE_PREF_SIZE);
    start.setOnAction(e -> begin.run());
    Explained.by(start, messages, "learn.start");
    Button close = new Button(null, Icons.of(Feather.X));
    close.setId("first-hint-close");
    close.getStyleClass().addAll("icon-button", "flat");
    close.setOnAction(e -> gone.run());
    Explained.by(close, messages, "dismiss");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(Icons.of(Feather.BOOK_OPEN), text, start, gap, close);
  }
}
