package org.mixoscope.app.batch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.FileDialogs;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.app.ui.TypedNumber;
import org.mixoscope.app.ui.ValueField;
import org.mixoscope.dataset.annotated.AnnotationReason;
import org.mixoscope.dataset.labelled.ClassOrder;
import org.mixoscope.dataset.labelled.DataSetException;
import org.mixoscope.dataset.labelled.DataSetReason;
import org.mixoscope.dataset.labelled.FindingReason;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Reason;

/// How the data set is read. What it does not say itself is asked: its split, or the column of its
/// labels, or where its pictures are.
final class ReadingRows extends VBox {
  private static final List<Optional<TargetKind>> TARGETS =
      List.of(
          Optional.empty(),
          Optional.of(TargetKind.CLASS),
          Optional.of(TargetKind.LABELS),
          Optional.of(TargetKind.NUMBER),
          Optional.of(TargetKind.MAP),
          Optional.of(TargetKind.OBJECTS));

  private static final Set<Reason> ABOUT_PICTURES =
      Set.of(DataSetReason.NO_PICTURES_THERE, AnnotationReason.ROOT_LEADS_OUT);

  private static final Set<Reason> OF_CLIPS =
      Set.of(FindingReason.FIRST_FRAMES, FindingReason.SLICES_APART);

  private final BatchModel model;
  private final Picker<ClassOrder> order;
  private final Picker<Optional<TargetKind>> target;
  private final Picker<String> split;
  private final Picker<String> column;
  private final ValueField limit;
  private final CheckBox transpose = new CheckBox();
  private final CheckBox asClips = new CheckBox();
  private final List<? extends Node> usual;
  private final Node limits;
  private final Node splits;
  private final Node columns;
  private final PathField pictures;
  private final Node folders;

  ReadingRows(BatchModel model, Messages messages, FileDialogs dialogs) {
    this.model = model;
    order =
        new Picker<>(
            "batch-class-order",
            List.of(ClassOrder.values()),
            how -> messages.get("batch.class-order." + how),
            how -> read(as -> as.with(how)),
            messages);
    target =
        new Picker<>(
            "batch-labels",
            TARGETS,
            kind -> messages.get("batch.labels." + kind.map(TargetKind::id).orElse("auto")),
            kind -> read(as -> as.with(kind.orElse(null))),
            messages);
    split =
        new Picker<>(
            "batch-split",
            List.of(),
            name -> name,
            name -> read(as -> as.withSplit(name)),
            messages);
    column =
        new Picker<>(
            "batch-label-column",
            List.of(),
            name -> name,
            name -> read(as -> as.withLabelColumn(name)),
            messages);
    limit =
        new ValueField(
            "batch-max-megapixels",
            messages,
            TypedNumber.whole(
                1,
                PictureReader.MOST_MEGAPIXELS,
                n -> model.edit(options -> options.upTo(Math.toIntExact(n)))));
    limit.getStyleClass().add("batch-number");
    limits = OptionRow.of(messages, "batch.max-megapixels", limit);
    usual =
        List.of(
            OptionRow.of(messages, "batch.class-order", order),
            OptionRow.of(messages, "batch.labels", target),
            limits);
    transpose.setId("batch-transpose");
    transpose.textProperty().bind(messages.bind("batch.transpose"));
    transpose.setOnAction(e -> read(as -> as.transposed(transpose.isSelected())));
    Explained.by(transpose, messages, "batch.transpose");
    asClips.setId("batch-as-clips");
    asClips.textProperty().bind(messages.bind("batch.as-clips"));
    asClips.setOnAction(e -> model.edit(o -> o.with(o.others().asClips(asClips.isSelected()))));
    asClips.managedProperty().bind(asClips.visibleProperty());
    Explained.by(asClips, messages, "batch.as-clips");
    splits = OptionRow.of(messages, "batch.split", split);
    columns = OptionRow.of(messages, "batch.label-column", column);
    pictures =
        new PathField(messages, "batch.pictures", folder -> read(as -> as.withPictures(folder)));
    folders =
        OptionRow.wide(
            pictures.node(),
            OptionRow.button(
                messages,
                "batch.pictures.folder",
                Feather.FOLDER,
                () ->
                    dialogs.openFolder().ifPresent(folder -> read(as -> as.withPictures(folder)))));
    getStyleClass().add("batch-reading");
    getChildren().addAll(asClips, splits, columns, folders);
    getChildren().addAll(usual);
    getChildren().add(transpose);
    model.optionsProperty().subscribe(this::show);
    model.surveyProperty().subscribe(this::show);
  }

  private void read(UnaryOperator<ReadAs> change) {
    model.edit(options -> options.read(change.apply(options.as())));
  }

  private void show(BatchOptions options) {
    order.show(options.as().order());
    target.show(Optional.ofNullable(options.as().target()));
    limit.show(Integer.toString(options.maxMegapixels()));
    transpose.setSelected(options.as().transpose());
    asClips.setSelected(options.others().asClips());
  }

  private void show(@Nullable Survey survey) {
    List<String> names = List.of();
    List<String> fields = List.of();
    if (survey != null && survey.data() != null) {
      names = survey.data().findings().splits();
    } else if (survey != null && survey.problem() instanceof DataSetException asking) {
      boolean aboutSplits =
          asking.objection().reason() == DataSetReason.SEVERAL_SPLITS
              || asking.objection().reason() == DataSetReason.NO_SUCH_SPLIT;
      names = aboutSplits ? asking.choices() : List.of();
      fields = aboutSplits ? List.of() : asking.choices();
    }
    ReadAs as = model.optionsProperty().get().as();
    offer(splits, split, names, taken(survey, as));
    offer(columns, column, fields.isEmpty() ? said(as.labelColumn()) : fields, as.labelColumn());
    pictures.show(as.pictures());
    boolean asks = as.pictures() != null || isAboutPictures(survey);
    folders.setVisible(asks);
    folders.setManaged(asks);
    boolean isThere = survey != null && survey.wish().source() != null;
    Other other = survey == null ? null : survey.other();
    for (Node row : usual) {
      boolean ofOthers =
          row.equals(limits) ? other instanceof Other.Clips : other instanceof Other.Texts;
      row.setVisible(isThere && (other == null || ofOthers));
      row.setManaged(row.isVisible());
    }
    asClips.setVisible(
        survey != null && isThere && (survey.wish().others().asClips() || hasClips(survey)));
    // Only those files can be taken so; where it was asked of others, it can be taken back.
    boolean lies = survey != null && survey.data() != null && survey.data().kind().equals("idx");
    transpose.setVisible(isThere && (lies || as.transpose()));
    transpose.setManaged(transpose.isVisible());
  }

  private static boolean hasClips(Survey survey) {
    return survey.data() != null
        && survey.data().findings().remarks().stream()
            .anyMatch(remark -> OF_CLIPS.contains(remark.reason()));
  }

  private static boolean isAboutPictures(@Nullable Survey survey) {
    return survey != null
        && survey.problem() instanceof DataSetException asking
        && ABOUT_PICTURES.contains(asking.objection().reason());
  }

  private static List<String> said(@Nullable String name) {
    return name == null ? List.of() : List.of(name);
  }

  private static @Nullable String taken(@Nullable Survey survey, ReadAs as) {
    return survey != null && survey.data() != null ? survey.data().findings().split() : as.split();
  }

  /// Nothing is to be chosen from one that is taken anyway.
  private static void offer(
      Node row, Picker<String> picker, List<String> all, @Nullable String taken) {
    boolean asks = !all.isEmpty() && !(all.size() == 1 && all.getFirst().equals(taken));
    picker.offer(all, taken);
    row.setVisible(asks);
    row.setManaged(asks);
  }
}
