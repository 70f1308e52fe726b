package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.figure.CurveSheet;
import org.mixoscope.figure.FigureStyle;
import org.mixoscope.figure.Words;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Resampling;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.study.Measure;
import org.mixoscope.lab.study.Study.Point;

/// What is seen, as a figure: the plane as each run sees it, and the curves.
final class LabFigure {
  /// So many times as many cells as the screen has: a figure may be printed.
  private static final int FINER = 4;

  private static final int OPAQUE = 255;
  private static final int CHANNELS = 3;

  private final LabView view;
  private final LabDocument document;
  private final FigureStyle style;
  private final Words words;

  private LabFigure(LabView view, LabDocument document, FigureStyle style) {
    this.view = view;
    this.document = document;
    this.style = style;
    words = new Words(style.locale());
  }

  static CurveSheet of(LabView view, LabDocument document, FigureStyle style) {
    return new LabFigure(view, document, style).sheet();
  }

  private CurveSheet sheet() {
    List<CurveSheet.Run> runs = new ArrayList<>();
    for (int k = 0; k < view.lanes().size(); k++) {
      LaneView lane = view.lanes().get(k);
      runs.add(
          new CurveSheet.Run(
              view.options().runs().get(k).name(key -> words.get(key)),
              RunHue.of(k).rgb(),
              numbers(lane.last()),
              lane.picture() instanceof LaneView.Surface surface ? plane(surface) : null));
    }
    return new CurveSheet(
        document.name(),
        runs,
        List.of(
            plot("train.accuracy", "%.0f %%", 100, Measure.TEST_ACCURACY, Measure.MIXED_ACCURACY),
            plot("train.loss", "%.2f", 1, Measure.NLL, Measure.LOSS)),
        document.untrained().json(null));
  }

  private String numbers(@Nullable Point last) {
    return last == null
        ? words.get("train.untrained")
        : words.get(
            "train.figure.numbers",
            Outcome.percent(last.test().accuracy()),
            String.format(Locale.ROOT, "%.3f", last.test().nll()),
            Outcome.percent(last.test().ece()));
  }

  /// @param unit what values are multiplied by
  /// @param test drawn solid
  /// @param batches drawn dashed
  private CurveSheet.Plot plot(
      String title, String format, double unit, Measure test, Measure batches) {
    List<CurveSheet.Curve> curves = new ArrayList<>();
    for (int k = 0; k < document.curves().size(); k++) {
      Curve curve = document.curves().get(k);
      curves.add(curve(curve, batches, unit, k, true));
      curves.add(curve(curve, test, unit, k, false));
    }
    double[] values =
        curves.stream()
            .flatMap(curve -> curve.values().stream())
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .toArray();
    boolean isShare = unit > 1;
    double least = DoubleStream.of(values).min().orElse(0);
    double most = DoubleStream.of(values).max().orElse(1);
    return new CurveSheet.Plot(
        words.get(title),
        view.lastEpoch(),
        isShare ? Math.floor(least / 10) * 10 : 0,
        isShare ? 100 : Math.max(most, 1e-3),
        format,
        curves,
        view.marks().stream().map(mark -> view.epochs(mark.steps())).toList());
  }

  private static CurveSheet.Curve curve(
      Curve curve, Measure column, double unit, int run, boolean dashed) {
    return new CurveSheet.Curve(
        curve.column(Curve.EPOCH),
        curve.column(column).stream().map(value -> value * unit).toList(),
        RunHue.of(run).rgb(),
        dashed);
  }

  private CurveSheet.Plane plane(LaneView.Surface surface) {
    int side = PlaneGrid.SIDE;
    int paper = style.paper().rgb();
    int[] over = surface.colours().whole();
    byte[] bytes = new byte[side * side * CHANNELS];
    for (int i = 0; i < side * side; i++) {
      int pixel = i * PlaneGrid.CHANNELS;
      int clear = OPAQUE - over[pixel + CHANNELS];
      for (int c = 0; c < CHANNELS; c++) {
        int under = (paper >> (16 - 8 * c)) & OPAQUE;
        bytes[i * CHANNELS + c] =
            (byte) (over[pixel + CHANNELS - 1 - c] + (under * clear + OPAQUE / 2) / OPAQUE);
      }
    }
    Frame cells = new Frame(side, side);
    Pixels smooth =
        Pixels.of(bytes, cells, CHANNELS)
            .resized(Box.of(cells), new Frame(side * FINER, side * FINER), Resampling.BILINEAR);
    Examples samples = view.data().train();
    List<CurveSheet.Dot> dots = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      float[] at = samples.inputs()[i];
      dots.add(
          new CurveSheet.Dot(
              (at[0] + PlaneGrid.BOUND) / (2 * PlaneGrid.BOUND),
              (PlaneGrid.BOUND - at[1]) / (2 * PlaneGrid.BOUND),
              PlaneGrid.blend(PlaneView.weights(samples.labels()[i]))));
    }
    return new CurveSheet.Plane(smooth, dots);
  }
}
