package org.mixoscope.batch;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.Journal.State;
import org.mixoscope.batch.output.Output;
import org.mixoscope.batch.output.Stretch;
import org.mixoscope.batch.sample.Made;
import org.mixoscope.batch.sample.Made.Missed;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.batch.sample.Made.Skipped;

/// Writes samples in their order, and after each how far the job is. One thread at a time.
final class Tally {
  private final Journal journal;
  private final ErrorFile errors;
  private final Output output;
  private final BatchListener listener;
  private final Stretch stretch;
  private final int before;
  private final long started = System.nanoTime();
  private int next;
  private int skipped;
  private ObjectCounts objects;

  Tally(
      Journal journal,
      ErrorFile errors,
      Output output,
      BatchListener listener,
      Stretch stretch,
      State state) {
    this.journal = journal;
    this.errors = errors;
    this.output = output;
    this.listener = listener;
    this.stretch = stretch;
    before = state.next();
    next = before;
    skipped = state.skipped();
    objects = state.objects();
  }

  void add(Made made, Output.@Nullable Part part, BatchJob job) throws IOException {
    job.requireTolerated(made);
    if (part != null) {
      part.append();
    }
    switch (made) {
      case Sample sample -> {
        for (Missed partner : job.reported(sample)) {
          errors.add(sample.index(), partner);
        }
      }
      case Skipped left -> {
        skipped++;
        errors.add(left.index(), new Missed(left.name(), left.problem()));
      }
    }
    if (job.isAboutObjects()) {
      objects = objects.plus(made, job.format());
    }
    next++;
    journal.write(new State(next, skipped, errors.length(), objects, output.state()));
    listener.done(made, progress());
  }

  Progress progress() {
    Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
    int begin = stretch.begin();
    return new Progress(stretch.size(), next - begin, skipped, before - begin, elapsed, objects);
  }
}
