package org.mixoscope.app.state;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Gestures;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.dataset.Sample;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.method.BoxMethod;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.History;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// The state of the Explore screen and what can be done to it. A recipe is the whole editable
/// state; the mix follows from it at once, the pictures as soon as they are read.
public final class MixModel implements Gestures {
  private final PictureCache cache;
  private final PictureLoader loader;
  private final TaskRunner tasks;
  private final History<Recipe> history;
  private final ReadOnlyObjectWrapper<Recipe> recipe;
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final List<ReadOnlyObjectWrapper<Slot>> slots =
      Stream.generate(() -> new ReadOnlyObjectWrapper<>(Slot.EMPTY))
          .limit(MethodType.MOST_SOURCES)
          .toList();
  private final ReadOnlyObjectWrapper<@Nullable Exception> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Prepared> prepared = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Mix> mix = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final BooleanProperty seedLocked = new SimpleBooleanProperty();
  private final Workspace workspace = new Workspace();
  private final Painter painter = new Painter();
  private final Sight sight;
  private final Offers offers = new Offers();
  private PictureLoader.@Nullable Needs wanted;
  private @Nullable Pixels mixed;

  /// Starts with a recipe, whose pictures are read by the task runner.
  public MixModel(Recipe first, PictureCache cache, TaskRunner tasks) {
    this.cache = cache;
    loader = new PictureLoader(cache);
    this.tasks = tasks;
    history = new History<>(first);
    recipe = new ReadOnlyObjectWrapper<>(first);
    sight = new Sight(recipe.getReadOnlyProperty());
    prepare();
  }

  // Properties

  /// The recipe of the moment.
  public ReadOnlyObjectProperty<Recipe> recipeProperty() {
    return recipe.getReadOnlyProperty();
  }

  /// The pictures at the frame, null until they are read.
  public ReadOnlyObjectProperty<@Nullable Prepared> preparedProperty() {
    return prepared.getReadOnlyProperty();
  }

  /// The composition and label of the moment, null while there are no pictures.
  ReadOnlyObjectProperty<@Nullable Mix> mixProperty() {
    return mix.getReadOnlyProperty();
  }

  /// Counts changes, when recipe and mix agree again: what shows both listens to this, so that it
  /// is drawn once for a step, and never a new recipe with an old mix.
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /// What the pane of source k shows; empty where there is no such source.
  public ReadOnlyObjectProperty<Slot> slotProperty(int k) {
    return slots.get(k).getReadOnlyProperty();
  }

  /// What went wrong last that belongs to no source's pane; null if nothing did.
  public ReadOnlyObjectProperty<@Nullable Exception> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /// Whether the seed is kept as it is.
  public BooleanProperty seedLockedProperty() {
    return seedLocked;
  }

  /// How the mix is looked at.
  public Sight sight() {
    return sight;
  }

  /// The recipe of the moment.
  public Recipe recipe() {
    return recipe.get();
  }

  /// The composition and label of the moment, null while there are no pictures.
  public @Nullable Mix mix() {
    return mix.get();
  }

  // Commands

  /// Changes the recipe: one step of the history, or part of one during a gesture. A change to a
  /// bad value throws and leaves everything as it was.
  public void edit(UnaryOperator<Recipe> change) {
    history.move(change.apply(history.present()));
    show();
  }

  public void editDraw(UnaryOperator<Draw> change) {
    edit(r -> r.with(change.apply(r.draw())));
  }

  @Override
  public void beginGesture() {
    history.beginGesture();
  }

  @Override
  public void endGesture() {
    history.endGesture();
  }

  public void undo() {
    history.undo();
    show();
  }

  public void redo() {
    history.redo();
    show();
  }

  public void drawNext() {
    edit(r -> r.drawn(r.index() + 1));
  }

  /// The next seed, unless it is locked.
  public void nextSeed() {
    if (!seedLocked.get()) {
      edit(r -> r.seeded(r.seed() + 1));
    }
  }

  /// CutMix as the app opens with, for the pictures and the seed of the moment.
  public void reset() {
    edit(r -> Recipe.of(new CutMix(1), r.seed(), r.sources()).drawn(r.index()));
  }

  /// Changes λ a little, if the method uses it.
  public void nudgeLambda(double by) {
    if (recipe().method().type().uses(Trait.LAMBDA)) {
      editDraw(d -> d.withLambda(Math.clamp(Math.round((d.lambda() + by) * 1e9) / 1e9, 0, 1)));
    }
  }

  public void setFrame(@Nullable Frame frame, Fit fit) {
    edit(r -> r.with(frame, fit));
  }

  /// A method of this type with the settings of the present one, where they have the same. One that
  /// mixes by a mask gets the sample's if there is none yet.
  public void choose(MethodType type) {
    edit(
        r -> {
          if (r.method().type().equals(type)) {
            return r;
          }
          boolean needsMask = type.uses(Trait.MASK) && r.mask() == null;
          return r.retuned(type).withMask(needsMask ? Sample.MASK : r.mask());
        });
  }

  /// The next of all types of methods, or with −1 the one before.
  public void chooseNext(int step) {
    List<MethodType> types = MethodType.all();
    int now = types.indexOf(recipe().method().type());
    choose(types.get(Math.floorMod(now + step, types.size())));
  }

  /// Puts a picture into pane k once it is read. One that cannot be read leaves the pane's picture
  /// and the recipe alone and is explained on the pane.
  public void open(int k, Source source) {
    open(Map.of(k, source));
  }

  /// Puts pictures into panes once they are read, all in one step. Each that cannot be read leaves
  /// its pane's picture alone and is explained there. What is offered to a pane later overtakes
  /// them.
  public void open(Map<Integer, Source> offered) {
    offers.begin(offered);
    tasks.run(
        () -> read(offered),
        problems -> take(offers.end(offered), problems),
        failure -> {
          offers.end(offered);
          report(failure);
        });
  }

  private Map<Integer, PictureException> read(Map<Integer, Source> offered) {
    Map<Integer, PictureException> problems = new TreeMap<>();
    offered.forEach(
        (k, source) -> {
          try {
            cache.reload(source.location());
          } catch (PictureException e) {
            problems.put(k, e);
          }
        });
    return problems;
  }

  private void take(Map<Integer, Source> offered, Map<Integer, PictureException> problems) {
    if (!problems.keySet().containsAll(offered.keySet())) {
      // The same file may hold another picture now.
      wanted = null;
      edit(r -> r.withSources(replaced(r.sources(), offered, problems.keySet())));
    }
    problems.forEach(
        (k, problem) -> {
          Source source = offered.get(k);
          if (source != null) {
            offers.refuse(k, source, problem);
            slots.get(k).set(new Slot(slots.get(k).get().loaded(), problem));
          }
        });
  }

  private static List<Source> replaced(
      List<Source> present, Map<Integer, Source> offered, Set<Integer> except) {
    return IntStream.range(0, present.size())
        .mapToObj(
            k -> except.contains(k) ? present.get(k) : offered.getOrDefault(k, present.get(k)))
        .toList();
  }

  /// The source that pane k is on its way to: what was offered to it last, even if it could not be
  /// read, else what it shows. Null if there is no such pane.
  public @Nullable Source headedFor(int k) {
    Source offer = offers.latest(k);
    List<Source> present = recipe().sources();
    return offer != null || k >= present.size() ? offer : present.get(k);
  }

  /// Like the form for a source; the class is named after the file.
  public void open(int k, Path file) {
    open(k, Source.of(file));
  }

  /// Puts pictures into the panes from k on, and into new ones after the last, once they are read.
  /// All in one step; the first that cannot be read is reported and none is taken.
  public void openFrom(int k, List<Path> files) {
    List<Source> offered = files.stream().map(Source::of).toList();
    tasks.run(
        () -> {
          for (Source source : offered) {
            cache.reload(source.location());
          }
          return offered;
        },
        read -> {
          wanted = null;
          edit(r -> r.withSources(placed(r.sources(), k, read)));
        },
        this::report);
  }

  private static List<Source> placed(List<Source> present, int k, List<Source> offered) {
    List<Source> all = new ArrayList<>(present);
    for (int i = 0; i < offered.size() && k + i < MethodType.MOST_SOURCES; i++) {
      if (k + i < all.size()) {
        all.set(k + i, offered.get(i));
      } else {
        all.add(offered.get(i));
      }
    }
    return all;
  }

  /// Whether there is room for one more source.
  public boolean canAdd() {
    return recipe().sources().size() < MethodType.MOST_SOURCES;
  }

  /// Whether there are more sources than the two that every mix needs.
  public boolean canRemove() {
    return recipe().sources().size() > 2;
  }

  /// One more source, if there is room.
  public void add(Source source) {
    edit(r -> r.withSources(placed(r.sources(), r.sources().size(), List.of(source))));
  }

  /// The first sample that is no source yet as one more.
  public void addSample() {
    List<Source> present = recipe().sources();
    add(
        Sample.ALL.stream()
            .filter(
                sample -> present.stream().noneMatch(s -> s.location().equals(sample.location())))
            .findFirst()
            .orElseGet(() -> Sample.ALL.get(present.size() % Sample.ALL.size()))
            .source());
  }

  /// Takes source k away, if two are left.
  public void remove(int k) {
    if (canRemove()) {
      edit(
          r -> {
            List<Source> left = new ArrayList<>(r.sources());
            left.remove(k);
            return r.withSources(left);
          });
    }
  }

  /// Mixes by the mask in a file once it is read.
  public void openMask(Path file) {
    String location = file.toAbsolutePath().toString();
    tasks.run(() -> cache.mask(location), mask -> edit(r -> r.withMask(location)), this::report);
  }

  /// Shows a failure that belongs to no source's pane.
  public void report(@Nullable Exception failure) {
    problem.set(failure);
  }

  /// Takes the message off pane k.
  public void dismiss(int k) {
    slots.get(k).set(new Slot(slots.get(k).get().loaded(), null));
  }

  // Pixels

  /// Paints a view of the mix into memory of the screen's kind; nothing while there is no mix.
  ///
  /// @param out as large as what is shown, BGRA. Modified
  public void render(View view, Pixels out) {
    Prepared ready = prepared.get();
    Mix now = mix.get();
    if (ready != null && now != null) {
      Highlight pointed = sight.pointedProperty().get();
      painter.paint(view, pointed, ready, now.composition(), recipe().blending(), out);
    }
  }

  /// The mix as it is shown, BGRA, in new memory.
  public Pixels shownPixels() {
    Prepared ready = Objects.requireNonNull(prepared.get(), "no pictures");
    Composition composition = Objects.requireNonNull(mix.get(), "no mix").composition();
    Pixels out = ready.newOutput();
    List<Pixels> sources = ready.screen().subList(0, composition.sources());
    Mixer.mix(composition, recipe().blending(), sources, out);
    return out;
  }

  /// The raw mixed pixels of the whole frame, RGB, as every other face of the program writes them.
  /// Not to be modified.
  public Pixels mixedPixels() {
    Pixels known = mixed;
    if (known == null) {
      known = mixing().get();
      mixed = known;
    }
    return known;
  }

  /// Computes what [#mixedPixels] is now, on whatever thread and however much later.
  public Supplier<Pixels> mixing() {
    Recipe now = recipe();
    Prepared ready = Objects.requireNonNull(prepared.get(), "no pictures");
    return () -> ready.mixed(now);
  }

  /// One pixel of the frame, null while there is no mix or no such pixel.
  public @Nullable PixelReading pixelAt(int y, int x) {
    Prepared ready = prepared.get();
    Mix now = mix.get();
    Frame frame = frame();
    boolean there = frame != null && Box.of(frame).contains(x, y);
    return ready == null || now == null || !there
        ? null
        : PixelReading.of(recipe(), ready, now, y, x);
  }

  /// The frame of the mix, null until pictures are read.
  public @Nullable Frame frame() {
    Prepared ready = prepared.get();
    return ready == null ? null : ready.full().frame();
  }

  /// The method if it has a box, else null.
  public @Nullable BoxMethod boxMethod() {
    return recipe().method() instanceof BoxMethod method ? method : null;
  }

  // Following the recipe

  private void show() {
    recipe.set(history.present());
    canUndo.set(history.canUndo());
    canRedo.set(history.canRedo());
    prepare();
    compose();
  }

  private void compose() {
    Prepared ready = prepared.get();
    Recipe now = recipe.get();
    mixed = null;
    mix.set(ready == null || !isComplete(now, ready) ? null : ready.mix(now, workspace));
    revision.set(revision.get() + 1);
  }

  /// Whether everything is there that a recipe mixes: what it has just been given may not be read.
  private static boolean isComplete(Recipe recipe, Prepared ready) {
    boolean maskIsMissing =
        recipe.method().type().uses(Trait.MASK) && ready.inputs().mask() == null;
    return !maskIsMissing && ready.screen().size() >= recipe.mixedSources().size();
  }

  /// Has the pictures read that the recipe names, if they are others than before. Results that are
  /// overtaken by a newer recipe are dropped.
  private void prepare() {
    Recipe now = recipe.get();
    PictureLoader.Needs needs = PictureLoader.Needs.of(now);
    if (needs.equals(wanted)) {
      return;
    }
    wanted = needs;
    offers.forgetRefused();
    tasks.run(
        () -> loader.load(needs),
        result -> {
          if (needs.equals(wanted)) {
            accept(result);
          }
        },
        this::report);
  }

  private void accept(PictureLoader.Result result) {
    for (int k = 0; k < slots.size(); k++) {
      Slot read = k < result.slots().size() ? result.slots().get(k) : Slot.EMPTY;
      PictureException refused = offers.problem(k);
      slots.get(k).set(refused == null ? read : new Slot(read.loaded(), refused));
    }
    if (result.maskProblem() != null) {
      report(result.maskProblem());
    }
    prepared.set(result.prepared());
    compose();
  }
}
