package org.mixoscope.app.learn;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.mixoscope.app.ui.Bubble;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.lesson.Lesson;
import org.mixoscope.lesson.Lessons;

/// All lessons that come with the program, with a tick where one was taken to its end.
public final class LearnMenu {
  private static final double WIDTH = 320;

  private final Messages messages;
  private final LearnPart part;
  private final Consumer<String> begin;
  private final Consumer<Lesson> print;
  private final Runnable open;
  private @Nullable PopOver shown;

  /// @param begin gets the name of the lesson that was chosen
  /// @param print writes one as a handout
  /// @param open asks for a lesson of one's own
  public LearnMenu(
      Messages messages,
      LearnPart part,
      Consumer<String> begin,
      Consumer<Lesson> print,
      Runnable open) {
    this.messages = messages;
    this.part = part;
    this.begin = begin;
    this.print = print;
    this.open = open;
  }

  /// Shows it, or takes it away.
  ///
  /// @param anchor what it points to
  public void toggle(Node anchor) {
    PopOver now = shown;
    if (now != null && now.isShowing()) {
      hide();
      return;
    }
    PopOver bubble = Bubble.of(page(), ArrowLocation.TOP_RIGHT);
    bubble.getStyleClass().add("learn");
    Bubble.show(bubble, anchor, messages, Subscription.EMPTY);
    shown = bubble;
  }

  private void hide() {
    PopOver now = shown;
    shown = null;
    if (now != null) {
      now.hide();
    }
  }

  private VBox page() {
    VBox page = new VBox();
    page.setId("learn-menu");
    page.getStyleClass().add("learn-menu");
    Lessons.NAMES.forEach(name -> page.getChildren().add(row(name, Lessons.of(name))));
    Button own = new Button(messages.get("learn.open"), new FontIcon(Feather.FOLDER));
    own.setId("learn-open");
    own.getStyleClass().addAll("icon-button", "flat");
    own.setOnAction(
        e -> {
          hide();
          open.run();
        });
    Explained.by(own, messages, "learn.open");
    page.getChildren().add(own);
    return page;
  }

  private HBox row(String name, Lesson lesson) {
    String language = messages.languageProperty().get().id();
    boolean isDone = part.done().contains(name);
    Label title = new Label(lesson.title().in(language));
    title.getStyleClass().add("learn-title");
    Label minutes = new Label(messages.get("learn.minutes", lesson.minutes()));
    minutes.getStyleClass().add("caption");
    minutes.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, minutes);
    head.setAlignment(Pos.BASELINE_LEFT);
    Label summary = new Label(lesson.summary().in(language));
    summary.getStyleClass().add("muted");
    summary.setWrapText(true);
    // Given, since a label that wraps asks for too much height where it does not know its width.
    summary.setMinWidth(WIDTH);
    summary.setMaxWidth(WIDTH);
    summary.setMinHeight(Region.USE_PREF_SIZE);
    VBox words = new VBox(head, summary);
    HBox.setHgrow(words, Priority.ALWAYS);
    FontIcon tick = new FontIcon(isDone ? Feather.CHECK_CIRCLE : Feather.CIRCLE);
    tick.getStyleClass().add(isDone ? "learn-done" : "learn-open");
    HBox content = new HBox(tick, words);
    content.getStyleClass().add("learn-row");
    Button row = new Button(null, content);
    row.setId("lesson-" + name);
    row.getStyleClass().addAll("icon-button", "flat", "learn-button");
    row.setMaxWidth(Double.MAX_VALUE);
    row.setAccessibleText(
        title.getText()
            + ", "
            + minutes.getText()
            + (isDone ? ", " + messages.get("learn.done") : ""));
    row.setAccessibleHelp(summary.getText());
    row.setOnAction(
        e -> {
          hide();
          begin.accept(name);
        });
    HBox.setHgrow(row, Priority.ALWAYS);
    Button paper = new Button(null, new FontIcon(Feather.PRINTER));
    paper.setId("print-" + name);
    paper.getStyleClass().addAll("icon-button", "flat");
    paper.setOnAction(
        e -> {
          hide();
          print.accept(lesson);
        });
    Explained.by(paper, messages, "learn.print");
    HBox line = new HBox(row, paper);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }
}
