package org.mixoscope.app.batch;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.BatchListener;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.sample.Made;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.batch.sample.Made.Skipped;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;

/// Listens on the threads of a job and keeps what is new until somebody asks. Not every sample is
/// made ready to be seen: a job has better things to do than to feed the eye.
final class Follower implements BatchListener {
  private static final int AT_ONCE = 24;
  private static final long PAUSE_MILLIS = 120;

  private final DataSet data;
  private final Encoding encoding;
  private final PictureReader reader;
  private final Runnable announce;
  private int shown;
  private long lastShown;

  // Guarded by this.
  private News news = News.NONE;
  private boolean announced;

  /// What is new.
  ///
  /// @param progress null if nothing is
  /// @param samples in their order
  /// @param skipped those that were left out
  record News(@Nullable Progress progress, List<Shown> samples, List<Skipped> skipped) {
    static final News NONE = new News(null, List.of(), List.of());
  }

  /// @param announce called, on any thread, when there is something new to [#take]
  Follower(DataSet data, Encoding encoding, PictureReader reader, Runnable announce) {
    this.data = data;
    this.encoding = encoding;
    this.reader = reader;
    this.announce = announce;
  }

  @Override
  public void done(Made made, Progress progress) {
    switch (made) {
      case Sample sample when isDue(progress) -> add(progress, List.of(show(sample)), List.of());
      case Sample _ -> add(progress, List.of(), List.of());
      case Skipped skipped -> add(progress, List.of(), List.of(skipped));
    }
  }

  private boolean isDue(Progress progress) {
    long now = progress.elapsed().toMillis();
    boolean due =
        shown < AT_ONCE || now - lastShown >= PAUSE_MILLIS || progress.done() == progress.total();
    if (due) {
      shown++;
      lastShown = now;
    }
    return due;
  }

  private Shown show(Sample sample) {
    try {
      return Shown.of(sample, data, encoding, reader);
    } catch (PictureException e) {
      // It was encoded a moment ago.
      throw new UncheckedIOException(e);
    }
  }

  private void add(Progress progress, List<Shown> samples, List<Skipped> skipped) {
    boolean first;
    synchronized (this) {
      news = new News(progress, joined(news.samples, samples), joined(news.skipped, skipped));
      first = !announced;
      announced = true;
    }
    if (first) {
      announce.run();
    }
  }

  private static <T> List<T> joined(List<T> before, List<T> after) {
    List<T> all = new ArrayList<>(before);
    all.addAll(after);
    return all;
  }

  /// Everything since the last time.
  synchronized News take() {
    News taken = news;
    news = News.NONE;
    announced = false;
    return taken;
  }
}
