package org.mixoscope.app.ui;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Work for the newest of many wishes, coarse first, then finer. While a step runs only the newest
/// wish is remembered, so that what is dragged stays live and nothing piles up.
///
/// @param <W> what is wished for; equal wishes are the same
/// @param <R> what comes of it
public final class Latest<W, R> {
  private final TaskRunner tasks;
  private final Work<W, R> work;
  private final Predicate<R> isFinal;
  private final BiConsumer<W, R> done;
  private final Consumer<Exception> failed;
  private @Nullable W wanted;
  private boolean busy;

  /// The work, which runs away from the FX thread.
  ///
  /// @param <W> the wish
  /// @param <R> the result
  public interface Work<W, R> {
    /// @param before what the step before gave for the same wish, null for the first step
    R step(W wish, @Nullable R before) throws Exception;
  }

  /// @param isFinal whether a result needs no further step
  /// @param done gets the result of each step, with the wish it is for
  /// @param failed gets what ended the work for a wish
  public Latest(
      TaskRunner tasks,
      Work<W, R> work,
      Predicate<R> isFinal,
      BiConsumer<W, R> done,
      Consumer<Exception> failed) {
    this.tasks = tasks;
    this.work = work;
    this.isFinal = isFinal;
    this.done = done;
    this.failed = failed;
  }

  /// Wishes for something else than before; the same wish again changes nothing.
  public void want(W wish) {
    if (!wish.equals(wanted)) {
      wanted = wish;
      if (!busy) {
        step(wish, null);
      }
    }
  }

  /// Wishes for nothing any more: the same wish is a new one then.
  public void forget() {
    wanted = null;
  }

  private void step(W wish, @Nullable R before) {
    busy = true;
    tasks.run(
        () -> work.step(wish, before),
        result -> {
          busy = false;
          done.accept(wish, result);
          goOn(wish, isFinal.test(result) ? null : result);
        },
        failure -> {
          busy = false;
          failed.accept(failure);
          goOn(wish, null);
        });
  }

  private void goOn(W wish, @Nullable R unfinished) {
    W newest = wanted;
    if (newest != null && !newest.equals(wish)) {
      step(newest, null);
    } else if (unfinished != null) {
      step(wish, unfinished);
    }
  }
}
