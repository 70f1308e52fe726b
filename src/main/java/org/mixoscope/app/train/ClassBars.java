package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.mixoscope.app.ui.ProbabilityBar;

/// The probability of every class as a bar, the most probable one in the colour of the run.
final class ClassBars extends GridPane {
  private static final double PERCENT = 100;
  private static final PseudoClass MOST = PseudoClass.getPseudoClass("most");

  private final List<Row> rows = new ArrayList<>();
  private final int k;

  private record Row(Label name, ProbabilityBar bar, Label value) {}

  /// @param k the run
  ClassBars(int k) {
    this.k = k;
    getStyleClass().add("class-bars");
    setAlignment(Pos.CENTER);
    setMinSize(0, 0);
    ColumnConstraints bar = new ColumnConstraints();
    bar.setHgrow(Priority.ALWAYS);
    ColumnConstraints value = new ColumnConstraints();
    value.setMinWidth(Region.USE_PREF_SIZE);
    getColumnConstraints().addAll(new ColumnConstraints(), bar, value);
  }

  /// @param probabilities one for each class; none for nothing to say
  void show(List<String> classes, float[] probabilities) {
    while (rows.size() < classes.size()) {
      Row row = new Row(new Label(), new ProbabilityBar(), new Label());
      row.name.getStyleClass().add("class-name");
      row.value.getStyleClass().add("class-value");
      row.value.setMinWidth(Region.USE_PREF_SIZE);
      addRow(rows.size(), row.name, row.bar, row.value);
      rows.add(row);
    }
    float most = 0;
    for (float p : probabilities) {
      most = Math.max(most, p);
    }
    for (int c = 0; c < rows.size(); c++) {
      Row row = rows.get(c);
      boolean known = c < probabilities.length;
      row.name.setText(c < classes.size() ? classes.get(c) : "");
      row.bar.show(known ? probabilities[c] : 0);
      row.value.setText(known ? Math.round(PERCENT * probabilities[c]) + " %" : "");
      boolean best = known && probabilities[c] == most;
      row.name.pseudoClassStateChanged(MOST, best);
      row.bar.getStyleClass().remove(RunHue.of(k).styleClass());
      if (best) {
        RunHue.of(k).dress(row.bar);
      }
    }
    setAccessibleText(
        IntStream.range(0, probabilities.length)
            .boxed()
            .sorted((a, b) -> Float.compare(probabilities[b], probabilities[a]))
            .limit(3)
            .map(c -> classes.get(c) + " " + Math.round(PERCENT * probabilities[c]) + " %")
            .collect(Collectors.joining(", ")));
  }
}
