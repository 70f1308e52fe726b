package org.mixoscope.app.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import javafx.application.Platform;

/// On daemon threads; results arrive on the FX thread.
///
/// @param now does what somebody waits for
/// @param later does what takes its time
record BackgroundTasks(Executor now, Executor later) implements TaskRunner {
  /// @param threads for either kind, begun when they are needed
  @SuppressWarnings("ThreadPriorityCheck") // nothing but the pace depends on it
  static TaskRunner of(int threads) {
    ThreadFactory patient =
        Thread.ofPlatform()
            .daemon()
            .name("mixoscope-patient-", 0)
            .priority(Thread.MIN_PRIORITY)
            .factory();
    return new BackgroundTasks(
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("mixoscope-worker-", 0).factory()),
        Executors.newFixedThreadPool(threads, work -> patient.newThread(Courtesy.of(work))));
  }

  @Override
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    now.execute(() -> show(outcome(work, done, failed)));
  }

  @Override
  public void show(Runnable change) {
    Platform.runLater(change);
  }

  @Override
  public TaskRunner apart() {
    return of(1);
  }

  @Override
  public TaskRunner patient() {
    return new BackgroundTasks(later, later);
  }

  /// Does the work; gives what is to be done with what came of it.
  static <T> Runnable outcome(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    try {
      T result = work.call();
      return () -> done.accept(result);
    } catch (Exception e) {
      return () -> failed.accept(e);
    } catch (OutOfMemoryError e) {
      return () -> failed.accept(new IllegalStateException("not enough memory", e));
    }
  }
}
