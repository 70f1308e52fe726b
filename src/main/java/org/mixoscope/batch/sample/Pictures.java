package org.mixoscope.batch.sample;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Pixels;

/// The pictures that were decoded last, within a bound of memory. Whoever wants one that another
/// thread decodes just now waits for it, so in the order of a roll each is decoded once.
final class Pictures {
  /// In a roll each is wanted again soon, in another order hardly ever. With 64 MB the garbage
  /// collector moves them among the old things, where they pile up after they were let go.
  private static final long MOST_BYTES = 16 << 20;

  private static final int LEAST_PICTURES = 4;

  private final DataSet data;
  private final SampleSettings settings;
  private final PictureReader reader;
  private final Map<Integer, FutureTask<Pixels>> held = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  Pictures(DataSet data, SampleSettings settings, PictureReader reader) {
    this.data = data;
    this.settings = settings;
    this.reader = reader;
  }

  /// Like [#get(int)]. If another thread decodes the picture just now, this one decodes another one
  /// in the meantime: in a roll all would wait for each other's otherwise.
  ///
  /// @param soon what will be wanted soon
  Pixels get(int index, int soon) throws PictureException, InterruptedException {
    if (isUnderWay(index)) {
      var _ = task(soon);
    }
    return get(index);
  }

  /// A picture, brought to the frame if there is one for all.
  ///
  /// @throws PictureException if it cannot be read
  Pixels get(int index) throws PictureException, InterruptedException {
    try {
      return task(index).get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case PictureException unreadable -> throw unreadable;
        case RuntimeException bug -> throw bug;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  private boolean isUnderWay(int index) {
    synchronized (held) {
      FutureTask<Pixels> task = held.get(index);
      return task != null && !task.isDone();
    }
  }

  /// What decodes a picture: another thread, or this one, and then it is done.
  private FutureTask<Pixels> task(int index) {
    FutureTask<Pixels> fresh = new FutureTask<>(() -> read(index));
    FutureTask<Pixels> known;
    synchronized (held) {
      known = held.putIfAbsent(index, fresh);
    }
    if (known != null) {
      return known;
    }
    fresh.run();
    if (fresh.state() == FutureTask.State.SUCCESS) {
      makeRoom(fresh.resultNow().byteSize());
    }
    return fresh;
  }

  private Pixels read(int index) throws PictureException {
    return data.read(index, reader, settings.frame(), settings.fit());
  }

  private void makeRoom(long added) {
    synchronized (held) {
      bytes += added;
      Iterator<FutureTask<Pixels>> oldest = held.values().iterator();
      while (bytes > MOST_BYTES && held.size() > LEAST_PICTURES && oldest.hasNext()) {
        FutureTask<Pixels> task = oldest.next();
        if (task.isDone()) {
          bytes -= task.state() == FutureTask.State.SUCCESS ? task.resultNow().byteSize() : 0;
          oldest.remove();
        }
      }
    }
  }
}
