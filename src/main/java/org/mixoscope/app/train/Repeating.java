package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.JobNews;
import org.mixoscope.app.ui.LongJob;
import org.mixoscope.app.ui.LongJob.Control;
import org.mixoscope.app.ui.LongJob.State;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.study.Study;

/// Trains the runs again for several seeds, beside what is trained before the eyes. All methods are
/// for the FX thread.
final class Repeating {
  static final int SEEDS = 5;
  private static final int PERCENT = 100;

  private final Samples samples;
  private final LongJob<Bands, Bands> job;
  private final ReadOnlyObjectWrapper<@Nullable Bands> bands = new ReadOnlyObjectWrapper<>();
  private @Nullable LabOptions options;
  private boolean seen;

  /// @param samples what is trained on
  /// @param report gets what could not be done
  Repeating(Samples samples, TaskRunner tasks, Consumer<Exception> report) {
    this.samples = samples;
    job = new LongJob<>(tasks);
    job.stateProperty().subscribe(now -> follow(now, report));
  }

  private void follow(State<Bands, Bands> now, Consumer<Exception> report) {
    switch (now) {
      case State.Running(var grown, _) when grown != null -> bands.set(grown);
      case State.Done(var whole) -> bands.set(whole);
      case State.Cancelled() -> bands.set(null);
      case State.Failed(var why, _) -> {
        bands.set(null);
        report.accept(why);
      }
      case State.None(), State.Running<Bands, Bands> _ -> {}
    }
  }

  /// What became of the seeds so far; null if there are none.
  ReadOnlyObjectProperty<@Nullable Bands> bandsProperty() {
    return bands.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<State<Bands, Bands>> stateProperty() {
    return job.stateProperty();
  }

  boolean isRunning() {
    return job.isRunning();
  }

  /// Begins, if nothing is trained already.
  ///
  /// @param seed the first
  void start(LabOptions now, long seed) {
    if (!job.isRunning()) {
      options = now;
      seen = false;
      bands.set(null);
      job.start(control -> train(now, seed, control));
    }
  }

  void cancel() {
    job.cancel();
  }

  private Bands train(LabOptions now, long seed, Control<Bands> control)
      throws InterruptedException {
    List<Examples.Split> data =
        LongStream.range(seed, seed + SEEDS)
            .mapToObj(one -> samples.split(now.data(), one))
            .toList();
    List<List<List<Study.Point>>> epochs = new ArrayList<>();
    // The window, and what is trained before the eyes, go on.
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    try (Study study = new Study(now.experiments(), data, seed, threads)) {
      study.run(
          now.epochs(),
          points -> {
            control.goOn();
            epochs.add(points);
            control.progress(new Bands(now, seed, epochs));
          });
    }
    return new Bands(now, seed, epochs);
  }

  /// How much of it is done, within [0, 100]; rounded down.
  int percent() {
    Bands now = bands.get();
    return now == null ? 0 : PERCENT * now.epochs().size() / now.options().epochs();
  }

  /// Somebody sees how it does.
  void look() {
    seen = true;
  }

  /// What other screens say of it; null for nothing.
  @Nullable JobNews news() {
    LabOptions now = options;
    JobNews.Stage stage =
        switch (job.stateProperty().get()) {
          case State.Running(_, var stopping) ->
              stopping ? JobNews.Stage.STOPPING : JobNews.Stage.RUNNING;
          case State.Done<Bands, Bands> _ -> JobNews.Stage.DONE;
          case State.Failed<Bands, Bands> _ -> JobNews.Stage.FAILED;
          case State.None(), State.Cancelled() -> null;
        };
    if (now == null || stage == null || (seen && !job.isRunning())) {
      return null;
    }
    Bands grown = bands.get();
    return new JobNews("×" + SEEDS, stage, grown == null ? 0 : grown.epochs().size(), now.epochs());
  }
}
