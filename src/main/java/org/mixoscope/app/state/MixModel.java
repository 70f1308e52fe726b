package org.mixoscope.app.state;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Latest;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.dataset.annotated.Marks;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.method.BoxMethod;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Levels;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// The state of the Explore screen and what can be done to it. A recipe is the whole editable
/// state; the mix follows from it at once, the pictures as soon as they are read.
public final class MixModel {
  private final ObservableHistory<Recipe> history;
  private final Sources sources;
  private final Pictures pictures;
  private final Sight sight;
  private final ReadOnlyObjectWrapper<@Nullable Exception> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final BooleanProperty seedLocked = new SimpleBooleanProperty();
  private final Groundwork groundwork;
  private final Painter painter = new Painter();
  private final ReadOnlyObjectWrapper<@Nullable Prepared> shown = new ReadOnlyObjectWrapper<>();
  private @Nullable Prepared coarser;
  private @Nullable Mix mix;
  private @Nullable Pixels mixed;
  private final Ghosts ghosts = new Ghosts();
  private @Nullable MarkedViews marked;
  private final ReadOnlyObjectWrapper<@Nullable List<Double>> clipLabel =
      new ReadOnlyObjectWrapper<>();
  private final Latest<ClipLabel, Optional<List<Double>>> labelling;

  /// Starts with a recipe, whose pictures are read by the task runner.
  public MixModel(Recipe first, PictureCache cache, TaskRunner tasks) {
    history = new ObservableHistory<>(first, this::follow);
    sources =
        new Sources(
            history.presentProperty(),
            cache::kind,
            source -> cache.timing(source.location()) != null,
            source -> cache.isVolume(source.location()),
            this::edit);
    pictures =
        new Pictures(
            cache,
            tasks,
            history.presentProperty(),
            sources,
            new Pictures.Owner(this::edit, this::compose, this::report));
    labelling =
        new Latest<>(
            tasks,
            (wish, before) -> wish.label(),
            label -> true,
            (wish, label) -> {
              if (wish.equals(ClipLabel.of(recipe(), pictures))) {
                clipLabel.set(label.orElse(null));
              }
            },
            this::report);
    groundwork = new Groundwork(tasks, this::compose, this::report);
    sight = new Sight(history.presentProperty());
    pictures.preparedProperty().subscribe(ready -> coarser = null);
    history.gestureProperty().subscribe(this::settle);
    pictures.follow();
  }

  // Properties

  /// The recipe of the moment.
  public ReadOnlyObjectProperty<Recipe> recipeProperty() {
    return history.presentProperty();
  }

  /// Counts changes, when recipe and mix agree again: what shows both listens to this, so that it
  /// is drawn once for a step, and never a new recipe with an old mix.
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /// What is shown of the pictures, null until they are read: coarser than they are prepared while
  /// a mix is dragged that takes longer than a frame of the screen.
  public ReadOnlyObjectProperty<@Nullable Prepared> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /// What went wrong last that belongs to no source's pane; null if nothing did.
  public ReadOnlyObjectProperty<@Nullable Exception> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// Whether the seed is kept as it is.
  public BooleanProperty seedLockedProperty() {
    return seedLocked;
  }

  /// Undo, redo and gestures of the recipe.
  public ObservableHistory<Recipe> history() {
    return history;
  }

  /// Which sources the recipe has.
  public Sources sources() {
    return sources;
  }

  /// The pictures that are mixed.
  public Pictures pictures() {
    return pictures;
  }

  /// What takes long before there is a mix.
  public Groundwork groundwork() {
    return groundwork;
  }

  /// How the mix is looked at.
  public Sight sight() {
    return sight;
  }

  /// The recipe of the moment.
  public Recipe recipe() {
    return history.present();
  }

  /// The recipe of what is shown: of clips that of one frame, which is a picture.
  public Recipe shownRecipe() {
    Moment moment = pictures.moment();
    return moment == null ? recipe() : moment.of(recipe());
  }

  /// A recipe as one of clips where a source is one: with the course that it leaves unsaid.
  public Recipe withCourse(Recipe recipe) {
    return pictures.moment() == null || recipe.along() != null
        ? recipe
        : recipe.along(CourseType.ALL);
  }

  /// The label of all frames of clips, null while it is not known: where a method looks at the
  /// pictures all frames would have to be read.
  public ReadOnlyObjectProperty<@Nullable List<Double>> clipLabelProperty() {
    return clipLabel.getReadOnlyProperty();
  }

  /// The composition and label of the moment, null while there are no pictures, or it is still
  /// being worked out.
  public @Nullable Mix mix() {
    return mix;
  }

  /// Whether the mix of the moment can be had, however much later.
  public boolean isMixable() {
    return mix != null || groundwork.workingProperty().get();
  }

  /// Why these pictures cannot be mixed by the method of the moment; null if they can, or are not
  /// read yet.
  public @Nullable Objection lacking() {
    Prepared ready = pictures.prepared();
    return ready == null ? null : ready.lacking(shownRecipe());
  }

  // Commands

  /// Changes the recipe: one step of the history, or part of one during a gesture. A change to a
  /// bad value throws and leaves everything as it was.
  public void edit(UnaryOperator<Recipe> change) {
    history.move(change.apply(history.present()));
  }

  public void editDraw(UnaryOperator<Draw> change) {
    edit(r -> r.with(change.apply(r.draw())));
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
    edit(
        r ->
            Recipe.of(new CutMix(1), r.seed(), r.sources())
                .drawn(r.index())
                .with(r.kind())
                .withWindow(r.window()));
  }

  /// Changes λ a little, if the method uses it.
  public void nudgeLambda(double by) {
    if (recipe().method().type().uses(Trait.LAMBDA)) {
      editDraw(d -> d.withLambda(Math.clamp(Math.round((d.lambda() + by) * 1e9) / 1e9, 0, 1)));
    }
  }

  /// Shows numbers of more than eight bits through a window; null for the one that the files say.
  public void setWindow(@Nullable Levels window) {
    edit(r -> r.withWindow(window));
  }

  public void setFrame(@Nullable Frame frame, Fit fit) {
    edit(r -> r.with(frame, fit));
  }

  /// A method of this type with the settings of the present one, where they have the same. One that
  /// mixes by a mask gets the sample's if there is none yet.
  public void choose(MethodType type) {
    edit(r -> r.method().type().equals(type) ? r : SampleMask.lendTo(r.retuned(type)));
  }

  /// The next of all types of methods, or with −1 the one before.
  public void chooseNext(int step) {
    List<MethodType> types = MethodType.all();
    int now = types.indexOf(recipe().method().type());
    choose(types.get(Math.floorMod(now + step, types.size())));
  }

  /// Shows a failure that belongs to no source's pane.
  public void report(@Nullable Exception failure) {
    problem.set(failure);
  }

  // Pixels

  /// Paints a view of the mix into memory of the screen's kind; nothing while there is no mix.
  ///
  /// @param out as large as what is shown, BGRA. Modified
  public void render(View view, Pixels out) {
    Prepared ready = shown.get();
    Mix now = mix;
    if (ready != null && now != null) {
      Highlight pointed = sight.pointedProperty().get();
      painter.paint(view, pointed, ready, now.outcome(), recipe(), out);
    }
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

  /// What is where in a view, in the frame that is shown; null where nothing is known.
  public @Nullable ViewMarks marks(View view) {
    return marked == null ? null : marked.of(view);
  }

  /// The classes that have weight in the label though nothing of them can be seen, as far as it is
  /// known.
  public List<Ghost> ghosts() {
    return marked == null ? List.of() : marked.ghosts();
  }

  /// Computes what [#mixedPixels] is now, on whatever thread and however much later.
  public Supplier<Pixels> mixing() {
    Recipe now = shownRecipe();
    Prepared ready = Objects.requireNonNull(pictures.prepared(), "no pictures").held();
    return () -> ready.mixed(now);
  }

  /// Computes [#mixing] as the screen shows it, on whatever thread and however much later.
  ///
  /// @return of BGRA
  public Supplier<Pixels> showing() {
    Recipe now = shownRecipe();
    Prepared ready = Objects.requireNonNull(pictures.prepared(), "no pictures").held();
    return () -> ready.toScreen(now, ready.mixed(now));
  }

  /// One pixel of the frame, null while there is no mix or no such pixel.
  public @Nullable PixelReading pixelAt(int y, int x) {
    Prepared ready = shown.get();
    Mix now = mix;
    return ready == null || now == null || !Box.of(ready.frame()).contains(x, y)
        ? null
        : PixelReading.of(shownRecipe(), ready, now, y, x);
  }

  /// The frame of the mix, null until pictures are read.
  public @Nullable Frame frame() {
    Prepared ready = pictures.prepared();
    return ready == null ? null : ready.frame();
  }

  /// The method if it has a box, else null.
  public @Nullable BoxMethod boxMethod() {
    return recipe().method() instanceof BoxMethod method ? method : null;
  }

  // Following the recipe

  private void follow() {
    pictures.follow();
    compose();
  }

  private void compose() {
    Prepared ready = pictures.prepared();
    Recipe now = shownRecipe();
    mixed = null;
    Prepared seen = ready != null && isDragged(now) && isSlow(ready) ? coarser(ready) : ready;
    Mix next = seen == null ? null : mix(now, seen);
    Marks marks = seen == null ? null : seen.marks();
    mix = next;
    marked = next == null || marks == null ? null : new MarkedViews(now, next, marks, ghosts);
    shown.set(seen);
    label();
    revision.set(revision.get() + 1);
  }

  /// Null while not everything is there.
  private @Nullable Mix mix(Recipe recipe, Prepared seen) {
    if (!seen.isComplete(recipe)) {
      groundwork.rest();
      return null;
    }
    Workspace workspace = groundwork.workspace(recipe, seen);
    return workspace == null ? null : seen.mix(recipe, workspace);
  }

  /// Of a field through all slices a coarser one would be made first.
  private boolean isDragged(Recipe recipe) {
    return history.gestureProperty().get() && recipe.draw().slice() == null;
  }

  private void label() {
    ClipLabel wish = ClipLabel.of(recipe(), pictures);
    List<Double> known = wish == null ? null : wish.atOnce(mix);
    if (wish == null || known != null) {
      clipLabel.set(known);
      labelling.forget();
    } else {
      labelling.want(wish);
    }
  }

  /// Whether a mix like the last one takes longer than a frame of the screen.
  private boolean isSlow(Prepared ready) {
    Mix last = mix;
    boolean deep = ready.measure() != null;
    return last != null && Reduction.isSlow(last.composition(), ready.inputs().frame(), deep);
  }

  /// Made once for the same pictures.
  private Prepared coarser(Prepared ready) {
    Prepared known = coarser;
    if (known == null) {
      known = ready.coarser();
      coarser = known;
    }
    return known;
  }

  /// What was dragged is shown as it is again.
  private void settle(boolean dragged) {
    if (!dragged && !Objects.equals(shown.get(), pictures.prepared())) {
      compose();
    }
  }
}
