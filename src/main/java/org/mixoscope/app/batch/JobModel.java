package org.mixoscope.app.batch;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.LongJob;
import org.mixoscope.app.ui.LongJob.State;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.batch.sample.Made.Skipped;

/// The job that runs or ran last: how far it is, its latest samples, what it left out.
final class JobModel {
  private final LongJob<Seen, Ended> job;
  private final ReadOnlyObjectWrapper<List<Shown>> samples = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Skipped>> skipped =
      new ReadOnlyObjectWrapper<>(List.of());

  JobModel(TaskRunner tasks) {
    job = new LongJob<>(tasks);
    job.stateProperty().subscribe(this::follow);
  }

  ReadOnlyObjectProperty<State<Seen, Ended>> stateProperty() {
    return job.stateProperty();
  }

  /// The latest samples, newest first. They stay when the job is over.
  ReadOnlyObjectProperty<List<Shown>> samplesProperty() {
    return samples.getReadOnlyProperty();
  }

  /// What this run has left out, each picture once.
  ReadOnlyObjectProperty<List<Skipped>> skippedProperty() {
    return skipped.getReadOnlyProperty();
  }

  boolean isRunning() {
    return job.isRunning();
  }

  /// Begins, if none is running.
  void start(LongJob.Work<Seen, Ended> run) {
    job.start(run);
  }

  /// The samples under way are finished, no more are begun.
  void cancel() {
    job.cancel();
  }

  /// What is chosen now is another job: the last one is no longer shown.
  void forget() {
    job.forget();
  }

  /// Stops; completed, on any thread, when nothing is written any more.
  CompletableFuture<@Nullable Void> close() {
    return job.close();
  }

  private void follow(State<Seen, Ended> now) {
    switch (now) {
      case State.None() -> show(List.of(), List.of());
      case State.Running(Seen seen, _) when seen != null -> show(seen.samples(), seen.skipped());
      case State.Running<Seen, Ended> _ -> show(List.of(), List.of());
      case State.Done<Seen, Ended> _,
          State.Cancelled<Seen, Ended> _,
          State.Failed<Seen, Ended> _ -> {}
    }
  }

  private void show(List<Shown> latest, List<Skipped> left) {
    samples.set(latest);
    skipped.set(left);
  }
}
