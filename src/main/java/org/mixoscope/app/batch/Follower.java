package org.mixoscope.app.batch;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mixoscope.batch.BatchListener;
import org.mixoscope.batch.Progress;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.sample.Made;
import org.mixoscope.batch.sample.Made.Missed;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.batch.sample.Made.Skipped;
import org.mixoscope.dataset.labelled.DataSet;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;

/// Listens to a job and says what is to be seen of it. Not every sample is made ready to be seen: a
/// job has better things to do than to feed the eye.
final class Follower implements BatchListener {
  /// How many samples are kept to be seen.
  static final int SAMPLES = 40;

  private static final int AT_ONCE = 24;
  private static final long PAUSE_MILLIS = 120;

  private final DataSet data;
  private final Encoding encoding;
  private final PictureReader reader;
  private final Consumer<Seen> say;
  private final Set<String> left = new HashSet<>();
  private List<Shown> samples = List.of();
  private List<Skipped> skipped = List.of();
  private int shown;
  private long lastShown;

  /// @param say gets what is to be seen after each sample
  Follower(DataSet data, Encoding encoding, PictureReader reader, Consumer<Seen> say) {
    this.data = data;
    this.encoding = encoding;
    this.reader = reader;
    this.say = say;
  }

  @Override
  public void done(Made made, Progress progress) {
    switch (made) {
      case Sample sample -> {
        if (isDue(progress)) {
          samples =
              Stream.concat(Stream.of(show(sample)), samples.stream()).limit(SAMPLES).toList();
        }
        for (Missed partner : sample.missed()) {
          skip(new Skipped(sample.index(), partner.name(), partner.problem()));
        }
      }
      case Skipped one -> skip(one);
    }
    say.accept(new Seen(progress, samples, skipped));
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

  /// A picture is left out again in every further copy.
  private void skip(Skipped one) {
    if (left.add(one.name())) {
      List<Skipped> more = new ArrayList<>(skipped);
      more.add(one);
      skipped = List.copyOf(more);
    }
  }
}
