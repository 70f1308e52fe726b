package org.mixoscope.app.state;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.dataset.FolderWalk;
import org.mixoscope.dataset.ImageFolder;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.SourcePool;
import org.mixoscope.dataset.labelled.DataSetPool;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// Where the next sources come from: the user's folder of pictures, or the samples while there is
/// none. Where in it the mix is follows from the recipe, so that undo goes back in the folder too.
public final class PoolModel {
  private static final int A = 0;

  private final MixModel model;
  private final TaskRunner tasks;
  private final ReadOnlyObjectWrapper<@Nullable Listing> listing = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Path> opening = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Exception> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Position> position;
  private @Nullable FolderWalk walk;
  private long drawSeed;
  private long draws;

  /// Starts with the samples.
  public PoolModel(MixModel model, TaskRunner tasks) {
    this.model = model;
    this.tasks = tasks;
    position = new ReadOnlyObjectWrapper<>(positionNow());
    model
        .recipeProperty()
        .addListener(
            (property, old, now) -> {
              // Not at every step of a drag: a folder may be large.
              if (!old.sources().equals(now.sources()) || old.seed() != now.seed()) {
                locate();
              }
            });
  }

  /// A folder or data set that is open.
  ///
  /// @param root where it is
  /// @param split which of its splits is open; null if there are none
  /// @param pictures as far as they are listed
  /// @param complete whether that is all
  /// @param unreadable how many folders in it could not be read
  public record Listing(
      Path root, @Nullable String split, SourcePool pictures, boolean complete, int unreadable) {}

  /// Where in the pool the mix is.
  ///
  /// @param numbers of the sources of the mix, from 0; −1 for one that is not in the pool
  /// @param group whether they are the group of the first one's number and the recipe's seed
  /// @param size of the pool
  public record Position(List<Integer> numbers, boolean group, int size) {
    /// The number of source k; −1 if it is not in the pool.
    public int of(int k) {
      return k < numbers.size() ? numbers.get(k) : -1;
    }
  }

  /// The folder that is open, null while the samples are what there is.
  public ReadOnlyObjectProperty<@Nullable Listing> listingProperty() {
    return listing.getReadOnlyProperty();
  }

  /// The folder that is looked into and has shown nothing yet, null if none is.
  public ReadOnlyObjectProperty<@Nullable Path> openingProperty() {
    return opening.getReadOnlyProperty();
  }

  /// Why the folder that was to be opened last was not, null if there is nothing to say.
  public ReadOnlyObjectProperty<@Nullable Exception> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Position> positionProperty() {
    return position.getReadOnlyProperty();
  }

  /// The sources there are, as far as they are known.
  public SourcePool pool() {
    Listing now = listing.get();
    return now == null ? Sample.POOL : now.pictures();
  }

  /// How many classes there are for a recipe: those of the pool if it has all of the recipe's, else
  /// the recipe's own.
  public int classesFor(Recipe recipe) {
    Set<String> all = isComplete() ? pool().classes() : Set.of();
    return all.containsAll(recipe.classes()) ? all.size() : recipe.classes().size();
  }

  /// Whether all sources are known; before that nobody can say which are mixed.
  public boolean isComplete() {
    Listing now = listing.get();
    return now == null || now.complete();
  }

  /// Whether there is anything to be said of folders: one is open, is being opened, or was refused.
  public boolean hasFolder() {
    return listing.get() != null || opening.get() != null || problem.get() != null;
  }

  // Folders

  /// Opens a folder, in place of the one before as soon as a picture is found in it, and shows its
  /// first pair once all are, unless other pictures were chosen by then. Or opens a data set that
  /// is more than a folder; a folder that is one that cannot be used is opened as it is, and that
  /// is said.
  public void open(Path folder) {
    open(folder, headedFor());
  }

  /// Opens a folder that was open before; the mix stays as it is.
  public void reopen(Path folder) {
    open(folder, List.of());
  }

  /// @param sources that are replaced by those of the first pair if they are still there then
  private void open(Path folder, List<@Nullable Source> sources) {
    FolderWalk next = new FolderWalk(folder);
    walk = next;
    problem.set(null);
    opening.set(folder);
    tasks.run(
        () -> Optional.ofNullable(DataSetPool.of(folder)),
        found -> {
          if (next != walk) {
            return;
          }
          if (found.isPresent()) {
            take(folder, found.get(), sources);
          } else {
            list(next, ImageFolder.empty(folder), sources);
          }
        },
        failure -> {
          if (next == walk && Files.isDirectory(folder)) {
            problem.set(failure);
            list(next, ImageFolder.empty(folder), sources);
          } else if (next == walk) {
            refuse(failure);
          }
        });
  }

  private void refuse(Exception failure) {
    walk = null;
    opening.set(null);
    problem.set(failure);
  }

  private void take(Path root, DataSetPool data, List<@Nullable Source> sources) {
    opening.set(null);
    listing.set(new Listing(root, data.split(), data, true, 0));
    locate();
    if (headedFor().equals(sources)) {
      show(0);
    }
  }

  /// Back to the samples; the sources of the mix stay.
  public void close() {
    walk = null;
    opening.set(null);
    problem.set(null);
    listing.set(null);
    locate();
  }

  /// Takes the message away.
  public void dismiss() {
    problem.set(null);
  }

  private record Found(List<FolderWalk.Part> parts, int unreadable) {}

  /// Part after part, so that the first is shown at once and other work comes in between.
  private void list(FolderWalk from, ImageFolder before, List<@Nullable Source> sources) {
    tasks.run(
        () -> new Found(from.next(), from.unreadable()),
        found -> {
          if (from == walk) {
            ImageFolder now = found.parts().isEmpty() ? before : before.plus(found.parts());
            boolean complete = found.parts().isEmpty();
            opening.set(null);
            listing.set(new Listing(now.root(), null, now, complete, found.unreadable()));
            locate();
            if (!complete) {
              list(from, now, sources);
            } else if (headedFor().equals(sources)) {
              show(0);
            }
          }
        },
        failure -> {
          if (from == walk) {
            refuse(failure);
          }
        });
  }

  // Steps

  /// The next pair, or with −1 the one before; as many pictures as the mix has sources.
  public void step(int by) {
    if (isComplete()) {
      show(beside(A, by));
    }
  }

  /// A pair at random. The seed decides which: the same ones come after each other again.
  public void random() {
    if (!isComplete()) {
      return;
    }
    long seed = model.recipe().seed();
    if (seed != drawSeed) {
      drawSeed = seed;
      draws = 0;
    }
    int present = number(A);
    int next = pool().draw(seed, draws++);
    while (next == present && pool().size() > 1) {
      next = pool().draw(seed, draws++);
    }
    show(next);
  }

  /// The next picture for one source, or with −1 the one before.
  public void step(int k, int by) {
    put(k, beside(k, by));
  }

  /// Puts a picture of the pool into a pane.
  public void put(int k, int number) {
    model.pictures().open(k, pool().source(number));
    locate();
  }

  private void show(int number) {
    Recipe recipe = model.recipe();
    List<Source> group = pool().group(recipe.seed(), number, recipe.sources().size());
    model
        .pictures()
        .open(
            IntStream.range(0, group.size())
                .boxed()
                .collect(Collectors.toMap(Function.identity(), group::get)));
    locate();
  }

  /// Beside a picture of another place is the first or the last.
  private int beside(int k, int by) {
    int number = number(k);
    return number < 0 && by > 0 ? 0 : Math.floorMod(Math.max(number, 0) + by, pool().size());
  }

  /// What every pane shows or is about to.
  private List<@Nullable Source> headedFor() {
    List<@Nullable Source> all = new ArrayList<>();
    for (int k = 0; k < model.recipe().sources().size(); k++) {
      all.add(model.pictures().headedFor(k));
    }
    return all;
  }

  private int number(int k) {
    Source source = model.pictures().headedFor(k);
    return source == null ? -1 : pool().indexOf(source.location());
  }

  private void locate() {
    position.set(positionNow());
  }

  private Position positionNow() {
    Recipe recipe = model.recipe();
    SourcePool pool = pool();
    List<Integer> numbers =
        IntStream.range(0, recipe.sources().size()).map(this::number).boxed().toList();
    boolean group =
        isComplete()
            && numbers.getFirst() >= 0
            && numbers.equals(
                pool.group(recipe.seed(), numbers.getFirst(), numbers.size()).stream()
                    .map(source -> pool.indexOf(source.location()))
                    .toList());
    return new Position(numbers, group, pool.size());
  }
}
