package org.mixoscope.app.ui;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

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

  /// The same for work that takes its time: it leaves the cores to the window, and to those who
  /// wait, where they want them too.
  default TaskRunner patient() {
    return this;
  }

  /// On daemon threads; results arrive on the FX thread.
  static TaskRunner background(int threads) {
    return BackgroundTasks.of(threads);
  }

  /// At once, on the calling thread: for rendering to a file, and for tests.
  static TaskRunner inline() {
    return new TaskRunner() {
      @Override
      public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        BackgroundTasks.outcome(work, done, failed).run();
      }

      @Override
      public void show(Runnable change) {
        change.run();
      }
    };
  }
}
