package org.mixoscope.app.batch;

import java.nio.file.Path;
import javafx.css.PseudoClass;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Page;
import org.mixoscope.app.command.Screen;
import org.mixoscope.app.ui.Drops;
import org.mixoscope.app.ui.LongJob.State;
import org.mixoscope.app.ui.Problems;
import org.mixoscope.app.ui.SteadyScroll;
import org.mixoscope.batch.JobFile;

/// The Batch screen: a data set in, mixed samples out.
public final class BatchScreen implements Screen {
  static final PseudoClass FAILURE = PseudoClass.getPseudoClass("failure");

  private final Desk desk;
  private final BatchModel model;
  private final Page page;

  /// The screen of a desk.
  public BatchScreen(Desk desk, BatchModel model) {
    this.desk = desk;
    this.model = model;
    SourceCard source =
        new SourceCard(model, desk.pool(), desk.messages(), desk.dialogs(), this::openJob);
    TargetCard target = new TargetCard(model, desk.messages(), desk.dialogs());
    Actions actions = new Actions();
    actions.put(Command.OPEN_FOLDER, source::chooseFolder);
    actions.put(Command.RUN_BATCH, model::start);
    actions.put(Command.STOP_BATCH, model.job()::cancel);
    actions.put(Command.COPY_CLI, this::copyLine);
    actions.put(Command.UNDO, model.history()::undo, model.history().canUndoProperty());
    actions.put(Command.REDO, model.history()::redo, model.history().canRedoProperty());

    VBox choices = new VBox(source, new MakingCard(model, desk.messages(), desk.dialogs()), target);
    choices.getStyleClass().add("batch-choices");
    SteadyScroll scroll = new SteadyScroll(choices);
    scroll.getStyleClass().add("batch-left");
    LatestPane latest = new LatestPane(model, desk.messages());
    VBox.setVgrow(latest, Priority.ALWAYS);
    VBox work =
        new VBox(
            new JobPane(model, desk.messages(), outlets()),
            latest,
            new ClassesPane(model, desk.messages()),
            new SkippedPane(model.job(), desk.messages()));
    work.getStyleClass().add("batch-work");
    HBox.setHgrow(work, Priority.ALWAYS);
    HBox columns = new HBox(scroll, work);
    columns.getStyleClass().add("batch-page");
    StackPane layout = new StackPane(columns);
    layout.getStyleClass().add("batch");
    Drops.accept(layout, source::take);
    Drops.accept(target, target::take);
    page = Page.ofForm(layout, actions);
  }

  @Override
  public Page page() {
    return page;
  }

  @Override
  public void setInFront(boolean inFront) {
    model.setActive(inFront);
  }

  private void openJob(Path file) {
    desk.tasks()
        .run(
            () -> BatchModel.taking(JobFile.read(file)),
            taking -> {
              taking.accept(model);
              desk.toast().inform(desk.messages().get("batch.job.taken"));
            },
            failure -> desk.toast().warn(Problems.text(failure, desk.messages())));
  }

  private JobPane.Outlets outlets() {
    return new JobPane.Outlets() {
      @Override
      public void copyLine() {
        BatchScreen.this.copyLine();
      }

      @Override
      public void openResult() {
        if (model.job().stateProperty().get() instanceof State.Done(Ended ended)) {
          desk.reveal().folder(ended.folder());
        }
      }

      @Override
      public void useResult() {
        if (model.job().stateProperty().get() instanceof State.Done(Ended ended)) {
          desk.pool().open(ended.folder());
          desk.actions().run(Command.EXPLORE);
        }
      }
    };
  }

  private void copyLine() {
    ClipboardContent content = new ClipboardContent();
    content.putString(model.commandLine());
    Clipboard.getSystemClipboard().setContent(content);
    desk.toast().inform(desk.messages().get("batch.copied"));
  }
}
