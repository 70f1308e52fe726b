package org.mixoscope.app.state;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Reference;
import org.mixoscope.recipe.Source;

/// The pictures that were mixed lately and the folders that were open, the last ones first. Samples
/// alone are none: they are always at hand. Nor are those of a recipe from elsewhere before all are
/// found.
public final class Recent {
  private static final int MOST = 12;
  private static final int MOST_FOLDERS = 6;

  private final List<List<Source>> all = new ArrayList<>();
  private final List<Path> folders = new ArrayList<>();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

  /// Follows a model.
  public Recent(MixModel model) {
    model.recipeProperty().subscribe(this::add);
  }

  /// Follows the folders of a window, too; data sets that are files among them.
  public void follow(PoolModel pool) {
    pool.listingProperty()
        .subscribe(
            listing -> {
              if (listing != null) {
                add(listing.root().toAbsolutePath());
              }
            });
  }

  /// The pictures, the last ones first.
  public List<List<Source>> all() {
    return List.copyOf(all);
  }

  /// The folders and data sets, the last ones first.
  public List<Path> folders() {
    return List.copyOf(folders);
  }

  /// Tells of each change.
  public ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /// Forgets all.
  public void clear() {
    all.clear();
    folders.clear();
    changed();
  }

  /// Takes over the folders of another run, as older ones.
  public void restoreFolders(List<Path> older) {
    older.stream()
        .filter(folder -> !folders.contains(folder))
        .limit(Math.max(0, MOST_FOLDERS - folders.size()))
        .forEach(folders::add);
  }

  /// Takes over those of another run, as older ones.
  public void restore(List<List<Source>> older) {
    older.stream()
        .filter(sources -> all.stream().noneMatch(one -> samePictures(one, sources)))
        .limit(Math.max(0, MOST - all.size()))
        .forEach(all::add);
  }

  /// Whether the file of a source is there. Asks the disk, so not for the FX thread.
  public static boolean isThere(Source source) {
    return isSample(source)
        || Files.isRegularFile(Path.of(source.location()))
        || PackedPicture.at(source.location()).isPresent();
  }

  private void add(Recipe recipe) {
    List<Source> now = recipe.sources();
    boolean isMissing = now.stream().anyMatch(s -> Reference.at(s.location()).isPresent());
    if (isMissing || now.stream().allMatch(Recent::isSample)) {
      return;
    }
    all.removeIf(one -> samePictures(one, now));
    all.addFirst(now);
    if (all.size() > MOST) {
      all.removeLast();
    }
    changed();
  }

  /// A folder or data set was opened.
  public void add(Path folder) {
    folders.remove(folder);
    folders.addFirst(folder);
    if (folders.size() > MOST_FOLDERS) {
      folders.removeLast();
    }
    changed();
  }

  private void changed() {
    changes.set(changes.get() + 1);
  }

  private static boolean samePictures(List<Source> one, List<Source> other) {
    return one.stream()
        .map(Source::location)
        .toList()
        .equals(other.stream().map(Source::location).toList());
  }

  private static boolean isSample(Source source) {
    return Sample.isOne(source.location());
  }
}
