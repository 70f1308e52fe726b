package org.mixoscope.app.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.memory.Part;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.ObservableHistory;
import org.mixoscope.app.ui.Latest;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.lab.Examples;
import org.mixoscope.lab.Experiment;
import org.mixoscope.lab.data.Digits;

/// What is chosen, with a history of its own, and the networks that are trained by it, on workers
/// and only while somebody looks. The seed is that of Explore.
///
/// What can change while networks are trained takes effect with the next step and leaves a mark;
/// anything else begins anew.
public final class TrainModel implements Part {
  private static final double NANOS = 1e9;

  private final MixModel explore;
  private final TaskRunner tasks;
  private final ObservableHistory<LabOptions> history;
  private final Latest<Bench.Wish, Bench> building;
  private final ReadOnlyObjectWrapper<@Nullable LabView> view = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.TWENTY);
  private final Stride stride = new Stride();
  private @Nullable Bench bench;
  private boolean active;
  private boolean visited;
  private boolean marking;
  private volatile @Nullable Examples digits;

  /// @param explore has the seed
  public TrainModel(MixModel explore, TaskRunner tasks) {
    this.explore = explore;
    this.tasks = tasks;
    history = new ObservableHistory<>(LabOptions.USUAL, this::follow);
    history.gestureProperty().subscribe(() -> marking = false);
    building =
        new Latest<>(
            tasks,
            (wish, before) -> Bench.of(wish, experimentsOf(wish), this::digits),
            made -> true,
            this::begin,
            explore::report);
    explore.recipeProperty().addListener((property, old, now) -> follow());
  }

  /// What is chosen.
  ReadOnlyObjectProperty<LabOptions> optionsProperty() {
    return history.presentProperty();
  }

  LabOptions options() {
    return history.present();
  }

  /// Undo, redo and gestures of the choices.
  ObservableHistory<LabOptions> history() {
    return history;
  }

  /// What the runs look like; null until they are there.
  ReadOnlyObjectProperty<@Nullable LabView> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /// Whether they are trained, as long as somebody looks.
  ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  /// Whether they are trained now, or would be if somebody looked.
  public boolean isPlaying() {
    return playing.get();
  }

  ObjectProperty<Speed> speedProperty() {
    return speed;
  }

  @Override
  public String name() {
    return "train";
  }

  @Override
  public JsonNode remembered() {
    return LabOptionsJson.tree(options());
  }

  @Override
  public void recall(JsonNode left) {
    history.restart(LabOptionsJson.read(left));
  }

  @Override
  public Observable changes() {
    return optionsProperty();
  }

  // Commands

  /// Trains only while somebody looks; the first look begins.
  void setActive(boolean now) {
    active = now;
    if (now && !visited) {
      visited = true;
      playing.set(true);
    }
    follow();
  }

  boolean isActive() {
    return active;
  }

  /// Chooses something else, as a step that can be undone.
  ///
  /// @throws IllegalArgumentException if it cannot be: then all stays as it was
  void edit(UnaryOperator<LabOptions> change) {
    history.move(change.apply(options()));
  }

  /// Takes a preset and begins with it.
  void show(LabPreset preset) {
    edit(now -> preset.options());
    playing.set(true);
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
  public void finishEpoch() {
    alone(Lane::finishEpoch);
  }

  /// Back to the same weights: the same choices lead to the same curve again.
  void rewind() {
    Bench now = bench;
    if (now != null) {
      now.run(tasks, (lane, k) -> lane.rewind(), views -> show(now, views, true), this::fail);
    }
  }

  /// A frame of the screen goes by.
  ///
  /// @param seconds since the last one
  void frame(double seconds) {
    Bench now = bench;
    LabView seen = view.get();
    if (now == null || seen == null || !active || !playing.get()) {
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
    Bench now = bench;
    if (now != null) {
      advance(now, work);
    }
  }

  private void advance(Bench now, BiFunction<Lane, Experiment, LaneView> work) {
    List<Experiment> experiments = options().experiments();
    long began = System.nanoTime();
    now.run(
        tasks,
        (lane, k) -> work.apply(lane, experiments.get(k)),
        views -> {
          stride.took((System.nanoTime() - began) / NANOS);
          show(now, views, false);
        },
        this::fail);
  }

  private void fail(Exception failure) {
    playing.set(false);
    explore.report(failure);
  }

  /// @param anew whether what was changed before is of no interest any more
  private void show(Bench of, List<LaneView> lanes, boolean anew) {
    LabView last = view.get();
    if (of.equals(bench)) {
      LabView next =
          new LabView(
              options(),
              of.data(),
              of.stepsPerEpoch(),
              lanes,
              anew || last == null ? List.of() : last.marks());
      view.set(next);
      if (next.left() == 0) {
        playing.set(false);
      }
    }
  }

  /// Networks were made. Where those before had come to their end these begin, too.
  private void begin(Bench.Wish wish, Bench made) {
    if (!wish.equals(wish())) {
      return;
    }
    LabView last = view.get();
    boolean wasOver = last != null && last.left() == 0;
    bench = made;
    view.set(null);
    made.run(tasks, (lane, k) -> lane.view(), views -> show(made, views, true), this::fail);
    if (wasOver) {
      playing.set(true);
    }
  }

  private void follow() {
    if (!active) {
      return;
    }
    building.want(wish());
    Bench now = bench;
    LabView seen = view.get();
    if (now == null || seen == null || !now.wish().equals(wish())) {
      return;
    }
    Mark mark = new Mark(seen.steps(), seen.options(), options());
    List<Mark> marks = seen.isAtStart() ? List.of() : Mark.and(seen.marks(), mark, marking);
    marking = history.gestureProperty().get();
    view.set(seen.with(options(), marks));
  }

  private Bench.Wish wish() {
    return Bench.Wish.of(options(), explore.recipe().seed());
  }

  /// What runs begin with; what else is chosen takes effect with the first step.
  private static List<Experiment> experimentsOf(Bench.Wish wish) {
    return LabOptions.USUAL
        .with(wish.data())
        .withNet(wish.net())
        .with(Collections.nCopies(wish.runs(), LabRun.NONE))
        .experiments();
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
