package org.mixoscope.app.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.ViewMarks;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Sheet;

/// A sheet whose cells are mixed.
///
/// @param sheet what was mixed
/// @param frame the frame of every cell
/// @param cells in the order of the sheet's
/// @param nanos how long it took
record MixedSheet(Sheet sheet, Frame frame, List<Cell> cells, long nanos) {
  MixedSheet {
    cells = List.copyOf(cells);
  }

  /// One mix of it.
  ///
  /// @param cell which one
  /// @param label what came of it; null if it was refused
  /// @param screen the mixed pixels for the screen, good until the sheet after the next is mixed;
  ///   null if it was refused
  /// @param marks what is where in it; null where its recipe says nothing of that
  /// @param refusal why it was refused, else null
  record Cell(
      Sheet.Cell cell,
      @Nullable Label label,
      @Nullable Pixels screen,
      @Nullable ViewMarks marks,
      @Nullable Objection refusal) {
    static Cell refused(Sheet.Cell cell, @Nullable Objection why) {
      return new Cell(cell, null, null, null, why);
    }
  }

  /// What a mix says of itself when its composition is gone.
  ///
  /// @param effectiveLambda λ̂
  /// @param classes the classes of the label
  /// @param label the soft label
  record Label(double effectiveLambda, List<String> classes, List<Double> label) {
    static Label of(Mix mix) {
      return new Label(mix.effectiveLambda(), mix.classes(), mix.label());
    }
  }

  /// How many cells are mixed.
  long count() {
    return cells.stream().filter(cell -> cell.screen() != null).count();
  }
}
