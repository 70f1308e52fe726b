package org.mixoscope.app.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.Highlight;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Moment;
import org.mixoscope.app.state.Sight;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Glossary;
import org.mixoscope.app.ui.Hue;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.Term;
import org.mixoscope.app.ui.TypedNumber;
import org.mixoscope.app.ui.ValueField;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.figure.ClassNames;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// The label vectors of every source and of the mix.
final class LabelPane extends VBox {
  /// More rows than these stand in two columns, without their vectors: the picture needs the room.
  private static final int MOST_ROWS = 4;

  /// A vector of more values has no room beside its bar.
  private static final int MOST_VALUES = 4;

  private final Messages messages;
  private final MixModel model;
  private final Actions actions;
  private final GridPane grid = new GridPane();
  private List<Row> rows = List.of();
  private @Nullable Row ofFrame;
  private final LabelBar mixed = new LabelBar(true);
  private final ValueField smoothing;
  private final ToldLabel told;

  /// The label of one source.
  private record Row(Label name, LabelBar bar, Label vector) {}

  LabelPane(Desk desk) {
    model = desk.model();
    messages = desk.messages();
    actions = desk.actions();
    smoothing =
        new ValueField(
            "smoothing-field",
            messages,
            TypedNumber.below(1, epsilon -> model.edit(r -> r.withSmoothing(epsilon))));
    told = new ToldLabel(model.sight().slowMotion());
    getStyleClass().add("card");
    mixed.setId("mixed-label");
    Sight sight = model.sight();
    mixed.onSegment(
        (segment, colour) -> {
          if (colour instanceof SourceColour source) {
            Linked.by(segment, new Highlight.Source(source.index()), sight);
          }
        });
    Linked.show(mixed, Highlight.Part.LABEL, sight);
    grid.setId("source-labels");
    grid.getStyleClass().add("label-grid");
    getChildren().addAll(header(), grid, mixed, new SeenPane(model, messages));
    WhileVisible.follow(
        this,
        this::show,
        told.shareProperty(),
        model.clipLabelProperty(),
        model.revisionProperty(),
        messages.languageProperty());
  }

  private HBox header() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label label = new Label();
    label.textProperty().bind(messages.bind("smoothing.short"));
    label.getStyleClass().add("muted");
    Explained.resets(label, () -> model.edit(r -> r.withSmoothing(0)));
    smoothing.getStyleClass().add("value-field");
    Explained.by(label, messages, "smoothing");
    Explained.by(smoothing, messages, "smoothing");
    Label title = Explained.by(Card.title(messages.bind("labels")), messages, "labels");
    Button classifier = new Button(null, Icons.of(Feather.CPU));
    classifier.setId("do-OPEN_CLASSIFIER");
    classifier.getStyleClass().addAll("icon-button", "flat");
    classifier.setOnAction(e -> actions.run(Command.OPEN_CLASSIFIER));
    Explained.by(
        classifier, messages, Command.OPEN_CLASSIFIER.key(), Command.OPEN_CLASSIFIER.keysText());
    HBox header =
        new HBox(
            title, Glossary.sign(Term.SOFT_LABEL, messages), gap, classifier, label, smoothing);
    header.getStyleClass().add("label-header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private void build(int count, boolean clip) {
    grid.getChildren().clear();
    grid.getColumnConstraints().clear();
    rows = new ArrayList<>();
    boolean wide = count <= MOST_ROWS;
    int height = wide ? count : (count + 1) / 2;
    for (int k = 0; k < count; k++) {
      Row row = new Row(new Label(), new LabelBar(false), new Label());
      row.name().getStyleClass().add("muted");
      row.vector().getStyleClass().add("mono");
      row.vector().setMinWidth(Region.USE_PREF_SIZE);
      rows.add(row);
      Highlight source = new Highlight.Source(k);
      Linked.by(row.name(), source, model.sight());
      Linked.by(row.bar(), source, model.sight());
      Linked.show(row.vector(), source, model.sight());
      grid.add(row.name(), k / height * 3, k % height);
      grid.add(row.bar(), k / height * 3 + 1, k % height);
      grid.add(row.vector(), k / height * 3 + 2, k % height);
    }
    ofFrame = null;
    if (clip) {
      Row row = new Row(new Label(), new LabelBar(false), new Label());
      row.name().setId("frame-name");
      row.bar().setId("frame-label");
      row.vector().setId("frame-vector");
      row.name().getStyleClass().add("muted");
      row.vector().getStyleClass().add("mono");
      row.vector().setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(height, row.name(), row.bar(), row.vector());
      ofFrame = row;
    }
    for (int column = 0; column < (wide ? 1 : 2); column++) {
      ColumnConstraints name = new ColumnConstraints(80, wide ? 130 : 100, 200);
      ColumnConstraints bar = new ColumnConstraints();
      bar.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().addAll(name, bar, new ColumnConstraints());
    }
  }

  private void show() {
    Recipe recipe = model.recipe();
    int count = recipe.mixedSources().size();
    Moment moment = model.pictures().moment();
    if (rows.size() != count || (ofFrame == null) == (moment != null)) {
      build(count, moment != null);
    }
    List<Hue> colours = SourceColour.ofClasses(recipe);
    ClassNames names = messages.classNames(recipe.sources());
    for (int k = 0; k < count; k++) {
      Row row = rows.get(k);
      List<Double> vector = DoubleStream.of(recipe.label(k)).boxed().toList();
      Source source = recipe.sources().get(k);
      String name = source.isLabelled() ? name(source, names) : messages.get("class.none");
      row.name().setText(SourceColour.of(k).letter() + "  " + name);
      row.bar().show(recipe.classes(), vector, colours);
      row.bar().setAccessibleText(text(vector));
      row.vector().setText(text(vector));
      boolean isShort = count <= MOST_ROWS && vector.size() <= MOST_VALUES;
      row.vector().setVisible(isShort);
      row.vector().setManaged(isShort);
    }
    smoothing.show(plain(recipe.smoothing()));
    Mix mix = model.mix();
    mixed.setVisible(mix != null);
    Row frame = ofFrame;
    if (frame != null) {
      frame.bar().setOpacity(mix == null ? 0 : 1);
      frame.vector().setVisible(mix != null);
    }
    if (mix != null) {
      List<Double> clip = moment == null ? null : model.clipLabelProperty().get();
      List<Double> label = clip == null ? mix.label() : clip;
      mixed.show(names.of(mix.classes()), told.of(label, recipe), colours);
      mixed.setAccessibleText(Spoken.label(mix, recipe, messages));
      showFrame(moment, recipe, told.of(mix.label(), recipe), colours);
    }
  }

  /// What the frame that is shown has of it, beside what all of the clip has.
  private void showFrame(
      @Nullable Moment moment, Recipe recipe, List<Double> label, List<Hue> colours) {
    Row row = ofFrame;
    if (row != null && moment != null) {
      row.name().setText(moment.name(messages));
      row.bar().show(recipe.classes(), label, colours);
      row.bar().setAccessibleText(text(label));
      row.vector().setText(text(label));
      boolean isShort = label.size() <= MOST_VALUES;
      row.vector().setVisible(isShort);
      row.vector().setManaged(isShort);
    }
  }

  /// The most probable class, and how many others a soft label has.
  private static String name(Source source, ClassNames names) {
    int others = source.classes().size() - 1;
    String name = names.of(source.className());
    return others == 0 ? name : name + " + " + others;
  }

  private static String text(List<Double> vector) {
    return vector.stream().map(LabelBar::number).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String plain(double epsilon) {
    return String.format(Locale.ROOT, "%.2f", epsilon);
  }
}
