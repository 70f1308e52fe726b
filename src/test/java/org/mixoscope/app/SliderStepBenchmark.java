package org.mixoscope.app;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.dataset.Sample;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;
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

/// One step of a slider on the whole Explore screen: from the change of the property to the updated
/// pixel buffer, labels, formula and plots included. λ where the method draws one, else the
/// position; the next draw of the seed, which changes everything. All as during a drag, which shows
/// coarser what takes long. The larger frames are shown as previews. The baseline copies the memory
/// of what is prepared once.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SliderStepBenchmark {
  /// The method whose draw is changed.
  @Param({
    "mixup",
    "cutmix",
    "cutmix-minmax",
    "mask",
    "k-mixup",
    "k-cutmix",
    "piecemix",
    "fmix",
    "gridmix",
    "resizemix",
    "smoothmix",
    "saliencymix",
    "mosaic",
    "ricap"
  })
  public String method = "mixup";

  /// Width and height of the frame.
  @Param({"1024", "4096"})
  public int side = 1024;

  private MixModel model;
  private MainWindow screen;
  private byte[] from;
  private byte[] to;
  private int step;
  private boolean hasLambda;

  /// Builds the screen on the headless platform.
  @Setup
  public void open() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Platform.setImplicitExit(false);
    CompletableFuture<Void> ready = new CompletableFuture<>();
    Platform.startup(() -> ready.complete(null));
    ready.join();
    onFxThread(
        () -> {
          MethodType type = MethodType.of(method);
          hasLambda = type.uses(Trait.LAMBDA);
          model = Screens.model(Screens.recipe(type.initial()).withMask(Sample.MASK));
          model.setFrame(new Frame(side, side), Fit.COVER);
          Prepared shown = Objects.requireNonNull(model.pictures().prepared());
          from = new byte[Math.toIntExact(shown.newOutput().byteSize())];
          to = new byte[from.length];
          Desk desk = Screens.desk(model, new Screens.Answers());
          screen = MainWindow.of(desk);
          model.history().beginGesture(); // so that the history does not grow
          desk.look().dress(new Scene(screen, 1440, 900));
          screen.applyCss();
          screen.layout();
        });
  }

  /// The step.
  @Benchmark
  public List<Double> step() {
    step = (step + 1) % 1000;
    double lambda = step / 1000.0;
    onFxThread(
        () -> {
          model.editDraw(d -> hasLambda ? d.withLambda(lambda) : d.at(lambda, 0.4));
          screen.renderNow();
        });
    return List.of(lambda);
  }

  /// The next draw of the seed.
  @Benchmark
  public List<Double> draw() {
    onFxThread(
        () -> {
          model.drawNext();
          screen.renderNow();
        });
    return model.recipe().draw().weights();
  }

  /// The baseline.
  @Benchmark
  public byte[] copy() {
    System.arraycopy(from, 0, to, 0, from.length);
    return to;
  }

  private static void onFxThread(Runnable work) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            work.run();
            done.complete(null);
          } catch (RuntimeException e) {
            done.completeExceptionally(e);
          }
        });
    done.join();
  }
}
