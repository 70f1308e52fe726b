package org.mixoscope.app.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.BatchJob;
import org.mixoscope.batch.JobSettings;
import org.mixoscope.batch.ProgramVersion;
import org.mixoscope.batch.Progress;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.image.PictureReader;

/// One run of a job, on whatever thread calls it. Can be stopped at any time, from any thread.
final class JobRun implements Callable<Progress> {
  private final Path source;
  private final Path target;
  private final JobSettings settings;
  private final int threads;
  private final boolean resume;
  private final Runnable announce;
  private final CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
  private volatile boolean cancelled;
  private volatile @Nullable BatchJob job;
  private volatile @Nullable Follower follower;

  /// @param announce called, on any thread, when there is something new to [#news]
  JobRun(
      Path source,
      Path target,
      JobSettings settings,
      int threads,
      boolean resume,
      Runnable announce) {
    this.source = source;
    this.target = target;
    this.settings = settings;
    this.threads = threads;
    this.resume = resume;
    this.announce = announce;
  }

  /// The folder that is written.
  Path target() {
    return target;
  }

  JobSettings settings() {
    return settings;
  }

  @Override
  public Progress call() throws IOException {
    PictureReader reader = new PictureReader();
    try (DataSet data = DataSet.open(source)) {
      Follower listener = new Follower(data, settings.output().encoding(), reader, announce);
      follower = listener;
      BatchJob made = new BatchJob(source, data, settings, ProgramVersion.read(), reader);
      job = made;
      if (cancelled) {
        made.cancel();
      }
      return made.run(target, threads, resume, listener);
    } finally {
      over.complete(null);
    }
  }

  /// Begins no more samples; those under way are finished.
  void cancel() {
    cancelled = true;
    BatchJob running = job;
    if (running != null) {
      running.cancel();
    }
  }

  /// What is new since the last time.
  Follower.News news() {
    Follower listener = follower;
    return listener == null ? Follower.News.NONE : listener.take();
  }

  /// Completed, on any thread, when nothing is written any more.
  CompletableFuture<@Nullable Void> over() {
    return over;
  }
}
