package org.mixoscope.app.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;

/// Runs work that is too slow for the FX thread.
public interface TaskRunner {
  /// Runs the work, then hands its result, or the exception that ended it, to one of the two.
  <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);

  /// Has something changed on the FX thread, where results arrive too. From any thread.
  void show(Runnable change);

  /// Another, with a thread of its own, for work that must not keep other work waiting: one piece
  /// after the other, in the order in which they come.
  default TaskRunner apart() {
    return this;
  }

  /// On daemon threads; results arrive on the FX thread.
  static TaskRunner background(int threads) {
    ExecutorService executor =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("mixoscope-worker-", 0).factory());
    return new TaskRunner() {
      @Override
      public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        executor.execute(() -> show(outcome(work, done, failed)));
      }

      @Override
      public void show(Runnable change) {
        Platform.runLater(change);
      }

      @Override
      public TaskRunner apart() {
        return background(1);
      }
    };
  }

  /// At once, on the calling thread: for rendering to a file, and for tests.
  static TaskRunner inline() {
    return new TaskRunner() {
      @Override
      public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        outcome(work, done, failed).run();
      }

      @Override
      public void show(Runnable change) {
        change.run();
      }
    };
  }

  private static <T> Runnable outcome(
      Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
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
