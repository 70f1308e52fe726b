package org.mixoscope.app.state;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.clip.Timing;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// The pictures of a recipe: they are read as it names them, or offered, read, and then named by
/// it.
public final class Pictures {
  private final PictureCache cache;
  private final PictureLoader loader;
  private final TaskRunner tasks;
  private final ObservableValue<Recipe> recipe;
  private final Sources sources;
  private final Owner owner;
  private final List<ReadOnlyObjectWrapper<Slot>> slots =
      Stream.generate(() -> new ReadOnlyObjectWrapper<>(Slot.EMPTY))
          .limit(MethodType.MOST_SOURCES)
          .toList();
  private final ReadOnlyObjectWrapper<@Nullable Prepared> prepared = new ReadOnlyObjectWrapper<>();
  private final OfferedSources offers = new OfferedSources();
  private final Footage footage;
  private @Nullable Moment moment;
  private PictureLoader.@Nullable Needs wanted;

  /// What pictures do to whoever has the recipe.
  ///
  /// @param edit changes the recipe, and has its pictures followed
  /// @param changed other pictures are prepared
  /// @param report shows a failure that belongs to no pane
  record Owner(
      Consumer<UnaryOperator<Recipe>> edit, Runnable changed, Consumer<Exception> report) {}

  /// No pictures before the first [#follow].
  Pictures(
      PictureCache cache,
      TaskRunner tasks,
      ObservableValue<Recipe> recipe,
      Sources sources,
      Owner owner) {
    this.cache = cache;
    loader = new PictureLoader(cache);
    this.tasks = tasks;
    this.recipe = recipe;
    this.sources = sources;
    this.owner = owner;
    footage = new Footage(cache, tasks, this::show, owner.report());
  }

  /// The moment of the clips that is shown.
  public Footage footage() {
    return footage;
  }

  /// Which frame of clips the pictures are; null if none moves.
  public @Nullable Moment moment() {
    return moment;
  }

  /// The pictures at the frame, null until they are read.
  public ReadOnlyObjectProperty<@Nullable Prepared> preparedProperty() {
    return prepared.getReadOnlyProperty();
  }

  /// The pictures at the frame, null until they are read.
  public @Nullable Prepared prepared() {
    return prepared.get();
  }

  /// What the pane of source k shows; empty where there is no such source.
  public ReadOnlyObjectProperty<Slot> slotProperty(int k) {
    return slots.get(k).getReadOnlyProperty();
  }

  /// The source that pane k is on its way to: what was offered to it last, even if it could not be
  /// read, else what it shows. Null if there is no such pane.
  public @Nullable Source headedFor(int k) {
    Source offer = offers.latest(k);
    List<Source> present = sources.all();
    return offer != null || k >= present.size() ? offer : present.get(k);
  }

  /// Puts a picture into pane k once it is read. One that cannot be read leaves the pane's picture
  /// and the recipe alone and is explained on the pane.
  public void open(int k, Source source) {
    open(Map.of(k, source));
  }

  /// Like the form for a source; the class is named after the file.
  public void open(int k, Path file) {
    open(k, Source.of(file));
  }

  /// Puts pictures into panes once they are read, all in one step. Each that cannot be read leaves
  /// its pane's picture alone and is explained there. What is offered to a pane later overtakes
  /// them.
  public void open(Map<Integer, Source> offered) {
    offers.begin(offered);
    offered.keySet().forEach(this::read);
    tasks.run(
        () -> loader.reload(offered),
        problems -> take(offers.end(offered), problems),
        failure -> {
          offers.end(offered).keySet().forEach(this::dismiss);
          owner.report().accept(failure);
        });
  }

  private void take(Map<Integer, Source> offered, Map<Integer, PictureException> problems) {
    Map<Integer, Source> good = new TreeMap<>(offered);
    good.keySet().removeAll(problems.keySet());
    if (!good.isEmpty()) {
      // The same file may hold another picture now.
      wanted = null;
      sources.replace(good);
    }
    problems.forEach(
        (k, problem) -> {
          Source source = offered.get(k);
          if (source != null) {
            offers.refuse(k, source, problem);
            slots.get(k).set(slots.get(k).get().with(problem));
          }
        });
  }

  /// Puts pictures into the panes from k on, and into new ones after the last, once they are read.
  /// All in one step; the first that cannot be read is reported and none is taken.
  public void openFrom(int k, List<Path> files) {
    List<Source> offered = files.stream().map(Source::of).toList();
    IntStream panes = IntStream.range(k, Math.min(k + offered.size(), sources.all().size()));
    List<Integer> taken = panes.boxed().toList();
    taken.forEach(this::read);
    tasks.run(
        () -> {
          for (Source source : offered) {
            cache.reload(source.location());
          }
          return offered;
        },
        read -> {
          wanted = null;
          sources.place(k, read);
        },
        failure -> {
          taken.forEach(this::dismiss);
          owner.report().accept(failure);
        });
  }

  /// Has a file say what is where in the picture of pane k once it is read. One that cannot be
  /// read, or says nothing of the picture, leaves all as it was and is explained on the pane.
  public void mark(int k, Path file) {
    List<Source> present = sources.all();
    if (k >= present.size()) {
      return;
    }
    Source before = present.get(k);
    Source marked = before.withAnnotation(file.toAbsolutePath().toString());
    read(k);
    tasks.run(
        () -> loader.check(k, marked),
        problem -> {
          if (k >= sources.all().size() || !before.equals(sources.all().get(k))) {
            return; // Another picture is there by now, or on its way.
          }
          if (problem.isPresent()) {
            slots.get(k).set(slots.get(k).get().with(problem.get()));
          } else {
            // The same file may say something else now.
            wanted = null;
            owner.edit().accept(r -> r.with(k, marked));
            follow();
          }
        },
        failure -> {
          dismiss(k);
          owner.report().accept(failure);
        });
  }

  /// Nothing says any more what is where in the picture of pane k.
  public void unmark(int k) {
    owner.edit().accept(r -> r.with(k, r.sources().get(k).withAnnotation(null)));
  }

  /// Mixes by the mask in a file once it is read.
  public void openMask(Path file) {
    String location = file.toAbsolutePath().toString();
    tasks.run(
        () -> cache.mask(location),
        mask -> owner.edit().accept(r -> r.withMask(location)),
        owner.report());
  }

  /// Another picture is read for pane k.
  private void read(int k) {
    slots.get(k).set(slots.get(k).get().whileReading());
  }

  /// Takes the message off pane k.
  public void dismiss(int k) {
    slots.get(k).set(slots.get(k).get().with(null));
  }

  /// Has the pictures read that the recipe names, if they are others than before. Results that are
  /// overtaken by a newer recipe are dropped.
  void follow() {
    PictureLoader.Needs needs = PictureLoader.Needs.of(recipe.getValue());
    if (needs.equals(wanted)) {
      return;
    }
    List<PictureLoader.Place> before = wanted == null ? List.of() : wanted.places();
    wanted = needs;
    stay(before);
    offers.forgetRefused();
    for (int k = 0; k < needs.places().size(); k++) {
      if (k >= before.size() || !needs.places().get(k).equals(before.get(k))) {
        read(k);
      }
    }
    tasks.run(
        () -> loader.load(needs),
        result -> {
          if (needs.equals(wanted)) {
            accept(needs, result);
          }
        },
        owner.report());
  }

  /// What is read meanwhile begins with the frames that are shown, not with those that were whole
  /// last.
  private void stay(List<PictureLoader.Place> places) {
    for (int k = 0; k < places.size(); k++) {
      Loaded now = slots.get(k).get().loaded();
      if (now != null && !now.glimpse().isWhole()) {
        cache.turn(places.get(k).location(), Loaded.of(now.picture()));
      }
    }
  }

  private void accept(PictureLoader.Needs needs, PictureLoader.Result result) {
    for (int k = 0; k < slots.size(); k++) {
      Slot read = k < result.slots().size() ? result.slots().get(k) : Slot.EMPTY;
      PictureException refused = offers.problem(k);
      Slot now = refused == null ? read : read.with(refused);
      slots.get(k).set(offers.isUnderWay(k) ? now.whileReading() : now);
    }
    if (result.maskProblem() != null) {
      owner.report().accept(result.maskProblem());
    }
    Timing clip = result.prepared() == null ? null : clip(needs);
    moment =
        clip == null
            ? null
            : new Moment(
                Math.min(footage.frameProperty().get(), clip.frames() - 1), clip, isVolume(needs));
    prepared.set(result.prepared());
    owner.changed().run();
    if (clip == null) {
      footage.close();
    } else {
      footage.follow(needs);
    }
  }

  /// When the frames of the first source that moves are shown; null if none does.
  private @Nullable Timing clip(PictureLoader.Needs needs) {
    for (PictureLoader.Place place : needs.places()) {
      Timing timing = cache.timing(place.location());
      if (timing != null) {
        return timing;
      }
    }
    return null;
  }

  /// Whether the first source that moves is a volume.
  private boolean isVolume(PictureLoader.Needs needs) {
    return needs.places().stream()
        .map(PictureLoader.Place::location)
        .filter(location -> cache.timing(location) != null)
        .findFirst()
        .filter(cache::isVolume)
        .isPresent();
  }

  /// Another moment of the clips: all that shows them changes at once.
  private void show(Projector.Seen seen, Moment now) {
    List<Source> present = sources.all();
    for (int k = 0; k < Math.min(seen.pictures().size(), present.size()); k++) {
      Loaded loaded = seen.pictures().get(k);
      Slot before = slots.get(k).get();
      if (cache.timing(present.get(k).location()) != null) {
        if (loaded.glimpse().isWhole()) {
          // What passes is gone before anybody else could read it.
          cache.turn(present.get(k).location(), loaded);
        }
        slots.get(k).set(new Slot(loaded, before.problem(), null, before.reading()));
      }
    }
    moment = now;
    prepared.set(seen.prepared());
    owner.changed().run();
  }
}
