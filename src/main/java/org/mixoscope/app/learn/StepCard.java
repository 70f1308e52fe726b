package org.mixoscope.app.learn;

import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.lesson.Said;
import org.mixoscope.lesson.Step;

/// What a step says, and the ways on, back and out.
final class StepCard extends VBox {
  private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
  private static final double WIDTH = 330;

  private final LessonRun run;
  private final Messages messages;
  private final Label title = new Label();
  private final Label count = new Label();
  private final TextFlow text = words("lesson-text");
  private final TextFlow task = words("lesson-task");
  private final TextFlow then = words("lesson-then");
  private final HBox taskRow;
  private final FontIcon sign = Icons.of(Feather.CIRCLE);
  private final Button back = new Button();
  private final Button next = new Button();

  /// @param print writes the lesson as a handout
  /// @param leave ends the lesson
  StepCard(LessonRun run, Messages messages, Runnable print, Runnable leave) {
    this.run = run;
    this.messages = messages;
    setId("lesson-card");
    getStyleClass().addAll("card", "lesson-card");
    setPrefWidth(WIDTH);
    setMaxSize(WIDTH, Region.USE_PREF_SIZE);
    title.getStyleClass().add("card-title");
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    count.setId("lesson-count");
    count.getStyleClass().add("caption");
    count.setMinWidth(Region.USE_PREF_SIZE);
    Button close = new Button(null, Icons.of(Feather.X));
    close.setId("lesson-leave");
    close.getStyleClass().addAll("icon-button", "flat");
    close.setOnAction(e -> leave.run());
    Explained.by(close, messages, "lesson.leave", "Esc");
    Button paper = new Button(null, Icons.of(Feather.PRINTER));
    paper.setId("lesson-print");
    paper.getStyleClass().addAll("icon-button", "flat");
    paper.setOnAction(e -> print.run());
    Explained.by(paper, messages, "learn.print");
    HBox head = new HBox(title, gap(), count, paper, close);
    head.getStyleClass().add("lesson-head");
    head.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(task, Priority.ALWAYS);
    taskRow = new HBox(sign, task);
    taskRow.getStyleClass().add("lesson-do");
    back.setId("lesson-back");
    back.textProperty().bind(messages.bind("lesson.back"));
    back.setOnAction(e -> run.back());
    back.getStyleClass().add("icon-button");
    Explained.by(back, messages, Command.LESSON_BACK.key(), Command.LESSON_BACK.keysText());
    next.setId("lesson-next");
    next.setOnAction(e -> run.next());
    next.setMinWidth(Region.USE_PREF_SIZE);
    HBox ways = new HBox(back, gap(), next);
    ways.getStyleClass().add("lesson-ways");
    ways.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(head, text, taskRow, then, ways);
    run.indexProperty().subscribe(this::show);
    run.doneProperty().subscribe(this::show);
    messages.languageProperty().subscribe(this::show);
  }

  private static TextFlow words(String id) {
    TextFlow words = new TextFlow();
    words.setId(id);
    words.getStyleClass().add("lesson-words");
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.managedProperty().bind(words.visibleProperty());
    return words;
  }

  /// Each λ̂ is a text of its own: JavaFX draws the ends of wrapped lines twice in one that has a
  /// combining character. Nothing is wrapped at a sign of equality.
  private static void say(TextFlow words, String text) {
    words
        .getChildren()
        .setAll(
            Stream.of(text.replace(" = ", "\u00a0=\u00a0").split("(?=λ̂)|(?<=λ̂)"))
                .map(Text::new)
                .toList());
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  private void show() {
    if (run.indexProperty().get() < 0) {
      return;
    }
    Step step = run.step();
    boolean done = step.until() != null && run.doneProperty().get();
    title.setText(said(run.lesson().title()));
    count.setText(
        messages.get(
            "lesson.count",
            Integer.toString(run.indexProperty().get() + 1),
            Integer.toString(run.lesson().steps().size())));
    say(text, said(step.text()));
    say(task, said(step.task()));
    taskRow.setVisible(step.task() != null);
    taskRow.setManaged(step.task() != null);
    say(then, said(step.then()));
    then.setVisible(done && step.then() != null);
    sign.setIconCode(done ? Feather.CHECK_CIRCLE : Feather.CIRCLE);
    sign.setVisible(step.until() != null);
    sign.setManaged(step.until() != null);
    pseudoClassStateChanged(DONE, done);
    back.setDisable(run.isFirst());
    boolean isOpen = step.until() != null && !done;
    next.setText(
        messages.get(run.isLast() ? "lesson.finish" : isOpen ? "lesson.skip" : "lesson.next"));
    next.getStyleClass().setAll("button", isOpen ? "icon-button" : "primary-button");
    next.setAccessibleText(next.getText());
    next.setAccessibleHelp(spoken(step, done));
  }

  /// All that stands on the card, for who cannot see it.
  private String spoken(Step step, boolean done) {
    return String.join(
        " ",
        count.getText(),
        said(step.text()),
        said(step.task()),
        done ? messages.get("lesson.done") + " " + said(step.then()) : "");
  }

  private String said(@Nullable Said words) {
    return words == null ? "" : words.in(messages.languageProperty().get().id());
  }
}
