package org.mixoscope.app.state;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Reference;
import org.mixoscope.recipe.Source;

/// The pictures that were mixed lately, the last ones first. Samples alone are none: they are
/// always at hand. Nor are those of a recipe from elsewhere before all are found.
public final class Recent {
  private static final int MOST = 12;

  private final List<List<Source>> all = new ArrayList<>();

  /// Follows a model.
  public Recent(MixModel model) {
    model.recipeProperty().subscribe(this::add);
  }

  /// The last ones first.
  public List<List<Source>> all() {
    return List.copyOf(all);
  }

  /// Takes over those of another run, as older ones.
  public void restore(List<List<Source>> older) {
    older.stream()
        .filter(sources -> all.stream().noneMatch(one -> samePictures(one, sources)))
        .limit(Math.max(0, MOST - all.size()))
        .forEach(all::add);
  }

  /// Those whose files are all still there. Asks the disk, so not for the FX thread.
  public static List<List<Source>> present(List<List<Source>> recent) {
    return recent.stream().filter(sources -> sources.stream().allMatch(Recent::isThere)).toList();
  }

  private static boolean isThere(Source source) {
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
