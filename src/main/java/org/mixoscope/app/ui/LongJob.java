package org.mixoscope.app.ui;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Work that may take hours, one at a time: it is begun, followed, cancelled, and ends. It runs on
/// a worker; all methods are for the FX thread, where its state can be watched. Whoever can go on
/// with what an earlier run left begins another.
///
/// @param <P> how far the work is, immutable
/// @param <R> what comes of it
public final class LongJob<P, R> {
  private final TaskRunner tasks;
  private final ReadOnlyObjectWrapper<State<P, R>> state =
      new ReadOnlyObjectWrapper<>(new State.None<>());
  private @Nullable Run run;

  /// How far a job is.
  public sealed interface State<P, R> {
    /// None was started yet.
    record None<P, R>() implements State<P, R> {}

    /// It works.
    ///
    /// @param progress null until there is any
    /// @param stopping whether it was cancelled and only finishes what is under way
    record Running<P, R>(@Nullable P progress, boolean stopping) implements State<P, R> {}

    /// It has ended: by itself, or cancelled with something to show for it.
    record Done<P, R>(R result) implements State<P, R> {}

    /// It was cancelled, and there is nothing to show for it.
    record Cancelled<P, R>() implements State<P, R> {}

    /// It could not begin or go on.
    ///
    /// @param progress how far it came; null if there was none
    record Failed<P, R>(Exception why, @Nullable P progress) implements State<P, R> {}
  }

  /// What is done, away from the FX thread.
  ///
  /// @param <P> how far it is
  /// @param <R> what comes of it
  public interface Work<P, R> {
    /// @throws CancellationException if it was cancelled and there is nothing to show for it
    R run(Control<P> control) throws Exception;
  }

  /// What work says and hears, on any thread.
  ///
  /// @param <P> how far the work is
  public interface Control<P> {
    /// Says how far it is. Of what is said faster than the screen can show only the newest is seen,
    /// but always the last.
    void progress(P now);

    boolean isCancelled();

    /// Has something done once when the job is cancelled; at once if it is already.
    void whenCancelled(Runnable stop);

    /// Ends work that was cancelled.
    ///
    /// @throws CancellationException if it was
    default void goOn() {
      if (isCancelled()) {
        throw new CancellationException();
      }
    }
  }

  /// No job yet.
  public LongJob(TaskRunner tasks) {
    this.tasks = tasks.patient();
  }

  /// How far the job is that runs, or ran last. When it ends its last progress was seen.
  public ReadOnlyObjectProperty<State<P, R>> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public boolean isRunning() {
    return run != null;
  }

  /// Begins, if nothing is running.
  public void start(Work<P, R> work) {
    if (isRunning()) {
      return;
    }
    Run next = new Run();
    run = next;
    state.set(new State.Running<>(null, false));
    tasks.run(
        () -> next.call(work),
        result -> {
          hear(next);
          end(new State.Done<>(result));
        },
        failure -> {
          hear(next);
          end(failed(failure));
        });
  }

  /// Tells the work to stop: what is under way may be finished.
  public void cancel() {
    Run running = run;
    if (running != null) {
      running.cancelled.complete(null);
      state.set(new State.Running<>(lastProgress(), true));
    }
  }

  /// Cancels; completed, on any thread, when the work does nothing any more.
  public CompletableFuture<@Nullable Void> close() {
    Run running = run;
    cancel();
    return running == null ? CompletableFuture.completedFuture(null) : running.over;
  }

  /// How the last one ended is no longer of interest.
  public void forget() {
    if (!isRunning()) {
      state.set(new State.None<>());
    }
  }

  private void end(State<P, R> how) {
    run = null;
    state.set(how);
  }

  private State<P, R> failed(Exception failure) {
    return failure instanceof CancellationException
        ? new State.Cancelled<>()
        : new State.Failed<>(failure, lastProgress());
  }

  private @Nullable P lastProgress() {
    return state.get() instanceof State.Running<P, R>(P progress, _) ? progress : null;
  }

  private void hear(Run from) {
    P now = from.news.getAndSet(null);
    if (now != null && from.equals(run)) {
      state.set(new State.Running<>(now, from.isCancelled()));
    }
  }

  /// One run.
  private final class Run implements Control<P> {
    private final CompletableFuture<@Nullable Void> cancelled = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
    private final AtomicReference<@Nullable P> news = new AtomicReference<>();

    R call(Work<P, R> work) throws Exception {
      try {
        return work.run(this);
      } finally {
        over.complete(null);
      }
    }

    @Override
    public void progress(P now) {
      if (news.getAndSet(now) == null) {
        tasks.show(() -> hear(this));
      }
    }

    @Override
    public boolean isCancelled() {
      return cancelled.isDone();
    }

    @Override
    public void whenCancelled(Runnable stop) {
      var _ = cancelled.thenRun(stop);
    }
  }
}
