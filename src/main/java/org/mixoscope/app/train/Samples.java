package org.mixoscope.app.train;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.LongJob;
import org.mixoscope.app.ui.LongJob.State;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.image.PictureReader;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.data.Digits;
import org.mixoscope.lab.data.PictureSet;

/// The samples that are in memory, and the reading of those that are not, one data set at a time.
/// All methods but [#split] are for the FX thread.
final class Samples {
  /// The present ones, and those that undo leads back to.
  private static final int KEPT = 2;

  private final TaskRunner tasks;
  private final PictureReader reader = new PictureReader();
  private final Map<OwnData, PictureSet> sets = new ConcurrentHashMap<>();
  private final Deque<OwnData> newest = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<@Nullable Reading> reading = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private @Nullable LongJob<Double, Read> job;
  private volatile @Nullable Examples digits;

  /// A data set that is being read.
  ///
  /// @param done how much of it, within [0, 1]; below 0 while it is listed
  record Reading(Path source, int side, double done) {}

  /// One that could not be read.
  record Failure(Path source, Exception why) {}

  private record Read(OwnData data, PictureSet set) {}

  Samples(TaskRunner tasks) {
    this.tasks = tasks;
  }

  /// What is read now; null for nothing.
  ReadOnlyObjectProperty<@Nullable Reading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /// Why the last data set could not be read; null if it could.
  ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /// What was read; null if it is not in memory.
  @Nullable PictureSet set(OwnData data) {
    return sets.get(data);
  }

  /// Whether what is trained on is in memory, or can be made at once.
  boolean has(LabData data) {
    return data.own() == null || sets.containsKey(data.own());
  }

  /// Reads a data set, in place of what is being read.
  ///
  /// @param then gets what was found, when it is in memory
  void read(Path source, int side, Consumer<OwnData> then) {
    Reading now = reading.get();
    if (now != null && now.source.equals(source) && now.side == side) {
      return;
    }
    cancel();
    LongJob<Double, Read> next = new LongJob<>(tasks);
    job = next;
    failure.set(null);
    reading.set(new Reading(source, side, -1));
    next.stateProperty().addListener((property, old, state) -> follow(next, state, then));
    next.start(
        control -> {
          PictureSet set =
              PictureSet.read(
                  source,
                  side,
                  reader,
                  (done, of) -> {
                    control.progress((double) done / of);
                    return !control.isCancelled();
                  });
          control.goOn();
          return new Read(OwnData.of(source, side, set), set);
        });
  }

  private void follow(LongJob<Double, Read> of, State<Double, Read> state, Consumer<OwnData> then) {
    Reading now = reading.get();
    if (!of.equals(job) || now == null) {
      return;
    }
    switch (state) {
      case State.Running(Double done, boolean stopping) when done != null ->
          reading.set(new Reading(now.source, now.side, done));
      case State.Done(Read read) -> {
        end();
        keep(read);
        then.accept(read.data);
      }
      case State.Failed(Exception why, _) -> {
        end();
        failure.set(new Failure(now.source, why));
      }
      case State.Cancelled<Double, Read> _ -> end();
      default -> {}
    }
  }

  private void end() {
    job = null;
    reading.set(null);
  }

  private void keep(Read read) {
    sets.put(read.data, read.set);
    newest.remove(read.data);
    newest.addFirst(read.data);
    while (newest.size() > KEPT) {
      sets.remove(newest.removeLast());
    }
  }

  /// Reads no more; what was there before stays.
  void cancel() {
    LongJob<Double, Read> running = job;
    if (running != null) {
      end();
      running.cancel();
    }
  }

  /// What is trained on and tested on. On any thread, of what is in memory.
  Examples.Split split(LabData data, long seed) {
    OwnData own = data.own();
    return own == null
        ? data.split(seed, this::digits)
        : Objects.requireNonNull(sets.get(own), "read before")
            .split(data.size(), data.labelNoise(), seed);
  }

  private Examples digits() {
    Examples known = digits;
    if (known == null) {
      known = Digits.read();
      digits = known;
    }
    return known;
  }
}
