package org.mixoscope.app.state;

import org.mixoscope.dataset.Sample;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Sheet;
import org.mixoscope.recipe.Source;

/// The sample's mask, which is lent to whatever mixes by one while the user has chosen none, and
/// the objects of samples.
public final class SampleMask {
  private SampleMask() {}

  /// A recipe with the mask that its method needs, or with what is known of samples if it needs to
  /// know what is where.
  public static Recipe lendTo(Recipe recipe) {
    Recipe masked =
        recipe.mask() == null && needsOne(recipe) ? recipe.withMask(Sample.MASK) : recipe;
    return recipe.method().type().uses(Trait.MARKS)
        ? masked.withSources(recipe.sources().stream().map(SampleMask::marked).toList())
        : masked;
  }

  private static Source marked(Source source) {
    boolean isMarked = Sample.at(source.location()).filter(Sample::hasObjects).isPresent();
    return isMarked && source.annotation() == null ? source.withAnnotation(Sample.OBJECTS) : source;
  }

  /// A recipe with the mask that cells of its sheet need.
  ///
  /// @throws IllegalArgumentException if no cell has a recipe
  public static Recipe lendTo(Recipe recipe, Frame frame, Axes axes) {
    boolean isLent =
        recipe.mask() == null
            && sheet(recipe, frame, axes).cells().stream()
                .map(Sheet.Cell::recipe)
                .anyMatch(cell -> cell != null && cell.mask() != null);
    return isLent ? recipe.withMask(Sample.MASK) : recipe;
  }

  /// The sheet of a recipe, each cell with the mask that it needs.
  ///
  /// @throws IllegalArgumentException if no cell has a recipe
  public static Sheet sheet(Recipe base, Frame frame, Axes axes) {
    if (base.mask() != null) {
      return Sheet.of(base, frame, axes);
    }
    Sheet masked = Sheet.of(base.withMask(Sample.MASK), frame, axes);
    return new Sheet(masked.axes(), masked.cells().stream().map(SampleMask::unlent).toList());
  }

  private static Sheet.Cell unlent(Sheet.Cell cell) {
    Recipe recipe = cell.recipe();
    return recipe == null || needsOne(recipe)
        ? cell
        : new Sheet.Cell(cell.column(), cell.row(), cell.caption(), recipe.withMask(null), null);
  }

  /// The mask at a frame.
  ///
  /// @throws PictureException if it cannot be read
  public static Pixels at(Frame frame, Fit fit, PictureCache cache) throws PictureException {
    return Fitter.fitMask(cache.mask(Sample.MASK), frame, fit);
  }

  private static boolean needsOne(Recipe recipe) {
    return recipe.method().type().uses(Trait.MASK);
  }
}
