package org.mixoscope.app.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.FileDialogs;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.dataset.annotated.JsonKind;

/// Which data set, and what was found in it.
final class SourceCard extends VBox {
  private final BatchModel model;
  private final Consumer<Path> jobs;
  private final BatchText text;
  private final FileDialogs dialogs;
  private final PathField path;
  private final Label found = OptionRow.note("batch-found", "caption");
  private final Label problem = OptionRow.note("batch-source-problem", "batch-problem");

  /// @param jobs takes the file of a job
  SourceCard(BatchModel model, Messages messages, FileDialogs dialogs, Consumer<Path> jobs) {
    this.model = model;
    this.jobs = jobs;
    this.dialogs = dialogs;
    text = new BatchText(messages);
    path = new PathField(messages, "batch.source", this::take);
    getStyleClass().addAll("card", "batch-card");
    getChildren()
        .addAll(
            Card.title(messages.bind("batch.from")),
            OptionRow.wide(
                path.node(),
                OptionRow.button(
                    messages, "batch.source.folder", Feather.FOLDER, this::chooseFolder),
                OptionRow.button(messages, "batch.source.file", Feather.FILE, this::chooseFile)),
            found,
            problem,
            new ReadingRows(model, messages, dialogs));
    model.optionsProperty().subscribe(options -> path.show(options.source()));
    model.surveyProperty().subscribe(this::show);
    messages
        .languageProperty()
        .addListener((property, old, now) -> show(model.surveyProperty().get()));
  }

  void chooseFolder() {
    dialogs.openFolder().ifPresent(this::take);
  }

  private void chooseFile() {
    dialogs.openDataSet().ifPresent(this::take);
  }

  /// Takes a data set, or a job with its data set. What is named by a relative path means the same
  /// in every folder then.
  void take(@Nullable Path source) {
    if (source != null && isJob(source)) {
      jobs.accept(source.toAbsolutePath());
      path.show(model.optionsProperty().get().source());
      return;
    }
    model.edit(options -> options.from(source == null ? null : source.toAbsolutePath()));
  }

  /// Whether a file is JSON of no kind that data sets have.
  private static boolean isJob(Path source) {
    if (!source.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
      return false;
    }
    try {
      return JsonKind.of(source) == JsonKind.OTHER;
    } catch (IOException e) {
      return true; // whoever reads the job says what is wrong
    }
  }

  private void show(@Nullable Survey survey) {
    found.setText(survey == null ? "" : text.found(survey));
    problem.setText(survey == null ? "" : text.problem(survey, Survey.Place.SOURCE));
  }
}
