package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.lab.Disturbance;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.Metrics;

/// How much of its accuracy each network keeps on test samples that are disturbed: a row for what
/// is done, with a bar for each run.
final class RobustnessPane extends Pane {
  private static final double GAP = 8;

  /// Of a bar, in lines of its number.
  private static final double THICKEST = 0.85;

  /// Thinner bars have no room for their number.
  private static final double ROOM_FOR_NUMBER = 0.75;

  private final TrainModel model;
  private final Messages messages;
  private final Asking<List<Double>> asking;
  private final StringProperty spoken = new SimpleStringProperty("");
  private List<Disturbance> done = List.of();
  private List<List<Double>> said = List.of();
  private @Nullable LabView view;

  RobustnessPane(TrainModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    asking = new Asking<>(model.trainer(), this::answer);
    setId("plot-robustness");
    getStyleClass().add("robustness");
    setMinSize(0, 0);
    Explained.by(this, spoken, messages.bind("train.robustness.help"), "");
    messages.languageProperty().subscribe(now -> say());
  }

  void show(LabView now) {
    LabView before = view;
    view = now;
    Examples test = now.data().test();
    if (before == null
        || before.lanes().size() != now.lanes().size()
        || !before.data().test().equals(test)) {
      said = List.of(); // of others: neither its rows nor its bars are those of these
      say();
    }
    if (now.hasCurvesOf(before) && !said.isEmpty()) {
      return;
    }
    List<Disturbance> usual = Disturbance.usual(test.shape());
    done = usual;
    long seed = model.seed();
    asking.ask(
        lane ->
            Stream.concat(
                    Stream.of(Metrics.of(lane.network(), test).accuracy()),
                    usual.stream().map(one -> one.accuracy(lane.network(), test, seed)))
                .toList());
  }

  private void answer(List<List<Double>> accuracies) {
    said = accuracies;
    say();
  }

  private String name(int row) {
    return row == 0
        ? messages.get("train.robustness.clean")
        : messages.get(
            "train.robustness." + done.get(row - 1).kind().id(), strength(done.get(row - 1)));
  }

  private static String strength(Disturbance one) {
    double shown = one.kind() == Disturbance.Kind.OCCLUSION ? 100 * one.strength() : one.strength();
    return String.format(Locale.ROOT, "%.2f", shown).replaceFirst("\\.?0+$", "");
  }

  private void say() {
    spoken.set(
        said.isEmpty()
            ? ""
            : IntStream.rangeClosed(0, done.size())
                .mapToObj(
                    row ->
                        name(row)
                            + said.stream()
                                .map(run -> " " + Outcome.percent(run.get(row)) + " %")
                                .collect(Collectors.joining(",")))
                .collect(
                    Collectors.joining("; ", messages.get("train.plot.ROBUSTNESS") + ": ", "")));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    getChildren().clear();
    if (said.isEmpty()) {
      return;
    }
    List<Label> names = new ArrayList<>();
    double left = 0;
    for (int row = 0; row <= done.size(); row++) {
      Label name = placed(new Label(name(row)), "tick");
      names.add(name);
      left = Math.max(left, name.getWidth());
    }
    double height = getHeight() / names.size();
    for (int row = 0; row < names.size(); row++) {
      names.get(row).relocate(0, (row + 0.5) * height - names.get(row).getHeight() / 2);
      bars(row, left + GAP, height);
    }
  }

  private void bars(int row, double left, double height) {
    Label widest = placed(new Label("100.0"), "tick");
    double line = widest.getHeight();
    double thick = Math.min(THICKEST * line, (height - GAP / 2) / said.size());
    double top = (row + 0.5) * height - thick * said.size() / 2;
    double room = Math.max(1, getWidth() - left - widest.getWidth() - GAP);
    getChildren().remove(widest);
    for (int k = 0; k < said.size(); k++) {
      double share = said.get(k).get(row);
      Region bar = new Region();
      bar.setManaged(false);
      bar.getStyleClass().add("run-bar");
      RunHue.of(k).dress(bar);
      bar.resizeRelocate(left, top + k * thick + 0.5, Math.max(1, share * room), thick - 1);
      getChildren().add(bar);
      if (thick >= ROOM_FOR_NUMBER * line) {
        Label number = placed(new Label(Outcome.percent(share)), "tick");
        number.relocate(
            left + share * room + GAP / 2, top + (k + 0.5) * thick - number.getHeight() / 2);
      }
    }
  }

  private <N extends Node> N placed(N node, String style) {
    node.getStyleClass().add(style);
    node.setManaged(false);
    getChildren().add(node);
    node.applyCss();
    node.autosize();
    return node;
  }
}
