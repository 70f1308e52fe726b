package org.mixoscope.app.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.batch.JobState.Ended;
import org.mixoscope.app.batch.JobState.Failed;
import org.mixoscope.app.batch.JobState.None;
import org.mixoscope.app.batch.JobState.Running;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.batch.JobSettings;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.sample.Made.Skipped;

/// The job that runs or ran last: how far it is, its latest samples, what it left out.
final class JobModel {
  /// How many samples are kept to be seen.
  static final int SAMPLES = 40;

  private final TaskRunner tasks;
  private final Executor screen;
  private final ReadOnlyObjectWrapper<JobState> state = new ReadOnlyObjectWrapper<>(new None());
  private final ReadOnlyObjectWrapper<List<Shown>> samples = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Skipped>> skipped =
      new ReadOnlyObjectWrapper<>(List.of());
  private @Nullable Progress progress;
  private @Nullable JobRun run;

  /// @param screen runs what changes the properties
  JobModel(TaskRunner tasks, Executor screen) {
    this.tasks = tasks;
    this.screen = screen;
  }

  ReadOnlyObjectProperty<JobState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// The latest samples, newest first.
  ReadOnlyObjectProperty<List<Shown>> samplesProperty() {
    return samples.getReadOnlyProperty();
  }

  /// What this run has left out, each picture once.
  ReadOnlyObjectProperty<List<Skipped>> skippedProperty() {
    return skipped.getReadOnlyProperty();
  }

  boolean isRunning() {
    return run != null;
  }

  /// Begins, if none is running.
  ///
  /// @param resume whether to go on with what the folder holds
  void start(Path source, Path target, JobSettings settings, int threads, boolean resume) {
    if (isRunning()) {
      return;
    }
    JobRun next =
        new JobRun(source, target, settings, threads, resume, () -> screen.execute(this::hearNews));
    run = next;
    progress = null;
    samples.set(List.of());
    skipped.set(List.of());
    state.set(new Running(null, false));
    tasks.run(next, end -> ended(next, end), this::failed);
  }

  /// The samples under way are finished, no more are begun.
  void cancel() {
    JobRun running = run;
    if (running != null) {
      running.cancel();
      state.set(new Running(progress, true));
    }
  }

  /// What is chosen now is another job: the last one is no longer shown.
  void forget() {
    if (!isRunning()) {
      samples.set(List.of());
      skipped.set(List.of());
      state.set(new None());
    }
  }

  /// Stops; completed, on any thread, when nothing is written any more.
  CompletableFuture<@Nullable Void> close() {
    cancel();
    JobRun running = run;
    return running == null ? CompletableFuture.completedFuture(null) : running.over();
  }

  private void ended(JobRun ended, Progress end) {
    hearNews();
    run = null;
    state.set(new Ended(ended.target(), ended.settings().output().format(), end));
  }

  private void failed(Exception failure) {
    hearNews();
    run = null;
    state.set(new Failed(failure, progress));
  }

  private void hearNews() {
    JobRun running = run;
    if (running == null) {
      return;
    }
    Follower.News news = running.news();
    if (news.progress() == null) {
      return;
    }
    progress = news.progress();
    if (!news.samples().isEmpty()) {
      samples.set(
          Stream.concat(news.samples().reversed().stream(), samples.get().stream())
              .limit(SAMPLES)
              .toList());
    }
    if (!news.skipped().isEmpty()) {
      skipped.set(
          Stream.concat(skipped.get().stream(), news.skipped().stream().filter(this::isNew))
              .toList());
    }
    boolean stopping = state.get() instanceof Running now && now.stopping();
    state.set(new Running(progress, stopping));
  }

  /// A picture is left out again in every further copy.
  private boolean isNew(Skipped one) {
    return skipped.get().stream().noneMatch(before -> before.name().equals(one.name()));
  }
}
