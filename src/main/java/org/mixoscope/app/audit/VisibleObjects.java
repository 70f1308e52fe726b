package org.mixoscope.app.audit;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.Marks;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Region;
import org.mixoscope.kernel.target.AreaLabel;
import org.mixoscope.kernel.target.ClassWeights;
import org.mixoscope.kernel.target.Target;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// What stands for the labels of A and B in their pictures, to weigh A and B by what can be seen of
/// it.
final class VisibleObjects {
  private static final int PAIR = 2;

  private final Frame frame;
  private final List<Target> told;
  private final AreaLabel rule;

  private VisibleObjects(Frame frame, List<Target> told, int sources) {
    this.frame = frame;
    this.told = told;
    rule = new AreaLabel(sources + 1, OptionalInt.of(sources), 0);
  }

  /// @param frame that the marks are in
  /// @return null unless it is known of both what is where
  static @Nullable VisibleObjects of(@Nullable Marks marks, Recipe recipe, Frame frame) {
    if (marks == null || marks.known().subList(0, PAIR).contains(false)) {
      return null;
    }
    List<String> names = recipe.sources().stream().map(Source::className).toList();
    return new VisibleObjects(
        frame, marks.byPicture(names).subList(0, PAIR), marks.targets().size());
  }

  /// The share of A in what can be seen where B is put into a box.
  ///
  /// @param box inside the frame of the mix
  /// @param whole the frame of the mix
  /// @return null if nothing can be seen
  @Nullable Double shareOfA(Box box, Frame whole) {
    Patchwork mix = Patchwork.pair(frame, Region.of(box, whole).on(frame));
    ClassWeights weights = rule.of(told.getFirst().mixed(told, mix, mix.shares()));
    return weights.isZero() ? null : Double.valueOf(weights.weight(0));
  }
}
