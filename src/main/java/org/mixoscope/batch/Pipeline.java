package org.mixoscope.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Makes numbered things on several threads and hands them on in their order, some at a time: what
/// waits for its turn is bounded.
///
/// @param <T> what is made
final class Pipeline<T> {
  /// Makes one.
  interface Maker<T> {
    T make(long index) throws Exception;
  }

  /// Takes them in their order, one at a time.
  interface Taker<T> {
    void take(T made) throws Exception;
  }

  private record Result<T>(@Nullable T made, @Nullable Throwable failure) {}

  private final Maker<T> maker;
  private final Taker<T> taker;
  private final int threads;
  private final long end;
  private final Semaphore room;
  private final List<@Nullable Result<T>> waiting = new ArrayList<>();
  private final AtomicLong next;
  private long expected;
  private volatile boolean stopped;
  private @Nullable Throwable failure;

  Pipeline(Maker<T> maker, Taker<T> taker, int threads, long begin, long end) {
    this.maker = maker;
    this.taker = taker;
    this.threads = threads;
    this.end = end;
    int window = 4 * threads + 4;
    room = new Semaphore(window);
    for (int i = 0; i < window; i++) {
      waiting.add(null);
    }
    next = new AtomicLong(begin);
    expected = begin;
  }

  /// Begins nothing new; what is under way is finished and handed on.
  void stop() {
    stopped = true;
  }

  /// Works until all is done, it is stopped, or something fails. Whatever was begun before is
  /// handed on, up to what failed.
  ///
  /// @throws Exception of the maker or taker, the first in the order of numbers
  void run() throws Exception {
    List<Thread> workers = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      workers.add(Thread.ofPlatform().name("batch-" + t).daemon().start(this::work));
    }
    boolean interrupted = false;
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          interrupted = true;
          stop();
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    switch (failure) {
      case null -> {}
      case Exception e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(failure);
    }
  }

  private void work() {
    while (true) {
      room.acquireUninterruptibly();
      long index = stopped ? end : next.getAndUpdate(n -> Math.min(n + 1, end));
      if (index >= end) {
        room.release();
        return;
      }
      Result<T> result;
      try {
        result = new Result<>(maker.make(index), null);
      } catch (Throwable e) {
        result = new Result<>(null, e);
      }
      handOn(index, result);
    }
  }

  /// Whoever makes the one that is due hands on all that follow it.
  private synchronized void handOn(long index, Result<T> result) {
    int window = waiting.size();
    waiting.set((int) (index % window), result);
    Result<T> due = waiting.get((int) (expected % window));
    while (due != null) {
      waiting.set((int) (expected % window), null);
      expected++;
      take(due);
      room.release();
      due = waiting.get((int) (expected % window));
    }
  }

  private void take(Result<T> result) {
    T made = result.made;
    if (failure != null) {
      return;
    }
    failure = result.failure;
    if (made != null) {
      try {
        taker.take(made);
      } catch (Exception | Error e) {
        failure = e;
      }
    }
    // Not by `|=`, which could write back what it was before somebody stopped it.
    if (failure != null) {
      stopped = true;
    }
  }
}
