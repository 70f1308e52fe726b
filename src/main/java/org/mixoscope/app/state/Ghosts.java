package org.mixoscope.app.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.Marks;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Target;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// Finds the ghosts of a label. A class is none as long as a picture is labelled with it of which
/// nothing is known, or on which there was nothing to be seen from the beginning.
final class Ghosts {
  /// Less is written as 0.
  private static final double LEAST_WEIGHT = 0.0005;

  private @Nullable Marks marks;
  private List<String> classes = List.of();
  private List<Target> told = List.of();
  private List<Boolean> haunting = List.of();

  /// The ghosts of a mix, in the order of its classes.
  List<Ghost> of(Recipe recipe, Mix mix, Marks known) {
    List<String> names = recipe.sources().stream().map(Source::className).toList();
    // What a drag does not change is found out once.
    if (!known.equals(marks) || !names.equals(classes)) {
      marks = known;
      classes = names;
      told = known.byPicture(names);
      haunting = haunting(known);
    }
    double[] seen = areas(mix.outcome().target(told), told.size() + 1);
    Map<String, List<Integer>> byClass = new LinkedHashMap<>();
    for (int k = 0; k < mix.labelWeights().size(); k++) {
      if (mix.labelWeights().get(k) > 0) {
        byClass.computeIfAbsent(names.get(k), _ -> new ArrayList<>()).add(k);
      }
    }
    List<Ghost> ghosts = new ArrayList<>();
    byClass.forEach(
        (name, sources) -> {
          double weight = sources.stream().mapToDouble(mix.labelWeights()::get).sum();
          boolean hidden = sources.stream().allMatch(k -> haunting.get(k) && seen[k] == 0);
          if (hidden && weight >= LEAST_WEIGHT && !name.isBlank()) {
            ghosts.add(new Ghost(name, sources, weight));
          }
        });
    return ghosts;
  }

  /// Whether each picture has, or had before it was cropped, something that may be hidden.
  private List<Boolean> haunting(Marks known) {
    List<Boolean> all = new ArrayList<>();
    for (int k = 0; k < told.size(); k++) {
      boolean there =
          switch (told.get(k)) {
            case Objects objects -> objects.gone() > 0 || !objects.instances().isEmpty();
            case ClassMap map -> map.areas(told.size() + 1)[k] > 0;
            case Target _ -> false;
          };
      all.add(known.known().get(k) && there);
    }
    return all;
  }

  private static double[] areas(Target target, int indices) {
    return switch (target) {
      case Objects objects -> objects.areas(indices);
      case ClassMap map -> map.areas(indices);
      case Target other -> throw new IllegalArgumentException(other + ": has no areas");
    };
  }
}
