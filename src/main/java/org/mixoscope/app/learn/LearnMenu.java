package org.mixoscope.app.learn;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.ui.Bubble;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.lesson.Lesson;
import org.mixoscope.lesson.Lessons;

/// All lessons that come with the program and those that were opened, with a tick where one was
/// taken to its end.
public final class LearnMenu {
  /// What lies above it and around it in the window.
  private static final double AROUND = 110;

  private final Messages messages;
  private final LearnPart part;
  private final TaskRunner tasks;
  private final Ways ways;
  private final VBox own = new VBox();
  private @Nullable PopOver shown;

  /// Where it leads.
  ///
  /// @param begin gets the name of a lesson that comes with the program
  /// @param reopen gets the file of another
  /// @param print writes one as a handout
  /// @param choose asks for the file of a lesson
  public record Ways(
      Consumer<String> begin, Consumer<Path> reopen, Consumer<Lesson> print, Runnable choose) {}

  public LearnMenu(Messages messages, LearnPart part, TaskRunner tasks, Ways ways) {
    this.messages = messages;
    this.part = part;
    this.tasks = tasks;
    this.ways = ways;
    own.getStyleClass().add("learn-own");
    own.managedProperty().bind(own.visibleProperty());
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
    List<Path> files = List.copyOf(part.own());
    tasks.run(
        () -> files.stream().map(OwnLesson::at).toList(),
        lessons -> open(anchor, lessons),
        failure -> open(anchor, List.of()));
  }

  private void open(Node anchor, List<OwnLesson> lessons) {
    if (anchor.getScene() == null) {
      return; // Somebody went on meanwhile.
    }
    list(lessons);
    ScrollPane all = new ScrollPane(page());
    all.setFitToWidth(true);
    all.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    all.setMaxHeight(anchor.getScene().getHeight() - AROUND);
    PopOver bubble = Bubble.of(all, ArrowLocation.TOP_RIGHT);
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

  /// Does something once it is gone.
  private <T> void leave(Consumer<T> way, T with) {
    hide();
    way.accept(with);
  }

  private VBox page() {
    VBox page = new VBox();
    page.setId("learn-menu");
    page.getStyleClass().add("learn-menu");
    Lessons.NAMES.forEach(name -> page.getChildren().add(shipped(name, Lessons.of(name))));
    Button file = new Button(messages.get("learn.open"), Icons.of(Feather.FOLDER));
    file.setId("learn-open");
    file.getStyleClass().addAll("icon-button", "flat");
    file.setOnAction(e -> leave(Runnable::run, ways.choose));
    Explained.by(file, messages, "learn.open");
    page.getChildren().addAll(own, file);
    return page;
  }

  private LearnRow shipped(String name, Lesson lesson) {
    String language = messages.languageProperty().get().id();
    Button paper = new Button(null, Icons.of(Feather.PRINTER));
    paper.setId("print-" + name);
    paper.setOnAction(e -> leave(ways.print, lesson));
    Explained.by(paper, messages, "learn.print");
    LearnRow row =
        new LearnRow(
            messages,
            lesson.title().in(language),
            minutes(lesson),
            part.done().contains(name),
            lesson.summary().in(language),
            true,
            () -> leave(ways.begin, name),
            paper);
    row.begin().setId("lesson-" + name);
    return row;
  }

  private void list(List<OwnLesson> lessons) {
    Label head = new Label(messages.get("learn.own"));
    head.getStyleClass().add("caption");
    own.getChildren().setAll(head);
    lessons.forEach(lesson -> own.getChildren().add(opened(lesson)));
    own.setVisible(!lessons.isEmpty());
  }

  private LearnRow opened(OwnLesson one) {
    Lesson lesson = one.lesson();
    String path = one.file().toString();
    Button forget = new Button(null, Icons.of(Feather.X));
    Explained.by(forget, messages, "learn.forget", "Del");
    LearnRow row =
        new LearnRow(
            messages,
            one.title(messages.languageProperty().get().id()),
            lesson == null ? "" : minutes(lesson),
            part.done().contains(path),
            one.there() ? path : messages.get("recent.gone") + " · " + path,
            false,
            () -> leave(ways.reopen, one.file()),
            forget);
    row.getStyleClass().add("own-lesson");
    forget.setOnAction(e -> forget(row, one.file()));
    row.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.DELETE) {
            forget(row, one.file());
          }
        });
    return row;
  }

  /// The keys go to the row that takes its place.
  private void forget(LearnRow row, Path file) {
    part.forget(file);
    int at = own.getChildren().indexOf(row);
    own.getChildren().remove(row);
    int last = own.getChildren().size() - 1;
    own.setVisible(last > 0);
    if (own.getChildren().get(Math.min(at, last)) instanceof LearnRow next) {
      next.begin().requestFocus();
    }
  }

  private String minutes(Lesson lesson) {
    return messages.get("learn.minutes", lesson.minutes());
  }
}
