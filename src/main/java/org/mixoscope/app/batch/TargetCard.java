package org.mixoscope.app.batch;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.FileDialogs;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.app.ui.TypedNumber;
import org.mixoscope.app.ui.ValueField;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.Encoding.Deep;
import org.mixoscope.batch.output.Encoding.Jpeg;
import org.mixoscope.batch.output.Encoding.Numbers;
import org.mixoscope.batch.output.Encoding.Png;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.TextOutput;
import org.mixoscope.clip.ClipFormat;

/// Where samples are written and how, and what room they need.
final class TargetCard extends VBox {
  private static final List<Encoding> FILES =
      List.of(Encoding.USUAL, new Png(), Deep.PNG16, Deep.TIFF, Deep.NPY);
  private static final List<Encoding> ARRAYS = List.of(Numbers.values());

  private final BatchModel model;
  private final BatchText text;
  private final FileDialogs dialogs;
  private final PathField path;
  private final Picker<OutputFormat> format;
  private final Picker<ClipFormat> clipFormat;
  private final Picker<TextOutput.Format> textFormat;
  private final List<? extends Node> ofPictures;
  private final Node ofClips;
  private final Node ofTexts;
  private final Node threadsRow;
  private final Picker<Encoding> encoding;
  private final ValueField quality;
  private final ValueField threads;
  private final CheckBox recipes;
  private final CheckBox strict;
  private final CheckBox retry;
  private final Label retried = OptionRow.note("batch-retried", "caption");
  private final Label needs = OptionRow.note("batch-needs", "caption");
  private final Label array = OptionRow.note("batch-array", "caption");
  private final Label problem = OptionRow.note("batch-target-problem", "batch-problem");

  TargetCard(BatchModel model, Messages messages, FileDialogs dialogs) {
    this.model = model;
    this.dialogs = dialogs;
    text = new BatchText(messages);
    path = new PathField(messages, "batch.target", this::take);
    format =
        new Picker<>(
            "batch-format",
            List.of(OutputFormat.values()),
            layout -> messages.get("batch.format." + layout),
            layout -> model.edit(options -> options.with(layout)),
            messages);
    clipFormat =
        new Picker<>(
            "batch-clip-format",
            List.of(ClipFormat.values()),
            form -> messages.get("batch.clip-format." + form),
            form -> model.makeClips(c -> c.with(form)),
            messages);
    textFormat =
        new Picker<>(
            "batch-text-format",
            List.of(TextOutput.Format.values()),
            form -> messages.get("batch.text-format." + form),
            form -> model.makeTexts(t -> t.with(form)),
            messages);
    encoding =
        new Picker<>(
            "batch-image",
            FILES,
            text::encoding,
            how -> model.edit(options -> options.with(how)),
            messages);
    quality =
        new ValueField(
            "batch-quality",
            messages,
            TypedNumber.whole(1, 100, q -> model.edit(o -> o.with(new Jpeg(Math.toIntExact(q))))));
    threads =
        new ValueField(
            "batch-threads",
            messages,
            TypedNumber.whole(
                1,
                BatchOptions.MOST_THREADS,
                n -> model.edit(o -> o.withThreads(Math.toIntExact(n)))));
    quality.getStyleClass().add("batch-number");
    threads.getStyleClass().add("batch-number");
    quality.managedProperty().bind(quality.visibleProperty());
    recipes = box(messages, "batch.embed");
    recipes.setOnAction(e -> model.edit(o -> o.embeddingRecipes(recipes.isSelected())));
    strict = box(messages, "batch.strict");
    strict.setOnAction(e -> model.edit(o -> o.strictly(strict.isSelected())));
    retry = box(messages, "batch.retry");
    retry.setOnAction(e -> model.retry(retry.isSelected()));
    retry.managedProperty().bind(retry.visibleProperty());
    ofPictures =
        List.of(
            OptionRow.of(messages, "batch.format", format),
            OptionRow.of(messages, "batch.image", encoding, "batch.quality", quality),
            recipes,
            strict);
    ofClips = OptionRow.of(messages, "batch.clip-format", clipFormat);
    ofTexts = OptionRow.of(messages, "batch.text-format", textFormat);
    threadsRow = OptionRow.of(messages, "batch.threads", threads);
    getStyleClass().addAll("card", "batch-card");
    getChildren()
        .addAll(
            Card.title(messages.bind("batch.to")),
            OptionRow.wide(
                path.node(),
                OptionRow.button(
                    messages, "batch.target.folder", Feather.FOLDER, this::chooseFolder)),
            problem,
            retry,
            retried,
            needs,
            ofPictures.getFirst(),
            ofClips,
            ofTexts,
            array,
            ofPictures.get(1),
            threadsRow,
            recipes,
            strict);
    model.optionsProperty().subscribe(this::show);
    model.retryingProperty().subscribe(retry::setSelected);
    model.surveyProperty().subscribe(this::showSurvey);
    messages
        .languageProperty()
        .addListener((property, old, now) -> showSurvey(model.surveyProperty().get()));
  }

  private static CheckBox box(Messages messages, String key) {
    CheckBox box = new CheckBox();
    box.setId(key.replace('.', '-'));
    box.textProperty().bind(messages.bind(key));
    return Explained.by(box, messages, key);
  }

  void chooseFolder() {
    dialogs.openFolder().ifPresent(this::take);
  }

  void take(@Nullable Path target) {
    model.edit(options -> options.to(target == null ? null : target.toAbsolutePath()));
  }

  private void show(BatchOptions options) {
    path.show(options.target());
    format.show(options.output().format());
    boolean array = options.output().format().isArray();
    Encoding now = options.output().encoding();
    encoding.offer(array ? ARRAYS : FILES, now instanceof Jpeg ? Encoding.USUAL : now);
    quality.setVisible(now instanceof Jpeg);
    if (now instanceof Jpeg jpeg) {
      quality.show(Integer.toString(jpeg.quality()));
    }
    threads.show(Integer.toString(options.threads()));
    textFormat.show(options.others().texts().format());
    showClips(model.surveyProperty().get());
    recipes.setSelected(options.output().recipes());
    recipes.setDisable(!options.output().encoding().holdsRecipes());
    strict.setSelected(options.strict());
  }

  private void showClips(@Nullable Survey survey) {
    if (survey != null && survey.other() instanceof Other.Clips clips) {
      clipFormat.show(model.optionsProperty().get().others().clips().format(clips.areVolumes()));
    }
  }

  private void showSurvey(@Nullable Survey survey) {
    Other other = survey == null ? null : survey.other();
    ofPictures.forEach(row -> OptionRow.present(row, other == null));
    OptionRow.present(ofClips, other instanceof Other.Clips);
    OptionRow.present(ofTexts, other instanceof Other.Texts);
    OptionRow.present(threadsRow, !(other instanceof Other.Texts));
    showClips(survey);
    retry.setVisible(survey != null && (survey.unread() > 0 || survey.wish().retried()));
    retried.setText(survey == null ? "" : text.retried(survey));
    needs.setText(survey == null ? "" : text.needs(survey));
    array.setText(survey == null ? "" : text.channels(survey));
    problem.setText(survey == null ? "" : text.problem(survey, Survey.Place.TARGET));
  }
}
