package org.mixoscope.batch.sample;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.target.Example;

/// The pictures that were decoded last, within bounds of number and memory. Whoever wants one that
/// another thread decodes just now waits for it, so in the order of a roll each is decoded once.
final class Pictures {
  /// In a roll each is wanted again soon, in another order hardly ever. With 64 MB the garbage
  /// collector moves them among the old things, where they pile up after they were let go.
  private static final long MOST_BYTES = 16 << 20;

  /// A thread looks at up to ten for a sample, and others are some samples ahead. What is held for
  /// nothing is copied by the collector again and again, the more the quicker samples are made.
  private static final int PICTURES_A_THREAD = 16;

  private static final int LEAST_PICTURES = 4;

  private final Stock stock;
  private final SampleSettings settings;
  private final PictureReader reader;
  private final Map<Key, FutureTask<Example>> held = new LinkedHashMap<>(64, 0.75f, true);
  private final AtomicInteger threads = new AtomicInteger();
  private final ThreadLocal<Integer> thread = ThreadLocal.withInitial(threads::incrementAndGet);
  private long bytes;

  private record Key(int index, SampleKind kind) {}

  Pictures(Stock stock, SampleSettings settings, PictureReader reader) {
    this.stock = stock;
    this.settings = settings;
    this.reader = reader;
  }

  /// Like [#get(int, SampleKind)]. If another thread decodes the picture just now, this one decodes
  /// another one in the meantime: in a roll all would wait for each other's otherwise.
  ///
  /// @param soon what will be wanted soon
  Example get(int index, SampleKind kind, int soon) throws PictureException, InterruptedException {
    if (isUnderWay(new Key(index, kind))) {
      var _ = task(new Key(soon, kind));
    }
    return get(index, kind);
  }

  /// An example, brought to the frame if there is one for all.
  ///
  /// @throws PictureException if it cannot be read
  Example get(int index, SampleKind kind) throws PictureException, InterruptedException {
    var _ = thread.get(); // which counts it
    try {
      return task(new Key(index, kind)).get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case PictureException unreadable -> throw unreadable;
        case RuntimeException bug -> throw bug;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  private boolean isUnderWay(Key key) {
    synchronized (held) {
      FutureTask<Example> task = held.get(key);
      return task != null && !task.isDone();
    }
  }

  /// What decodes a picture: another thread, or this one, and then it is done.
  private FutureTask<Example> task(Key key) {
    FutureTask<Example> fresh = new FutureTask<>(() -> read(key));
    FutureTask<Example> known;
    synchronized (held) {
      known = held.putIfAbsent(key, fresh);
    }
    if (known != null) {
      return known;
    }
    fresh.run();
    if (fresh.state() == FutureTask.State.SUCCESS) {
      makeRoom(fresh.resultNow().pixels().byteSize());
    }
    return fresh;
  }

  private Example read(Key key) throws PictureException {
    return stock.read(key.index, reader, settings, key.kind);
  }

  private boolean isTooMuch() {
    int most = PICTURES_A_THREAD * (1 + threads.get());
    return held.size() > most || (bytes > MOST_BYTES && held.size() > LEAST_PICTURES);
  }

  private void makeRoom(long added) {
    synchronized (held) {
      bytes += added;
      Iterator<FutureTask<Example>> oldest = held.values().iterator();
      while (isTooMuch() && oldest.hasNext()) {
        FutureTask<Example> task = oldest.next();
        if (task.isDone()) {
          bytes -=
              task.state() == FutureTask.State.SUCCESS ? task.resultNow().pixels().byteSize() : 0;
          oldest.remove();
        }
      }
    }
  }
}
