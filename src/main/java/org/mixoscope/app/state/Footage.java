package org.mixoscope.app.state;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.clip.Timing;

/// The moment of the clips that is shown: chosen by hand, or playing. Frames are read ahead on a
/// thread of their own. Where the machine cannot keep up frames are left out, and what is shown is
/// half as large until it stands still. Small pictures follow a few times a second while it plays.
///
/// For the FX thread. Nothing of it is made before the first clip is opened.
public final class Footage {
  /// Slowest and fastest.
  public static final List<Double> SPEEDS = List.of(0.25, 0.5, 1.0, 1.5, 2.0);

  /// How often small pictures follow in a second of a clip: one takes as long as a tenth of the
  /// frames that there is time for.
  private static final int SMALL_A_SECOND = 5;

  private final TaskRunner tasks;
  private final Projector projector;
  private final BiConsumer<Projector.Seen, Moment> show;
  private final Consumer<Exception> report;
  private final ReadOnlyObjectWrapper<@Nullable Timing> timing = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper frame = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final BooleanProperty looping = new SimpleBooleanProperty(true);
  private final DoubleProperty speed = new SimpleDoubleProperty(1);
  private final ReadOnlyObjectWrapper<@Nullable Pace> pace = new ReadOnlyObjectWrapper<>();

  /// Counts what was asked for; what has another number is out of date.
  private final AtomicLong newest = new AtomicLong();

  /// The frame that was asked for last, or is due while it plays.
  private final AtomicLong due = new AtomicLong();

  private final Playhead playhead = new Playhead();
  private final PaceCount counted = new PaceCount();
  private final FramesAhead ahead = new FramesAhead();
  private final Stride stride = new Stride();
  private final Ticks clock;
  private @Nullable TaskRunner reading;
  private PictureLoader.@Nullable Needs needs;
  private boolean halved;
  private long shown;
  private long shownPlace;
  private Projector.@Nullable Seen latest;

  /// @param show takes what there is to see of a moment
  Footage(
      PictureCache cache,
      TaskRunner tasks,
      BiConsumer<Projector.Seen, Moment> show,
      Consumer<Exception> report) {
    this(cache, tasks, show, report, Ticks::ofScreen);
  }

  /// @param clock of what is to be done at each moment, in nanoseconds
  Footage(
      PictureCache cache,
      TaskRunner tasks,
      BiConsumer<Projector.Seen, Moment> show,
      Consumer<Exception> report,
      Function<LongConsumer, Ticks> clock) {
    this.tasks = tasks;
    projector = new Projector(cache);
    this.show = show;
    this.report = report;
    this.clock = clock.apply(this::tick);
    speed.subscribe(this::anchor);
  }

  // Properties

  /// When the frames are shown; null while no source is a clip.
  public ReadOnlyObjectProperty<@Nullable Timing> timingProperty() {
    return timing.getReadOnlyProperty();
  }

  /// The frame that was asked for last, or is shown while it plays, from 0.
  public ReadOnlyIntegerProperty frameProperty() {
    return frame.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /// Whether it begins again at its end.
  public BooleanProperty loopingProperty() {
    return looping;
  }

  /// How fast it plays: 1 as the clips say.
  public DoubleProperty speedProperty() {
    return speed;
  }

  /// How many frames are shown while it plays; null if all are.
  public ReadOnlyObjectProperty<@Nullable Pace> paceProperty() {
    return pace.getReadOnlyProperty();
  }

  /// Whether a source is a clip.
  public boolean isOpen() {
    return timing.get() != null;
  }

  // Commands

  /// Shows a frame, and holds there. One behind the last is the last.
  public void seek(int t) {
    Timing all = timing.get();
    if (all == null) {
      // It is where the next clip begins, as the last window left it.
      frame.set(Math.max(0, t));
      return;
    }
    hold();
    ask(Math.clamp(t, 0, all.frames() - 1));
  }

  /// Shows the next frame, or one before; at the ends it goes on at the other one if it loops.
  public void step(int by) {
    Timing all = timing.get();
    if (all != null) {
      int to = frame.get() + by;
      seek(looping.get() ? Math.floorMod(to, all.frames()) : to);
    }
  }

  /// Plays, or holds.
  public void toggle() {
    if (playing.get()) {
      pause();
    } else if (isOpen()) {
      play();
    }
  }

  /// Holds at the frame that is shown.
  public void pause() {
    if (playing.get()) {
      hold();
      halved = false;
      settle();
    }
  }

  /// What is shown is as large as it can be, and small pictures are of it.
  private void settle() {
    Projector.Seen now = latest;
    PictureLoader.Needs of = needs;
    if (now == null || of == null) {
      ask(frame.get());
      return;
    }
    long number = newest.incrementAndGet();
    reading()
        .run(
            () -> Optional.of(now).filter(at -> number == newest.get()).map(Projector::settled),
            whole -> whole.ifPresent(seen -> take(number, of, seen)),
            report);
  }

  private void play() {
    Timing all = timing.get();
    if (all == null) {
      return;
    }
    if (!looping.get() && frame.get() == all.frames() - 1) {
      ask(0);
    }
    startFrom(all);
    playing.set(true);
    clock.start();
  }

  private void hold() {
    clock.stop();
    playing.set(false);
    newest.incrementAndGet();
    ahead.restart(0, latest);
    pace.set(null);
  }

  // Following the sources

  /// Opens what a recipe needs, if a clip is among it: where one of them was there before, at the
  /// same frame.
  void follow(PictureLoader.Needs wanted) {
    PictureLoader.Needs before = needs;
    needs = wanted;
    latest = null;
    if (before == null || !before.locations().equals(wanted.locations())) {
      hold();
      halved = false;
      if (before != null && before.locations().stream().noneMatch(wanted.locations()::contains)) {
        frame.set(0);
      }
    }
    long number = newest.incrementAndGet();
    reading()
        .run(
            () -> projector.open(wanted),
            opened -> {
              if (wanted.equals(needs)) {
                timing.set(opened);
                if (!playing.get() && number == newest.get()) {
                  ask(Math.min(frame.get(), opened.frames() - 1));
                }
              }
            },
            report);
    if (playing.get()) {
      play();
    }
  }

  /// No source is a clip any more, or the window closes.
  public void close() {
    if (needs != null) {
      hold();
      needs = null;
      latest = null;
      timing.set(null);
      frame.set(0);
      reading().run(Executors.callable(projector::close), closed -> {}, report);
    }
  }

  private TaskRunner reading() {
    TaskRunner known = reading;
    if (known == null) {
      known = tasks.apart();
      reading = known;
    }
    return known;
  }

  // One frame

  private void ask(int t) {
    PictureLoader.Needs wanted = needs;
    if (wanted == null) {
      return;
    }
    frame.set(t);
    long number = newest.incrementAndGet();
    due.set(t);
    reading()
        .run(
            () ->
                number == newest.get()
                    // Who goes on forward comes past here anyway.
                    ? projector.read(
                        t, wanted, false, 0, () -> number != newest.get() && due.get() < t)
                    : Optional.<Projector.Seen>empty(),
            seen -> seen.ifPresent(now -> take(number, wanted, now)),
            report);
  }

  /// What was asked for later is never overwritten by what was asked for before.
  private void take(long number, PictureLoader.Needs of, Projector.Seen seen) {
    if (number > shown && of.equals(needs) && !playing.get()) {
      shown = number;
      show(seen);
    }
  }

  private void show(Projector.Seen seen) {
    Timing all = timing.get();
    if (all != null) {
      Projector.Seen before = latest;
      latest = seen;
      show.accept(seen, new Moment(seen.frame(), all, seen.isVolume()));
      if (before != null) {
        before.letGo(seen);
      }
      ahead.fit(seen);
    }
  }

  // Playing

  /// The clock goes on from the frame that is shown.
  private void anchor() {
    Timing all = timing.get();
    if (all != null && playing.get()) {
      startFrom(all);
    }
  }

  private void startFrom(Timing all) {
    newest.incrementAndGet();
    ahead.restart(frame.get() + 1L, latest);
    playhead.set(all.start(frame.get()));
    due.set(frame.get());
    shownPlace = frame.get();
    counted.restart();
    stride.restart();
  }

  private void tick(long now) {
    Timing all = timing.get();
    if (all == null) {
      return;
    }
    long place = playhead.place(all, now, speed.get());
    if (!looping.get() && place >= all.frames()) {
      place = all.frames() - 1L;
    }
    FramesAhead.Ready last = ahead.due(place);
    if (last != null) {
      frame.set(last.seen().frame());
      show(last.seen());
      counted.shown();
      shownPlace = last.place();
      if (playhead.waitFor(all, last.place(), now, speed.get())) {
        counted.waited();
      }
    }
    keepPace(all, now, place);
    if (!looping.get() && frame.get() == all.frames() - 1 && place == all.frames() - 1L) {
      pause();
      return;
    }
    long near = Math.min(place, shownPlace + Stride.MOST);
    due.set(near);
    readAhead(all, near);
  }

  private void readAhead(Timing all, long place) {
    PictureLoader.Needs wanted = needs;
    if (wanted == null) {
      return;
    }
    int every = (int) Math.ceil(all.frames() / all.seconds() / SMALL_A_SECOND);
    long number = newest.get();
    boolean half = halved;
    ahead.read(
        place,
        looping.get() ? Long.MAX_VALUE : all.frames(),
        stride.every(),
        (at, came) ->
            reading()
                .run(
                    () ->
                        number == newest.get() && at >= due.get()
                            ? projector.read(
                                (int) (at % all.frames()),
                                wanted,
                                half,
                                every,
                                () -> number != newest.get())
                            : Optional.<Projector.Seen>empty(),
                    seen -> {
                      if (number == newest.get()) {
                        came.accept(seen.orElse(null));
                      }
                    },
                    failure -> {
                      pause();
                      report.accept(failure);
                    }));
  }

  /// Says each second how many frames were shown, if they are too few; and shows less of them then.
  private void keepPace(Timing all, long moment, long place) {
    PaceCount.Rate rate = counted.at(moment, place, all.frames() / all.seconds() * speed.get());
    if (rate != null) {
      Projector.Seen now = latest;
      if (!halved && rate.isSlow() && now != null && now.isLarge()) {
        halved = true;
      } else {
        stride.follow(rate);
      }
      pace.set(Pace.of(rate, stride.every(), halved));
    }
  }
}
