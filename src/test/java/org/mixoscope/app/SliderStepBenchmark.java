package org.mixoscope.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Look;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.MethodType;
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

/// One step of the λ slider on a 1024×1024 picture, on the whole Explore screen: from the change of
/// the property to the updated pixel buffer, labels, formula and plots included. The baseline
/// copies the memory of the picture once.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SliderStepBenchmark {
  private static final Frame FRAME = new Frame(1024, 1024);

  /// The method whose λ is changed.
  @Param({"mixup", "cutmix", "fmix", "smoothmix", "saliencymix"})
  public String method = "mixup";

  private MixModel model;
  private MainWindow screen;
  private byte[] from;
  private byte[] to;
  private int step;

  /// Builds the screen on the headless platform.
  @Setup
  public void open() {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    Platform.setImplicitExit(false);
    CompletableFuture<Void> ready = new CompletableFuture<>();
    Platform.startup(() -> ready.complete(null));
    ready.join();
    from = new byte[Math.toIntExact(FRAME.pixels() * Prepared.SCREEN_CHANNELS)];
    to = new byte[from.length];
    onFxThread(
        () -> {
          model = Screens.model(Screens.recipe(MethodType.of(method).initial()));
          model.setFrame(FRAME, Fit.COVER);
          Look look = new Look(Theme.LIGHT);
          screen =
              MainWindow.of(
                  Desk.of(
                      model,
                      new PictureCache(),
                      new Messages(Language.ENGLISH),
                      look,
                      new Screens.Answers(),
                      TaskRunner.inline()));
          look.dress(new Scene(screen, 1440, 900));
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
          model.editDraw(d -> d.withLambda(lambda));
          screen.renderNow();
        });
    return List.of(lambda);
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
