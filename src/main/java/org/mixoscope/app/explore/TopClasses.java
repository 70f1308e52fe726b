package org.mixoscope.app.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.mixoscope.app.state.Predictions;
import org.mixoscope.app.state.Predictions.Said;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ProbabilityBar;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.lab.classifier.Classifier;

/// The most probable classes of the mix, each with a bar. A class that a source is of has its
/// colour.
final class TopClasses extends GridPane {
  private static final int ROWS = 3;

  private final Predictions predictions;
  private final Messages messages;
  private final List<Row> rows = new ArrayList<>();
  private final StringProperty spoken = new SimpleStringProperty("");

  private record Row(Label name, ProbabilityBar bar, Label value) {}

  TopClasses(Predictions predictions, Messages messages) {
    this.predictions = predictions;
    this.messages = messages;
    setId("prediction-rows");
    getStyleClass().add("prediction-grid");
    for (int i = 0; i < ROWS; i++) {
      Row row = new Row(new Label(), new ProbabilityBar(), new Label());
      row.value.getStyleClass().add("mono");
      row.value.setMinWidth(Region.USE_PREF_SIZE);
      addRow(i, row.name, row.bar, row.value);
      rows.add(row);
    }
    ColumnConstraints bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(new ColumnConstraints(50, 90, 180), bar, new ColumnConstraints());
    Explained.by(this, spoken, messages.bind("prediction.help"), "");
  }

  void show(Classifier now) {
    Said said = predictions.saidProperty().get();
    List<Double> probabilities = said == null ? List.of() : said.probabilities();
    List<Integer> top = Classifier.top(probabilities, ROWS);
    for (int i = 0; i < ROWS; i++) {
      Row row = rows.get(i);
      boolean there = i < top.size();
      List.of(row.name, row.bar, row.value).forEach(node -> node.setVisible(there));
      if (there) {
        int own = top.get(i);
        row.name.setText(now.classes().get(own));
        row.bar.show(probabilities.get(own));
        row.value.setText(LabelBar.number(probabilities.get(own)));
        colour(row.bar, own);
      }
    }
    spoken.set(
        top.stream()
            .map(c -> percent(probabilities.get(c)) + " % " + now.classes().get(c))
            .collect(Collectors.joining(", ", messages.get("prediction") + ", ", "")));
  }

  private void colour(ProbabilityBar bar, int own) {
    bar.getStyleClass().removeAll(SourceColour.A.styleClass(), SourceColour.B.styleClass());
    IntStream.range(0, 2)
        .filter(k -> predictions.classOf(k).equals(OptionalInt.of(own)))
        .findFirst()
        .ifPresent(k -> SourceColour.of(k).dress(bar));
  }

  private static long percent(double probability) {
    return Math.round(100 * probability);
  }
}
