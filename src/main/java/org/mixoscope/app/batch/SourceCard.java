package org.mixoscope.app.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.state.PoolModel;
import org.mixoscope.app.state.PoolModel.Listing;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.FileDialogs;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.dataset.annotated.JsonKind;

/// Which data set, and what was found in it.
final class SourceCard extends VBox {
  private final BatchModel model;
  private final Consumer<Path> jobs;
  private final BatchText text;
  private final FileDialogs dialogs;
  private final PathField path;
  private final PoolModel pool;
  private final Hyperlink open = new Hyperlink();
  private final Label found = OptionRow.note("batch-found", "caption");
  private final Label problem = OptionRow.note("batch-source-problem", "batch-problem");

  /// @param jobs takes the file of a job
  SourceCard(
      BatchModel model,
      PoolModel pool,
      Messages messages,
      FileDialogs dialogs,
      Consumer<Path> jobs) {
    this.model = model;
    this.pool = pool;
    this.jobs = jobs;
    this.dialogs = dialogs;
    text = new BatchText(messages);
    path = new PathField(messages, "batch.source", this::take);
    open.setId("batch-source-open");
    open.textProperty().bind(messages.bind("batch.source.open"));
    open.managedProperty().bind(open.visibleProperty());
    open.setOnAction(e -> openFolder().ifPresent(this::take));
    Explained.by(open, messages, "batch.source.open");
    getStyleClass().addAll("card", "batch-card");
    getChildren()
        .addAll(
            Card.title(messages.bind("batch.from")),
            OptionRow.wide(
                path.node(),
                OptionRow.button(
                    messages, "batch.source.folder", Feather.FOLDER, this::chooseFolder),
                OptionRow.button(messages, "batch.source.file", Feather.FILE, this::chooseFile)),
            open,
            found,
            problem,
            new ReadingRows(model, messages, dialogs));
    model.optionsProperty().subscribe(options -> path.show(options.source()));
    model.optionsProperty().subscribe(this::offer);
    pool.listingProperty().subscribe(this::offer);
    offer();
    model.surveyProperty().subscribe(this::show);
    messages
        .languageProperty()
        .addListener((property, old, now) -> show(model.surveyProperty().get()));
  }

  /// What is open in Explore, if it is something else than is chosen here.
  private Optional<Path> openFolder() {
    Listing listing = pool.listingProperty().get();
    return Optional.ofNullable(listing)
        .map(now -> now.root().toAbsolutePath())
        .filter(root -> !root.equals(model.optionsProperty().get().source()));
  }

  private void offer() {
    open.setVisible(openFolder().isPresent());
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
