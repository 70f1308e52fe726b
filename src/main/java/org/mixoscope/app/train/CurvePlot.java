package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.lab.study.Measure;
import org.mixoscope.lab.study.Study.Point;

/// A number of all runs by epoch, on the test samples and, dashed, on the mixed ones while they
/// were trained on. A line stands where something was changed.
final class CurvePlot extends Pane {
  private static final double LEFT = 36;
  private static final double RIGHT = 10;
  private static final double TOP = 8;
  private static final double BOTTOM = 18;
  private static final double MARK_LINE = 14;
  private static final int MARK_LINES = 3;

  private final Kind kind;

  private final Messages messages;
  private final Line across = styled(new Line(), "plot-axis");
  private final Line up = styled(new Line(), "plot-axis");
  private final List<Label> ticks =
      Stream.generate(() -> styled(new Label(), "tick")).limit(4).toList();
  private final List<Node> drawn = new ArrayList<>();
  private @Nullable LabView view;
  private @Nullable LabDocument behind;
  private @Nullable Bands bands;

  /// Where the axis begins: letters may be large.
  private double left = LEFT;

  /// Which number.
  enum Kind {
    /// The share that is right; of mixed samples the weight of the class that is said.
    ACCURACY(Measure.TEST_ACCURACY, Measure.MIXED_ACCURACY),
    /// Cross-entropy.
    LOSS(Measure.NLL, Measure.LOSS);

    private final Measure test;
    private final Measure batches;

    Kind(Measure test, Measure batches) {
      this.test = test;
      this.batches = batches;
    }
  }

  CurvePlot(Kind kind, Messages messages) {
    this.kind = kind;
    this.messages = messages;
    getStyleClass().add("curve-plot");
    setMinSize(0, 0);
    setId("plot-" + kind.name().toLowerCase(Locale.ROOT));
    getChildren().addAll(across, up);
    getChildren().addAll(ticks);
    getChildren().forEach(node -> node.setManaged(false));
    messages.languageProperty().subscribe(now -> requestLayout());
  }

  private static <N extends Node> N styled(N node, String style) {
    node.getStyleClass().add(style);
    node.setManaged(false);
    return node;
  }

  /// @param spread of what is shown over several seeds; null for none
  /// @param kept another training whose curves lie behind these; null for none
  void show(LabView now, @Nullable Bands spread, @Nullable LabDocument kept) {
    if (!now.hasCurvesOf(view) || !Objects.equals(spread, bands) || !Objects.equals(kept, behind)) {
      requestLayout();
    }
    view = now;
    bands = spread;
    behind = kept;
  }

  private List<Curve> behind() {
    return behind == null ? List.of() : behind.curves();
  }

  @Override
  protected void layoutChildren() {
    getChildren().removeAll(drawn);
    drawn.clear();
    LabView now = view;
    if (now == null) {
      return;
    }
    double[] range = range(now);
    double epochs = Math.max(now.lastEpoch(), bands == null ? 0 : bands.epochs().size());
    layOutAxes(range, epochs);
    for (int m = 0; m < now.marks().size(); m++) {
      mark(now, now.marks().get(m), m, epochs);
    }
    for (int k = 0; k < behind().size(); k++) {
      drawBehind(behind().get(k).thinned(), k, range, epochs);
    }
    Bands spread = bands;
    if (spread != null) {
      for (int k = 0; k < spread.runs(); k++) {
        drawn.addAll(new Band(spread, k, kind.test).shape(e -> xOf(e, epochs), v -> yOf(v, range)));
      }
    }
    for (int k = 0; k < now.lanes().size(); k++) {
      List<Point> all = now.lanes().get(k).points();
      List<Point> points = Curve.seen(all.size()).mapToObj(all::get).toList();
      draw(points, kind.batches, "curve-mixed", k, range, epochs);
      draw(points, kind.test, "curve-test", k, range, epochs);
    }
    getChildren().addAll(drawn);
  }

  private double[] range(LabView now) {
    Stream<Point> repeated =
        bands == null
            ? Stream.empty()
            : bands.epochs().stream().flatMap(List::stream).flatMap(List::stream);
    Stream<Double> present =
        Stream.concat(now.lanes().stream().flatMap(lane -> lane.points().stream()), repeated)
            .flatMap(point -> Stream.of(kind.test, kind.batches).map(f -> f.applyAsDouble(point)));
    Stream<Double> kept = behind().stream().flatMap(curve -> curve.column(kind.test).stream());
    double[] values =
        Stream.concat(present, kept)
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .toArray();
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return switch (kind) {
      case ACCURACY -> new double[] {values.length == 0 ? 0 : Math.floor(least * 10) / 10, 1};
      case LOSS -> new double[] {0, values.length == 0 ? 1 : Math.max(most, 1e-3)};
    };
  }

  private void layOutAxes(double[] range, double epochs) {
    String format = kind == Kind.ACCURACY ? "%.0f %%" : "%.2f";
    double unit = kind == Kind.ACCURACY ? 100 : 1;
    ticks.get(0).setText(String.format(Locale.ROOT, format, unit * range[0]));
    ticks.get(1).setText(String.format(Locale.ROOT, format, unit * range[1]));
    ticks.get(2).setText("0");
    ticks.get(3).setText(String.format(Locale.ROOT, "%.0f", Math.ceil(epochs)));
    ticks.forEach(Label::autosize);
    left = Math.max(LEFT, Math.max(ticks.get(0).getWidth(), ticks.get(1).getWidth()) + 6);
    place(across, left, base(), getWidth() - RIGHT, base());
    place(up, left, TOP, left, base());
    ticks.get(0).relocate(left - 4 - ticks.get(0).getWidth(), base() - ticks.get(0).getHeight());
    ticks.get(1).relocate(left - 4 - ticks.get(1).getWidth(), TOP - 6);
    ticks.get(2).relocate(left, base() + 2);
    ticks.get(3).relocate(getWidth() - RIGHT - ticks.get(3).getWidth(), base() + 2);
  }

  private double base() {
    return getHeight() - Math.max(BOTTOM, ticks.getFirst().getHeight() + 3);
  }

  private double xOf(double epoch, double epochs) {
    return left + epoch / epochs * (getWidth() - left - RIGHT);
  }

  private double yOf(double value, double[] range) {
    return base() - (value - range[0]) / (range[1] - range[0]) * (base() - TOP);
  }

  private void draw(
      List<Point> points, Measure value, String style, int run, double[] range, double epochs) {
    Polyline line = styled(new Polyline(), style);
    RunHue.of(run).dress(line);
    for (Point point : points) {
      line.getPoints()
          .addAll(xOf((double) point.epoch(), epochs), yOf(value.applyAsDouble(point), range));
    }
    drawn.add(line);
  }

  /// On the test samples, as far as the axis reaches.
  private void drawBehind(Curve curve, int run, double[] range, double epochs) {
    Polyline line = styled(new Polyline(), "curve-kept");
    RunHue.of(run).dress(line);
    for (int i = 0; i < curve.epochs(); i++) {
      double epoch = curve.column(Curve.EPOCH).get(i);
      double value = curve.column(kind.test).get(i);
      if (epoch <= epochs && Double.isFinite(value)) {
        line.getPoints().addAll(xOf(epoch, epochs), yOf(value, range));
      }
    }
    drawn.add(line);
  }

  private void mark(LabView now, Mark mark, int number, double epochs) {
    double x = xOf(now.epochs(mark.steps()), epochs);
    Line line = styled(new Line(), "curve-mark");
    place(line, x, TOP, x, base());
    Label words = styled(new Label(mark.text(messages)), "mark-name");
    drawn.add(line);
    if (kind == Kind.LOSS) {
      return; // beside the other plot, where there is more room, it need not be said again
    }
    drawn.add(words);
    getChildren().add(words);
    words.applyCss();
    words.autosize();
    getChildren().remove(words);
    double right = Math.max(left, getWidth() - RIGHT - words.getWidth());
    double y = base() - MARK_LINE * (number % MARK_LINES + 1);
    words.relocate(Math.min(x + 4, right), y);
  }

  private static void place(Line line, double x1, double y1, double x2, double y2) {
    line.setStartX(x1);
    line.setStartY(y1);
    line.setEndX(x2);
    line.setEndY(y2);
  }
}
