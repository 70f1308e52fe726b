package org.mixoscope.app.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.InputReason;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.ObservableHistory;
import org.mixoscope.app.state.RecentDocuments;
import org.mixoscope.app.ui.JobNews;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.recipe.RecipeException;

/// What is chosen on the Train screen, with a history of its own, and the networks that are trained
/// by it while somebody looks. The seed is that of Explore.
public final class TrainModel {
  private final MixModel explore;
  private final Samples samples;
  private final Trainer trainer;
  private final ObservableHistory<LabOptions> history;
  private final KeptExperiments kept = new KeptExperiments();
  private final RecentDocuments documents = new RecentDocuments();
  private final IntegerProperty dotClass = new SimpleIntegerProperty();
  private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable OwnData> changed = new ReadOnlyObjectWrapper<>();
  private final Repeating repeating;
  private final ObjectProperty<Insight> insight = new SimpleObjectProperty<>(Insight.USUAL);
  private final ObjectProperty<@Nullable Ends> ends = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable JobNews> news = new ReadOnlyObjectWrapper<>();
  private boolean active;
  private boolean visited;
  private boolean inGesture;

  /// @param explore has the seed
  public TrainModel(MixModel explore, TaskRunner tasks) {
    this.explore = explore;
    samples = new Samples(tasks);
    trainer = new Trainer(tasks, samples, explore::report);
    repeating = new Repeating(samples, tasks, explore::report);
    history = new ObservableHistory<>(LabOptions.USUAL, this::follow);
    repeating.stateProperty().subscribe(now -> tell());
    repeating.bandsProperty().subscribe(now -> tell());
    history.gestureProperty().subscribe(on -> inGesture = false);
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

  /// The networks that are trained.
  Trainer trainer() {
    return trainer;
  }

  /// The samples that are trained on, and the reading of others.
  Samples samples() {
    return samples;
  }

  /// Experiments that were kept.
  KeptExperiments kept() {
    return kept;
  }

  /// Files of experiments that were opened or saved.
  RecentDocuments documents() {
    return documents;
  }

  /// Whether the data that are chosen are not in memory: nothing can be trained then.
  ReadOnlyBooleanProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  /// The data whose pictures are others than they were when they were chosen; null for none.
  ReadOnlyObjectProperty<@Nullable OwnData> changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /// The points to train on, all labels right; none of pictures.
  List<Dot> dots() {
    return options().data().dots(seed());
  }

  /// The class of points that are put into the plane, from 0.
  IntegerProperty dotClassProperty() {
    return dotClass;
  }

  /// What is seen, as a document; null while there is nothing.
  ///
  /// @param name what it is called
  @Nullable LabDocument document(String name) {
    LabView now = trainer.viewProperty().get();
    return now == null || waiting.get() ? null : LabDocument.of(name, now, seed());
  }

  /// The runs over several seeds.
  Repeating repeating() {
    return repeating;
  }

  /// How many epochs the networks have been trained for.
  public ObservableValue<Double> epochsProperty() {
    return trainer
        .viewProperty()
        .map(view -> view == null ? 0.0 : view.epochs(view.steps()))
        .orElse(0.0);
  }

  /// What is looked at.
  ObjectProperty<Insight> insightProperty() {
    return insight;
  }

  /// Between which samples the prediction along λ is; null until there are any.
  ObjectProperty<@Nullable Ends> endsProperty() {
    return ends;
  }

  /// That of Explore.
  long seed() {
    return explore.recipe().seed();
  }

  /// Of several seeds, if they are of what is seen; else null.
  @Nullable Bands bands() {
    Bands all = repeating.bandsProperty().get();
    return all != null && !all.epochs().isEmpty() && all.areOf(options(), seed()) ? all : null;
  }

  /// How the repetition with several seeds does, as long as the screen is not in front: while it
  /// runs, and how it ended until somebody has looked. Null while there is nothing to say.
  public ReadOnlyObjectProperty<@Nullable JobNews> newsProperty() {
    return news.getReadOnlyProperty();
  }

  private void tell() {
    if (active) {
      repeating.look();
    }
    news.set(active ? null : repeating.news());
  }

  /// Whether they are trained now, or would be if somebody looked.
  public boolean isPlaying() {
    return trainer.playingProperty().get();
  }

  /// Trains no more until somebody begins again.
  public void pause() {
    trainer.pause();
  }

  /// Trains to the end of the epoch and pauses.
  public void finishEpoch() {
    trainer.finishEpoch();
  }

  // Commands

  /// Trains on the pictures of a data set, once they are read. Those before stay till then, and if
  /// they cannot be.
  ///
  /// @param side what they are shrunk to
  void openData(Path source, int side) {
    samples.read(
        source.toAbsolutePath().normalize(),
        side,
        own -> {
          changed.set(null);
          edit(now -> now.with(LabData.of(own)));
        });
  }

  /// Begins with what the text of an experiment says. What is wrong with it is reported, and all
  /// stays as it was.
  ///
  /// @param file that the text was found in; null if it was in none
  /// @return what the experiment is called
  public Optional<String> open(String text, @Nullable Path file) {
    Path folder = file == null ? null : file.toAbsolutePath().normalize().getParent();
    try {
      LabDocument document = LabDocument.read(text, folder);
      open(document);
      if (file != null) {
        documents.add(file);
      }
      return Optional.of(document.name());
    } catch (RecipeException e) {
      refuse(file, e.objection());
    } catch (IllegalArgumentException e) {
      refuse(file, Objection.of(e));
    }
    return Optional.empty();
  }

  private void refuse(@Nullable Path file, Objection why) {
    Object named = file == null ? InputReason.TEXT.of() : file;
    explore.report(new RefusedException(InputReason.NO_EXPERIMENT.of(named, why)));
  }

  /// Begins with what a document says; its curves lie behind until others are compared with.
  void open(LabDocument document) {
    boolean trained = !document.curves().isEmpty();
    trainer.forget(!trained);
    changed.set(null);
    explore.edit(recipe -> recipe.seeded(document.seed()));
    edit(now -> document.options());
    trainer.rewind();
    kept.comparedProperty().set(trained ? document : null);
  }

  /// Trains only while somebody looks; the first look begins.
  void setActive(boolean now) {
    active = now;
    tell();
    follow();
    if (now && !visited) {
      visited = true;
      trainer.play();
    }
  }

  boolean isActive() {
    return active;
  }

  /// Changes the points to train on; those that are drawn are somebody's own from then on. What
  /// cannot be is reported.
  ///
  /// @return whether it was done
  boolean changeDots(UnaryOperator<List<Dot>> change) {
    try {
      edit(now -> now.with(now.data().withDots(change.apply(dots()))));
      return true;
    } catch (IllegalArgumentException e) {
      explore.report(e);
      return false;
    }
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
    trainer.play();
  }

  /// Trains the runs again with several seeds, the first that of Explore.
  void repeat() {
    repeating.start(options(), seed());
  }

  private void follow() {
    LabOptions now = options();
    waiting.set(!samples.has(now.data()));
    if (!active) {
      return;
    }
    OwnData own = now.data().own();
    if (own == null || !waiting.get()) {
      trainer.follow(now, seed(), inGesture);
      inGesture = history.gestureProperty().get();
    } else {
      samples.read(own.source(), own.side(), found -> arrive(own, found));
    }
  }

  /// What was chosen was read, or what is there in its place now.
  private void arrive(OwnData wanted, OwnData found) {
    if (!wanted.equals(options().data().own())) {
      return;
    }
    if (wanted.equals(found)) {
      follow();
      return;
    }
    LabData before = options().data();
    changed.set(found);
    edit(
        now ->
            now.with(
                LabData.of(found)
                    .withSize(Math.min(before.size(), found.train()))
                    .withLabelNoise(before.labelNoise())));
  }
}
