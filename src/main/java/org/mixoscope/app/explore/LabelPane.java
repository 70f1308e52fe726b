package org.mixoscope.app.explore;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// The label vectors of A, of B and of the mix.
final class LabelPane extends VBox {
  private final Messages messages;
  private final ExploreModel model;
  private final List<Label> names = List.of(new Label(), new Label());
  private final List<LabelBar> bars = List.of(new LabelBar(false), new LabelBar(false));
  private final List<Label> vectors = List.of(new Label(), new Label());
  private final LabelBar mixed = new LabelBar(true);
  private final TextField smoothing = new TextField();
  private final CheckBox correct = new CheckBox();

  LabelPane(ExploreModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("card");
    mixed.setId("mixed-label");

    GridPane grid = new GridPane();
    grid.getStyleClass().add("label-grid");
    ColumnConstraints name = new ColumnConstraints(90, 130, 200);
    ColumnConstraints bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(name, bar);
    for (int k = 0; k < names.size(); k++) {
      names.get(k).getStyleClass().add("muted");
      vectors.get(k).getStyleClass().add("mono");
      vectors.get(k).setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(k, names.get(k), bars.get(k), vectors.get(k));
    }
    getChildren().addAll(header(), grid, mixed);
    model.revisionProperty().addListener((property, old, now) -> show());
    messages.languageProperty().addListener((property, old, now) -> show());
    show();
  }

  private HBox header() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label label = new Label();
    label.textProperty().bind(messages.bind("smoothing.short"));
    label.getStyleClass().add("muted");
    label.setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2) {
            model.edit(r -> r.withSmoothing(0));
          }
        });
    smoothing.getStyleClass().add("value-field");
    smoothing.setId("smoothing-field");
    smoothing.setOnAction(e -> type());
    smoothing
        .focusedProperty()
        .addListener(
            (property, before, focused) -> {
              if (!focused) {
                type();
              }
            });
    Explained.by(label, messages, "smoothing");
    Explained.by(smoothing, messages, "smoothing");
    correct.textProperty().bind(messages.bind("correct"));
    correct.setId("correct-lambda");
    correct.setOnAction(e -> correctLambda(correct.isSelected()));
    Explained.by(correct, messages, "correct");
    HBox header = new HBox(Card.title(messages.bind("labels")), gap, correct, label, smoothing);
    header.getStyleClass().add("label-header");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private void correctLambda(boolean on) {
    CutMix cutMix = model.cutMix();
    if (cutMix != null) {
      model.edit(r -> r.with(new CutMix(cutMix.alpha(), cutMix.rule(), on)));
    }
  }

  private void type() {
    try {
      double epsilon = Double.parseDouble(smoothing.getText().strip());
      model.edit(r -> r.withSmoothing(epsilon));
    } catch (IllegalArgumentException e) {
      model.report(new IllegalArgumentException(messages.get("smoothing.wrong"), e));
    }
    smoothing.setText(plain(model.recipe().smoothing()));
  }

  private void show() {
    Recipe recipe = model.recipe();
    for (int k = 0; k < names.size(); k++) {
      String letter = k == 0 ? "A" : "B";
      names.get(k).setText(letter + "  " + recipe.sources().get(k).className());
      List<Double> vector = DoubleStream.of(recipe.label(k)).boxed().toList();
      bars.get(k).show(recipe.classes(), vector);
      vectors.get(k).setText(text(vector));
    }
    smoothing.setText(plain(recipe.smoothing()));
    CutMix cutMix = model.cutMix();
    correct.setVisible(cutMix != null);
    correct.setSelected(cutMix != null && cutMix.correctLambda());
    Mix mix = model.mix();
    mixed.setVisible(mix != null);
    if (mix != null) {
      mixed.show(mix.classes(), mix.label());
      mixed.setAccessibleText(spoken(mix));
    }
  }

  /// "mixed image, 71 % cat, 29 % coffee".
  private String spoken(Mix mix) {
    StringBuilder text = new StringBuilder(messages.get("labels.mixed"));
    for (int c = 0; c < mix.classes().size(); c++) {
      text.append(", ")
          .append(Math.round(100 * mix.label().get(c)))
          .append(" % ")
          .append(mix.classes().get(c));
    }
    return text.toString();
  }

  private static String text(List<Double> vector) {
    return vector.stream().map(LabelBar::number).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String plain(double epsilon) {
    return String.format(Locale.ROOT, "%.2f", epsilon);
  }
}
