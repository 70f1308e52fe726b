package org.mixoscope.app.explore;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
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
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MaskMix;
import org.mixoscope.recipe.History;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// The state of the Explore screen and what can be done to it. A recipe is the whole editable
/// state; the mix follows from it at once, the pictures as soon as they are read.
public final class ExploreModel {
  private final PictureCache cache;
  private final PictureLoader loader;
  private final TaskRunner tasks;
  private final History<Recipe> history;
  private final ReadOnlyObjectWrapper<Recipe> recipe;
  private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
  private final List<ReadOnlyObjectWrapper<Slot>> slots =
      List.of(new ReadOnlyObjectWrapper<>(Slot.EMPTY), new ReadOnlyObjectWrapper<>(Slot.EMPTY));
  private final ReadOnlyObjectWrapper<@Nullable Exception> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Prepared> prepared = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Mix> mix = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.MIXED);
  private final BooleanProperty seedLocked = new SimpleBooleanProperty();
  private PictureLoader.@Nullable Needs wanted;

  /// Starts with a recipe, whose pictures are read by the task runner.
  public ExploreModel(Recipe first, PictureCache cache, TaskRunner tasks) {
    this.cache = cache;
    loader = new PictureLoader(cache);
    this.tasks = tasks;
    history = new History<>(first);
    recipe = new ReadOnlyObjectWrapper<>(first);
    prepare();
  }

  // Properties

  /// The recipe of the moment.
  ReadOnlyObjectProperty<Recipe> recipeProperty() {
    return recipe.getReadOnlyProperty();
  }

  /// The pictures at the frame, null until they are read.
  ReadOnlyObjectProperty<@Nullable Prepared> preparedProperty() {
    return prepared.getReadOnlyProperty();
  }

  /// The composition and label of the moment, null while there are no pictures.
  ReadOnlyObjectProperty<@Nullable Mix> mixProperty() {
    return mix.getReadOnlyProperty();
  }

  /// Counts changes, when recipe and mix agree again: what shows both listens to this, so that it
  /// is drawn once for a step, and never a new recipe with an old mix.
  ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /// What the pane of source k shows.
  ReadOnlyObjectProperty<Slot> slotProperty(int k) {
    return slots.get(k).getReadOnlyProperty();
  }

  /// What went wrong last that belongs to no source's pane; null if nothing did.
  ReadOnlyObjectProperty<@Nullable Exception> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canUndoProperty() {
    return canUndo.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty canRedoProperty() {
    return canRedo.getReadOnlyProperty();
  }

  /// Whether the seed is kept as it is.
  BooleanProperty seedLockedProperty() {
    return seedLocked;
  }

  ObjectProperty<View> viewProperty() {
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
  void edit(UnaryOperator<Recipe> change) {
    history.move(change.apply(history.present()));
    show();
  }

  void editDraw(UnaryOperator<Draw> change) {
    edit(r -> r.with(change.apply(r.draw())));
  }

  /// From here to [#endGesture] all edits are one step of the history.
  void beginGesture() {
    history.beginGesture();
  }

  void endGesture() {
    history.endGesture();
  }

  void undo() {
    history.undo();
    show();
  }

  void redo() {
    history.redo();
    show();
  }

  void drawNext() {
    edit(r -> r.drawn(r.index() + 1));
  }

  /// The next seed, unless it is locked.
  void nextSeed() {
    if (!seedLocked.get()) {
      edit(r -> r.seeded(r.seed() + 1));
    }
  }

  /// CutMix as the app opens with, for the pictures and the seed of the moment.
  void reset() {
    edit(
        r ->
            Recipe.of(new CutMix(1), r.seed(), r.sources().getFirst(), r.sources().getLast())
                .drawn(r.index()));
  }

  void nudgeLambda(double by) {
    editDraw(d -> d.withLambda(Math.clamp(Math.round((d.lambda() + by) * 1e9) / 1e9, 0, 1)));
  }

  void setFrame(@Nullable Frame frame, Fit fit) {
    edit(r -> r.with(frame, fit));
  }

  /// Puts a picture into pane k once it is read. One that cannot be read leaves the pane's picture
  /// and the recipe alone and is explained on the pane.
  void open(int k, Source source) {
    tasks.run(
        () -> cache.reload(source.location()),
        loaded -> {
          slots.get(k).set(new Slot(loaded, null));
          // The same file may hold another picture now.
          wanted = null;
          edit(r -> r.with(k, source));
        },
        failure -> fail(k, failure));
  }

  /// Like the form for a source; the class is named after the file.
  void open(int k, Path file) {
    open(k, new Source(file.toAbsolutePath().toString(), className(file)));
  }

  /// Mixes by the mask in a file once it is read.
  void openMask(Path file) {
    String location = file.toAbsolutePath().toString();
    tasks.run(() -> cache.mask(location), mask -> edit(r -> r.withMask(location)), this::report);
  }

  /// Shows a failure that belongs to no source's pane.
  void report(@Nullable Exception failure) {
    problem.set(failure);
  }

  /// Takes the message off pane k.
  void dismiss(int k) {
    slots.get(k).set(new Slot(slots.get(k).get().loaded(), null));
  }

  // Pixels

  /// Mixes, or shows the view that is chosen, into memory of the screen's kind.
  ///
  /// @param out of the frame's size, BGRA. Modified
  void render(Pixels out, int colourOfA, int colourOfB) {
    Prepared ready = prepared.get();
    Mix now = mix.get();
    if (ready == null || now == null) {
      return;
    }
    List<Pixels> sources =
        switch (view.get()) {
          case MIXED -> ready.screen();
          case A -> List.of(ready.screen().getFirst(), ready.screen().getFirst());
          case B -> List.of(ready.screen().getLast(), ready.screen().getLast());
          case WEIGHTS -> List.of(ready.uniform(colourOfA), ready.uniform(colourOfB));
        };
    Mixer.mix(now.composition(), recipe().blending(), sources, out);
  }

  /// The raw mixed pixels, RGB, as every other face of the program writes them.
  Pixels mixedPixels() {
    Prepared ready = Objects.requireNonNull(prepared.get(), "no pictures");
    Mix now = Objects.requireNonNull(mix.get(), "no mix");
    return Mixer.mix(now.composition(), recipe().blending(), ready.inputs().sources());
  }

  /// One pixel of the mix, RGB, by the same kernel.
  Pixels mixedPixel(int y, int x) {
    Prepared ready = Objects.requireNonNull(prepared.get(), "no pictures");
    Composition composition = Objects.requireNonNull(mix.get(), "no mix").composition();
    Frame one = new Frame(1, 1);
    List<Double> weights = List.of(composition.weightAt(0, y, x), composition.weightAt(1, y, x));
    List<Pixels> pixels =
        ready.inputs().sources().stream().map(source -> source.pixelAt(y, x)).toList();
    return Mixer.mix(new Blend(one, weights), recipe().blending(), pixels);
  }

  /// The frame of the mix, null until pictures are read.
  @Nullable Frame frame() {
    Prepared ready = prepared.get();
    return ready == null ? null : ready.inputs().frame();
  }

  /// The method if it is CutMix, else null.
  @Nullable CutMix cutMix() {
    return recipe().method() instanceof CutMix cutMix ? cutMix : null;
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
    boolean maskIsMissing =
        now.method() instanceof MaskMix && (ready == null || ready.inputs().mask() == null);
    mix.set(ready == null || maskIsMissing ? null : now.mix(ready.inputs()));
    revision.set(revision.get() + 1);
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
      slots.get(k).set(result.slots().get(k));
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

  private static String className(Path file) {
    String name = Objects.toString(file.getFileName(), "image");
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
