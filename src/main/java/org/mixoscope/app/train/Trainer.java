package org.mixoscope.app.train;

import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Latest;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.lab.Experiment;

/// Has networks trained on workers, and shows what became of them. All methods are for the FX
/// thread.
///
/// What can change while networks are trained takes effect with the next step and leaves a mark;
/// anything else begins anew.
final class Trainer {
  private final TaskRunner tasks;
  private final Samples samples;
  private final Consumer<Exception> report;
  private final Latest<Bench.Wish, Bench> building;
  private final ReadOnlyObjectWrapper<@Nullable LabView> view = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.TWENTY);
  private final Stride stride = new Stride();
  private LabOptions options = LabOptions.USUAL;

  /// Those of the options.
  private List<Experiment> experiments = options.experiments();

  private Bench.@Nullable Wish wish;
  private @Nullable Bench bench;

  /// @param samples what is trained on
  /// @param report gets what could not be done
  Trainer(TaskRunner tasks, Samples samples, Consumer<Exception> report) {
    this.tasks = tasks.patient();
    this.samples = samples;
    this.report = report;
    building =
        new Latest<>(
            tasks,
            (wanted, before) -> Bench.of(wanted, experimentsOf(wanted), samples),
            made -> true,
            this::begin,
            report);
  }

  /// What the runs look like; null until they are there.
  ReadOnlyObjectProperty<@Nullable LabView> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /// Whether they are trained with every frame.
  ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  ObjectProperty<Speed> speedProperty() {
    return speed;
  }

  /// Trains by other choices from now on.
  ///
  /// @param sameGesture whether they go on with a gesture that has left a mark
  void follow(LabOptions now, long seed, boolean sameGesture) {
    options = now;
    experiments = now.experiments();
    Bench.Wish wanted = Bench.Wish.of(now, seed);
    wish = wanted;
    LabView seen = view.get();
    Bench going = bench;
    if (going != null && seen != null && going.becomes(wanted, samples)) {
      building.forget();
    } else {
      building.want(wanted);
    }
    if (going != null && seen != null && going.wish().equals(wanted)) {
      Mark mark = new Mark(seen.steps(), seen.options(), now);
      view.set(
          seen.with(
              now,
              going.data(),
              seen.isAtStart() ? List.of() : Mark.and(seen.marks(), mark, sameGesture)));
    }
  }

  /// Trains with every frame from now on.
  void play() {
    playing.set(true);
  }

  void pause() {
    playing.set(false);
  }

  /// Goes on, or pauses. Where it has stopped by itself it begins again, from the same weights.
  void toggle() {
    LabView now = view.get();
    if (!playing.get() && now != null && now.left() == 0) {
      rewind();
    }
    playing.set(!playing.get());
  }

  /// Takes one step and pauses.
  void step() {
    alone((lane, experiment) -> lane.advance(experiment, 1));
  }

  /// Trains to the end of the epoch and pauses.
  void finishEpoch() {
    alone(Lane::finishEpoch);
  }

  /// Back to the same weights: the same choices lead to the same curve again.
  void rewind() {
    Bench now = bench;
    if (now != null) {
      now.run(tasks, (lane, k) -> lane.rewind(), views -> show(now, views, true), this::fail);
    }
  }

  /// What was seen is of no interest any more: other choices follow.
  ///
  /// @param plays whether these begin by themselves
  void forget(boolean plays) {
    view.set(null);
    playing.set(plays);
  }

  /// Asks every network something, between its steps.
  ///
  /// @param question is asked on workers
  /// @param answer gets what each says
  /// @param gone is run instead where there are none, or others by then
  <A> void ask(Function<Lane, A> question, Consumer<List<A>> answer, Runnable gone) {
    Bench now = bench;
    if (now == null) {
      gone.run();
      return;
    }
    now.run(
        tasks,
        (lane, k) -> question.apply(lane),
        answers -> {
          if (now.equals(bench)) {
            answer.accept(answers);
          } else {
            gone.run();
          }
        },
        failure -> {
          fail(failure);
          gone.run();
        });
  }

  /// A frame of the screen goes by.
  ///
  /// @param seconds since the last one
  void frame(double seconds) {
    Bench now = wished();
    LabView seen = view.get();
    if (now == null || seen == null || !playing.get()) {
      return;
    }
    if (seen.left() == 0) {
      playing.set(false); // the end was moved to where it has been already
      return;
    }
    stride.pass(seconds, speed.get().epochs() * now.stepsPerEpoch());
    if (!now.isBusy()) {
      int steps = stride.take(seen.left());
      if (steps > 0) {
        advance(now, (lane, experiment) -> lane.advance(experiment, steps));
      }
    }
  }

  private void alone(BiFunction<Lane, Experiment, LaneView> work) {
    playing.set(false);
    Bench now = wished();
    if (now != null) {
      advance(now, work);
    }
  }

  /// The networks, unless others are being made: what is chosen now is for those.
  private @Nullable Bench wished() {
    Bench now = bench;
    return now != null && now.wish().equals(wish) ? now : null;
  }

  private void advance(Bench now, BiFunction<Lane, Experiment, LaneView> work) {
    List<Experiment> wanted = experiments;
    now.run(
        tasks,
        (lane, k) -> work.apply(lane, wanted.get(k)),
        views -> {
          stride.took(views.stream().mapToDouble(LaneView::seconds).max().orElse(0));
          show(now, views, false);
        },
        this::fail);
  }

  private void fail(Exception failure) {
    playing.set(false);
    report.accept(failure);
  }

  /// @param anew whether what was changed before is of no interest any more
  private void show(Bench of, List<LaneView> lanes, boolean anew) {
    if (!of.equals(bench) || !of.wish().equals(wish)) {
      return;
    }
    LabView last = view.get();
    List<Mark> marks = anew || last == null ? List.of() : last.marks();
    LabView next = new LabView(options, of.data(), of.stepsPerEpoch(), lanes, marks);
    view.set(next);
    if (next.left() == 0) {
      playing.set(false);
    }
  }

  /// Networks were made. Where those before had come to their end these begin, too.
  private void begin(Bench.Wish of, Bench made) {
    if (!of.equals(wish)) {
      return;
    }
    LabView last = view.get();
    boolean wasOver = last != null && last.left() == 0;
    bench = made;
    view.set(null);
    made.run(tasks, (lane, k) -> lane.view(), views -> show(made, views, true), this::fail);
    if (wasOver) {
      play();
    }
  }

  /// What networks are made with; how they are mixed takes effect with the first step.
  private static List<Experiment> experimentsOf(Bench.Wish wish) {
    return LabOptions.USUAL
        .with(wish.data())
        .withNet(wish.net())
        .with(Collections.nCopies(wish.runs(), LabRun.NONE))
        .experiments();
  }
}
