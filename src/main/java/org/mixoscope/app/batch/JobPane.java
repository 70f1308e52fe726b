package org.mixoscope.app.batch;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.concurrent.Task;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.TaskProgressView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.LongJob.State;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.output.OutputFormat;

/// What the job would do, how far it is, how it ended, and what can be done about it.
final class JobPane extends VBox {
  /// For a bar with its two lines.
  private static final double ROOM = 64;

  private final BatchModel model;
  private final Messages messages;
  private final BatchText text;
  private final Label headline = OptionRow.note("batch-headline", "batch-headline");
  private final Label detail = OptionRow.note("batch-detail", "muted");
  private final TaskProgressView<ShownTask> progress = new TaskProgressView<>();
  private final ShownTask task = new ShownTask();
  private final Button start = new Button();
  private final Button stop = new Button();
  private final Button open = new Button();
  private final Button use = new Button();
  private final TextField line = new TextField();

  /// What the buttons do beside starting and stopping.
  interface Outlets {
    /// Copies the command line.
    void copyLine();

    /// Shows the result on the desktop.
    void openResult();

    /// Has Explore mix the result's pictures.
    void useResult();
  }

  JobPane(BatchModel model, Messages messages, Outlets outlets) {
    this.model = model;
    this.messages = messages;
    text = new BatchText(messages);
    getStyleClass().addAll("card", "job-pane");
    start.getStyleClass().add("primary-button");
    name(start, "start", Command.RUN_BATCH.keysText(), model::start);
    name(stop, "stop", Command.STOP_BATCH.keysText(), model.job()::cancel);
    name(open, "open", "", outlets::openResult);
    name(use, "use", "", outlets::useResult);
    stop.textProperty().bind(messages.bind("batch.stop"));
    open.textProperty().bind(messages.bind("batch.open"));
    use.textProperty().bind(messages.bind("batch.use"));
    progress.getStyleClass().add("job-progress");
    progress.setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
    progress.setFocusTraversable(false);
    VBox said = new VBox(headline, detail);
    said.getStyleClass().add("job-said");
    // Texts and progress share a place, or the buttons would run away from the pointer.
    StackPane room = new StackPane(said, progress);
    room.setMinHeight(ROOM);
    getChildren().addAll(room, buttons(), line(outlets));
    model.optionsProperty().subscribe(this::show);
    model.exploreProperty().subscribe(this::show);
    model.surveyProperty().subscribe(this::show);
    model.job().stateProperty().subscribe(this::show);
    messages.languageProperty().subscribe(language -> show());
  }

  private void name(Button button, String key, String shortcut, Runnable action) {
    button.setId("batch-" + key);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.managedProperty().bind(button.visibleProperty());
    button.setOnAction(e -> action.run());
    Explained.by(button, messages, "batch." + key, shortcut);
  }

  private HBox buttons() {
    HBox row = new HBox(start, stop, open, use);
    row.getStyleClass().add("job-buttons");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Node line(Outlets outlets) {
    line.setId("batch-line");
    line.setEditable(false);
    line.getStyleClass().addAll("mono", "job-line");
    Explained.by(line, messages, "batch.line");
    Button copy = new Button(null, Icons.of(Feather.COPY));
    copy.setId("batch-copy");
    copy.getStyleClass().add("icon-button");
    copy.setOnAction(e -> outlets.copyLine());
    Explained.by(copy, messages, "batch.copy", Command.COPY_CLI.keysText());
    HBox.setHgrow(line, Priority.ALWAYS);
    HBox row = new HBox(line, copy);
    row.getStyleClass().add("job-buttons");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private void show() {
    State<Seen, Ended> state = model.job().stateProperty().get();
    Survey survey = model.surveyProperty().get();
    switch (state) {
      case State.None(), State.Cancelled() -> say(plan(survey), "", false);
      case State.Running(var seen, var stopping) -> {
        say("", seen == null ? "" : text.objects(seen.progress()), false);
        task.show(text.count(seen), text.pace(seen, stopping), seen);
      }
      case State.Done(var ended) ->
          say(text.over(ended), lines(text.objects(ended.progress()), after(survey)), false);
      case State.Failed(var why, var seen) -> say(text.failed(why, seen), after(survey), true);
    }
    boolean running = state instanceof State.Running;
    if (running != progress.isVisible()) {
      progress.setVisible(running);
      progress.setManaged(running);
      progress.getTasks().clear();
      if (running) {
        progress.getTasks().add(task);
      }
    }
    start.setVisible(!running);
    start.setDisable(!model.canStart());
    start.setText(messages.get(model.canResume() ? "batch.resume" : "batch.start"));
    stop.setVisible(running);
    stop.setDisable(state instanceof State.Running(_, boolean stopping) && stopping);
    open.setVisible(state instanceof State.Done);
    use.setVisible(state instanceof State.Done(Ended end) && isFolder(end.format()));
    String command = model.commandLine();
    if (!line.getText().equals(command)) {
      line.setText(command);
    }
  }

  private static boolean isFolder(@Nullable OutputFormat format) {
    return format == OutputFormat.IMAGEFOLDER;
  }

  private String plan(@Nullable Survey survey) {
    return survey == null ? messages.get("batch.choose") : text.plan(survey);
  }

  /// Below how the last job ended: what would come next, if something can.
  private String after(@Nullable Survey survey) {
    return survey != null && model.canStart() ? text.plan(survey) : "";
  }

  private static String lines(String... all) {
    return Stream.of(all).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
  }

  private void say(String first, String second, boolean failure) {
    headline.setText(first);
    headline.pseudoClassStateChanged(BatchScreen.FAILURE, failure);
    detail.setText(second);
  }

  /// What ControlsFX shows of the job, which itself runs elsewhere.
  private static final class ShownTask extends Task<Void> {
    void show(String title, String message, @Nullable Seen seen) {
      Progress now = seen == null ? null : seen.progress();
      updateTitle(title);
      updateMessage(message);
      updateProgress(now == null ? -1 : now.done(), now == null ? 1 : now.total());
    }

    @Override
    protected Void call() {
      throw new UnsupportedOperationException("the model runs the job");
    }
  }
}
