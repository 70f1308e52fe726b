package org.mixoscope.app.compare;

import java.util.concurrent.TimeUnit;
import org.mixoscope.app.Screens;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.bench.ComparedTo;
import org.mixoscope.dataset.Sample;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Sheet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// A contact sheet of about 100 cells of 224×224 for another seed: from the recipe to the pixels
/// that the screen shows. The baseline copies the memory of all cells once.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SheetBenchmark {
  private static final Frame FRAME = new Frame(224, 224);

  /// What varies across and down.
  @Param({"method=all lambda=0.2:0.8:7", "draw=0:99", "method=fmix draw=0:99"})
  public String axes = "draw=0:99";

  private final SheetMixer mixer = new SheetMixer(new PictureCache());
  private Recipe base;
  private Prepared prepared;
  private byte[][] from;
  private byte[][] to;
  private int step;

  /// Reads the pictures.
  @Setup
  public void open() {
    MixModel model = Screens.model(Screens.recipe(new CutMix(1)));
    model.setFrame(FRAME, Fit.COVER);
    base = model.recipe();
    prepared = model.pictures().prepared();
    int bytes = Math.toIntExact(FRAME.pixels() * ScreenPixels.CHANNELS);
    from = new byte[sheet().cells().size()][bytes];
    to = new byte[from.length][bytes];
  }

  /// The step.
  @Benchmark
  @ComparedTo("copy")
  public MixedSheet mix() throws Exception {
    return mixer
        .mix(Wish.of(sheet(), base, prepared, null, FRAME.width()), () -> false)
        .orElseThrow();
  }

  /// The baseline.
  @Benchmark
  public byte[][] copy() {
    for (int k = 0; k < from.length; k++) {
      System.arraycopy(from[k], 0, to[k], 0, from[k].length);
    }
    return to;
  }

  /// Of another seed each time, so that nothing is known from before.
  private Sheet sheet() {
    step++;
    Recipe recipe = base.seeded(step).withMask(Sample.MASK);
    String[] parts = axes.split(" ");
    return Sheet.of(recipe, FRAME, Axes.parse(parts[0], parts.length == 1 ? "" : parts[1]));
  }
}
