package org.mixoscope.app.batch;

import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.ui.Drops;
import org.mixoscope.app.ui.FileDialogs;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.batch.sample.BackgroundSource;
import org.mixoscope.batch.sample.Partners;

/// Which pictures without a label are mixed in, if any are, and what was found there.
final class BackgroundRows extends VBox {
  private final BatchModel model;
  private final BatchText text;
  private final PathField path;
  private final Label found = OptionRow.note("batch-background-found", "caption");

  BackgroundRows(BatchModel model, Messages messages, FileDialogs dialogs) {
    this.model = model;
    text = new BatchText(messages);
    path = new PathField(messages, "batch.background", this::take);
    getStyleClass().add("batch-reading");
    getChildren()
        .addAll(
            OptionRow.wide(
                path.node(),
                OptionRow.button(
                    messages,
                    "batch.background.folder",
                    Feather.FOLDER,
                    () -> dialogs.openFolder().ifPresent(this::take)),
                OptionRow.button(
                    messages,
                    "batch.background.file",
                    Feather.FILE,
                    () -> dialogs.openPicture().ifPresent(this::take))),
            found);
    Drops.accept(this, this::take);
    model.optionsProperty().subscribe(options -> show(options.making().partners()));
    model.surveyProperty().subscribe(this::show);
    messages
        .languageProperty()
        .addListener((property, old, now) -> show(model.surveyProperty().get()));
  }

  private void take(@Nullable Path chosen) {
    model.make(
        making ->
            making.with(
                Partners.from(
                    chosen == null ? null : new BackgroundSource(chosen.toAbsolutePath(), null))));
  }

  private void show(Partners partners) {
    BackgroundSource background = partners.background();
    path.show(background == null ? null : background.path());
  }

  private void show(@Nullable Survey survey) {
    found.setText(survey == null ? "" : text.background(survey));
  }
}
