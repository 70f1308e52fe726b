package org.mixoscope.app.state;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.Marks;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;

/// What is where in every view of a mix. Each is found out when it is first asked for: a drag asks
/// once for a frame of the screen.
final class MarkedViews {
  private final Recipe recipe;
  private final Mix mix;
  private final Marks marks;
  private final Ghosts finder;
  private final Map<View, ViewMarks> views = new HashMap<>();
  private @Nullable List<Ghost> ghosts;

  /// @param marks in the frame of the mix
  MarkedViews(Recipe recipe, Mix mix, Marks marks, Ghosts finder) {
    this.recipe = recipe;
    this.mix = mix;
    this.marks = marks;
    this.finder = finder;
  }

  /// Null where nothing is known, and of the weights, which are no picture.
  @Nullable ViewMarks of(View view) {
    boolean isKnown =
        view instanceof View.Alone(int k)
            ? k < marks.known().size() && marks.known().get(k)
            : view.equals(View.MIXED);
    return isKnown ? views.computeIfAbsent(view, this::found) : null;
  }

  private ViewMarks found(View view) {
    return view instanceof View.Alone(int k)
        ? new ViewMarks(marks.targets().get(k), marks.names(), k)
        : ViewMarks.of(mix, marks);
  }

  List<Ghost> ghosts() {
    List<Ghost> known = ghosts;
    if (known == null) {
      known = finder.of(recipe, mix, marks);
      ghosts = known;
    }
    return known;
  }
}
