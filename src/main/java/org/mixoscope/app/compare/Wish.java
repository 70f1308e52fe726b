package org.mixoscope.app.compare;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.Moment;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Sheet;

/// A sheet that is wanted on screen.
///
/// @param sheet what is to be mixed
/// @param fit how its recipes bring pictures to their frame
/// @param lent a recipe of it that is lent what is known of samples; null if none is
/// @param prepared the pictures at the frame of the recipe
/// @param moment which frame of clips they are; null of pictures
/// @param frame the frame of the cells, of the same ratio
/// @param magnification how many pixels of the screen a pixel is wide
record Wish(
    Sheet sheet,
    Fit fit,
    @Nullable Recipe lent,
    Prepared prepared,
    @Nullable Moment moment,
    Frame frame,
    int magnification) {
  private static final double PIXELS_STAY_PIXELS = 2;

  /// A sheet whose cells are shown in some width: mixed at it, and never larger than the recipe's
  /// frame.
  ///
  /// @param base the recipe that the sheet varies
  /// @param moment which frame of clips is shown; null of pictures
  /// @param width in pixels of the screen
  static Wish of(
      Sheet sheet, Recipe base, Prepared prepared, @Nullable Moment moment, double width) {
    Frame whole = prepared.inputs().frame();
    double scale = width / whole.width();
    Frame frame = whole.scaled(Math.min(1, scale));
    int magnification = scale < PIXELS_STAY_PIXELS ? 1 : (int) Math.ceil(scale);
    Recipe lent =
        sheet.cells().stream()
            .map(Sheet.Cell::recipe)
            .filter(Objects::nonNull)
            .filter(recipe -> !recipe.sources().equals(base.sources()))
            .findFirst()
            .orElse(null);
    return new Wish(sheet, base.fit(), lent, prepared, moment, frame, magnification);
  }

  /// What a cell shows: of clips the frame of the moment.
  Recipe shown(Recipe cell) {
    return moment == null ? cell : moment.of(cell);
  }

  /// Whether both have the same cells but for what they show: then the older is worth to be seen
  /// while the newer is mixed, as when λ is dragged.
  boolean isLike(Wish other) {
    return frame.equals(other.frame) && sheet.variesLike(other.sheet);
  }
}
