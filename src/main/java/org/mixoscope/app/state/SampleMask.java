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
    return needsMarks(recipe) ? marked(masked) : masked;
  }

  private static Recipe marked(Recipe recipe) {
    return recipe.withSources(recipe.sources().stream().map(SampleMask::marked).toList());
  }

  private static Source marked(Source source) {
    boolean isMarked = Sample.at(source.location()).filter(Sample::hasObjects).isPresent();
    return isMarked && source.annotation() == null ? source.withAnnotation(Sample.OBJECTS) : source;
  }

  /// A recipe with the mask, and what is known of samples, that cells of its sheet need.
  ///
  /// @throws IllegalArgumentException if no cell has a recipe
  public static Recipe lendTo(Recipe recipe, Frame frame, Axes axes) {
    Recipe lent = recipe;
    for (Sheet.Cell cell : sheet(recipe, frame, axes).cells()) {
      Recipe one = cell.recipe();
      if (one != null) {
        lent = needsOne(one) ? lent.withMask(one.mask()) : lent;
        lent = needsMarks(one) ? lent.withSources(one.sources()) : lent;
      }
    }
    return lent;
  }

  /// The sheet of a recipe, each cell with the mask, and what is known of samples, that it needs.
  ///
  /// @throws IllegalArgumentException if no cell has a recipe
  public static Sheet sheet(Recipe base, Frame frame, Axes axes) {
    Recipe masked = base.mask() == null ? base.withMask(Sample.MASK) : base;
    Sheet lent = Sheet.of(marked(masked), frame, axes);
    return new Sheet(
        lent.axes(), lent.cells().stream().map(cell -> withoutNeedless(cell, base)).toList());
  }

  private static Sheet.Cell withoutNeedless(Sheet.Cell cell, Recipe base) {
    Recipe recipe = cell.recipe();
    if (recipe == null) {
      return cell;
    }
    Recipe unmasked = needsOne(recipe) ? recipe : recipe.withMask(base.mask());
    Recipe needed = needsMarks(recipe) ? unmasked : unmasked.withSources(base.sources());
    return new Sheet.Cell(cell.column(), cell.row(), cell.caption(), needed, null);
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

  private static boolean needsMarks(Recipe recipe) {
    return recipe.method().type().uses(Trait.MARKS);
  }
}
