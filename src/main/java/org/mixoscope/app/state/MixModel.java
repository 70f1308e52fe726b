package org.mixoscope.app.state;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.dataset.Sample;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Blending;
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
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.History;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// The state of the Explore screen and what can be done to it. A recipe is the whole editable
/// state; the mix follows from it at once, the pictures as soon as they are read.
public final class MixModel {
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
  private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.MIXED);
  private final BooleanProperty seedLocked = new SimpleBooleanProperty();
  private final Workspace workspace = new Workspace();
  private PictureLoader.@Nullable Needs wanted;
  private @Nullable Pixels mixed;
  private List<Pixels> colours = List.of();

  /// Starts with a recipe, whose pictures are read by the task runner.
  public MixModel(Recipe first, PictureCache cache, TaskRunner tasks) {
    this.cache = cache;
    loader = new PictureLoader(cache);
    this.tasks = tasks;
    history = new History<>(first);
    recipe = new ReadOnlyObjectWrapper<>(first);
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

  public ObjectProperty<View> viewProperty() {
    return view;
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

  /// From here to [#endGesture] all edits are one step of the history.
  public void beginGesture() {
    history.beginGesture();
  }

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
          return r.retuned(alike(type, r.method())).withMask(needsMask ? Sample.MASK : r.mask());
        });
  }

  private static Method alike(MethodType type, Method other) {
    try {
      return type.like(other);
    } catch (IllegalArgumentException e) {
      // The same name can have another range elsewhere.
      return type.initial();
    }
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
    tasks.run(
        () -> cache.reload(source.location()),
        loaded -> {
          // The same file may hold another picture now.
          wanted = null;
          edit(r -> k < r.sources().size() ? r.with(k, source) : r);
        },
        failure -> fail(k, failure));
  }

  /// Like the form for a source; the class is named after the file.
  public void open(int k, Path file) {
    open(k, source(file));
  }

  /// Puts pictures into the panes from k on, and into new ones after the last, once they are read.
  /// All in one step; the first that cannot be read is reported and none is taken.
  public void openFrom(int k, List<Path> files) {
    List<Source> offered = files.stream().map(MixModel::source).toList();
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

  /// Mixes, or shows the view that is chosen, into memory of the screen's kind.
  ///
  /// @param out as large as what is shown, BGRA. Modified
  public void render(Pixels out) {
    Prepared ready = prepared.get();
    Mix now = mix.get();
    if (ready == null || now == null) {
      return;
    }
    Composition composition = now.composition();
    if (view.get() instanceof View.Alone alone) {
      Pixels shown = ready.screen().get(Math.min(alone.k(), ready.screen().size() - 1));
      Mixer.mix(new Blend(out.frame(), List.of(1.0)), Blending.SRGB, List.of(shown), out);
    } else {
      List<Pixels> sources = view.get().equals(View.MIXED) ? ready.screen() : colours(ready);
      Mixer.mix(composition, recipe().blending(), sources.subList(0, composition.sources()), out);
    }
  }

  /// A picture of its colour for every source, made once for a frame.
  private List<Pixels> colours(Prepared ready) {
    int count = ready.screen().size();
    if (colours.size() != count || !colours.getFirst().frame().equals(ready.inputs().frame())) {
      colours =
          IntStream.range(0, count).mapToObj(k -> ready.uniform(SourceColour.of(k).rgb())).toList();
    }
    return colours;
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
    if (view.get() instanceof View.Alone alone && alone.k() >= recipe().sources().size()) {
      view.set(View.MIXED);
    }
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
      slots.get(k).set(k < result.slots().size() ? result.slots().get(k) : Slot.EMPTY);
    }
    if (result.maskProblem() != null) {
      report(result.maskProblem());
    }
    prepared.set(result.prepared());
    compose();
  }

  private void fail(int k, Exception failure) {
    if (failure instanceof PictureException reason) {
      slots.get(k).set(new Slot(slots.get(k).get().loaded(), reason));
    } else {
      report(failure);
    }
  }

  private static Source source(Path file) {
    return new Source(file.toAbsolutePath().toString(), className(file));
  }

  private static String className(Path file) {
    String name = Objects.toString(file.getFileName(), "image");
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
