package org.mixoscope.app.batch;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.FileDialogs;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.app.ui.TypedNumber;
import org.mixoscope.app.ui.ValueField;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Labelling;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.target.Hidden;
import org.mixoscope.kernel.target.Objects.Keeping;

/// What is made of the pictures.
final class MakingCard extends VBox {
  private static final int MOST_COPIES = 1_000_000;

  private final BatchModel model;
  private final Messages messages;
  private final BatchText text;
  private final PolicyMenu policy;
  private final ValueField probability;
  private final Picker<Partners.Who> partners;
  private final ValueField bandwidth;
  private final Node bandwidthRow;
  private final SizeField size;
  private final Picker<Fit> fit;
  private final Picker<Decoding> decoding;
  private final Picker<Channels> channels;
  private final ValueField minVisible;
  private final Picker<Hidden> hidden;
  private final Node hiddenRow;
  private final Picker<Labelling.By> label;
  private final Node labelRow;
  private final Node policyRow;
  private final Node sizeRow;
  private final List<Node> ofPictures;
  private final ValueField smoothing;
  private final ValueField copies;
  private final ValueField seed;
  private final CheckBox originals = new CheckBox();
  private final Label problem = OptionRow.note("batch-making-problem", "batch-problem");

  MakingCard(BatchModel model, Messages messages, FileDialogs dialogs) {
    this.model = model;
    this.messages = messages;
    text = new BatchText(messages);
    policy = new PolicyMenu(model, messages);
    probability =
        field("batch-probability", TypedNumber.upTo(1, p -> model.make(m -> m.withProbability(p))));
    partners =
        new Picker<>(
            "batch-pairing",
            List.of(Partners.Who.values()),
            who -> messages.get("batch.pairing." + who),
            who -> model.make(m -> m.with(like(m.partners(), who))),
            messages);
    bandwidth =
        field("batch-bandwidth", TypedNumber.above0(sigma -> model.make(m -> m.with(near(sigma)))));
    bandwidthRow = OptionRow.of(messages, "batch.bandwidth", bandwidth);
    size = new SizeField(messages, frame -> model.make(m -> m.with(frame, m.fit())));
    fit =
        new Picker<>(
            "batch-fit",
            List.of(Fit.values()),
            how -> messages.get("fit." + how + ".short"),
            how -> model.make(m -> m.with(m.size(), how)),
            messages);
    decoding =
        new Picker<>(
            "batch-decode",
            List.of(Decoding.values()),
            how -> messages.get("batch.decode." + how),
            how -> model.make(m -> m.with(how)),
            messages);
    channels =
        new Picker<>(
            "batch-channels",
            List.of(Channels.values()),
            how -> messages.get("batch.channels." + how),
            how -> model.make(m -> m.with(how)),
            messages);
    minVisible =
        field(
            "batch-min-visible",
            TypedNumber.upTo(1, share -> keep(now -> new Keeping(share, now.hidden()))));
    hidden =
        new Picker<>(
            "batch-hidden",
            List.of(Hidden.values()),
            how -> messages.get("batch.hidden." + how),
            how -> keep(now -> new Keeping(now.minVisible(), how)),
            messages);
    hiddenRow = OptionRow.of(messages, "batch.min-visible", minVisible, "batch.hidden", hidden);
    label =
        new Picker<>(
            "batch-label",
            List.of(Labelling.By.values()),
            by -> messages.get("batch.label." + by),
            by -> model.make(m -> m.with(m.labelling().with(by))),
            messages);
    labelRow = OptionRow.of(messages, "batch.label", label);
    smoothing =
        field("batch-smoothing", TypedNumber.below(1, e -> model.make(m -> m.withSmoothing(e))));
    copies =
        field(
            "batch-copies",
            TypedNumber.whole(
                1, MOST_COPIES, n -> model.make(m -> m.withCopies(Math.toIntExact(n)))));
    seed = field("batch-seed", TypedNumber.whole(Long.MIN_VALUE, Long.MAX_VALUE, model::seed));
    policyRow = OptionRow.wide(policy);
    sizeRow = OptionRow.of(messages, "batch.size", size, "batch.fit", fit);
    ofPictures =
        List.of(
            new BackgroundRows(model, messages, dialogs),
            OptionRow.of(messages, "batch.decode", decoding),
            OptionRow.of(messages, "batch.channels", channels));
    originals.setId("batch-originals");
    originals.textProperty().bind(messages.bind("batch.originals"));
    originals.setOnAction(e -> model.make(m -> m.keepingOriginals(originals.isSelected())));
    Explained.by(originals, messages, "batch.originals");
    getStyleClass().addAll("card", "batch-card");
    getChildren()
        .addAll(
            Card.title(messages.bind("batch.making")),
            policyRow,
            new ClipRows(model, messages),
            new TextRows(model, messages),
            OptionRow.of(messages, "batch.probability", probability),
            OptionRow.of(messages, "batch.pairing", partners),
            bandwidthRow,
            ofPictures.getFirst(),
            sizeRow,
            ofPictures.get(1),
            ofPictures.get(2),
            OptionRow.of(messages, "batch.copies", copies, "batch.seed", seed),
            hiddenRow,
            labelRow,
            OptionRow.of(messages, "batch.smoothing", smoothing),
            originals,
            problem);
    model.optionsProperty().subscribe(options -> show(options.making()));
    model.exploreProperty().subscribe(recipe -> show(model.optionsProperty().get().making()));
    model.surveyProperty().subscribe(this::showSurvey);
    messages
        .languageProperty()
        .addListener((property, old, now) -> showProblem(model.surveyProperty().get()));
  }

  private ValueField field(String id, Consumer<String> take) {
    ValueField field = new ValueField(id, messages, take);
    field.getStyleClass().add("batch-number");
    return field;
  }

  private void show(Making making) {
    policy.refresh();
    probability.show(BatchText.plain(making.probability()));
    partners.show(making.partners().who());
    partners.setDisable(making.partners().background() != null);
    Double sigma = making.partners().bandwidth();
    bandwidth.show(sigma == null ? "" : BatchText.plain(sigma));
    OptionRow.present(bandwidthRow, sigma != null);
    size.show(making.size());
    fit.show(making.fit());
    decoding.show(making.decoding());
    decoding.setDisable(making.size() == null);
    channels.show(making.channels());
    minVisible.show(BatchText.plain(making.labelling().keeping().minVisible()));
    hidden.show(making.labelling().keeping().hidden());
    label.show(making.labelling().by());
    smoothing.show(BatchText.plain(making.smoothing(model.recipe())));
    copies.show(Integer.toString(making.copies()));
    seed.show(Long.toString(model.recipe().seed()));
    originals.setSelected(making.keepOriginals());
  }

  private void keep(UnaryOperator<Keeping> change) {
    model.make(m -> m.with(m.labelling().with(change.apply(m.labelling().keeping()))));
  }

  /// Only where there are objects is there a choice to be made of them.
  private void showSurvey(@Nullable Survey survey) {
    TargetKind target =
        survey == null || survey.data() == null ? null : survey.data().findings().target();
    Other other = survey == null ? null : survey.other();
    OptionRow.present(policyRow, !(other instanceof Other.Texts));
    OptionRow.present(sizeRow, !(other instanceof Other.Texts));
    ofPictures.forEach(row -> OptionRow.present(row, other == null));
    OptionRow.present(hiddenRow, target == TargetKind.OBJECTS);
    OptionRow.present(labelRow, target == TargetKind.OBJECTS || target == TargetKind.MAP);
    showProblem(survey);
  }

  private void showProblem(@Nullable Survey survey) {
    problem.setText(survey == null ? "" : text.problem(survey, Survey.Place.MAKING));
  }

  private static Partners near(double sigma) {
    return new Partners(Partners.Who.NEAR_LABEL, sigma);
  }

  /// By another rule; near is one unit of the label at first.
  private static Partners like(Partners before, Partners.Who who) {
    return who == before.who()
        ? before
        : who == Partners.Who.NEAR_LABEL ? near(1) : Partners.of(who);
  }
}
