package org.mixoscope.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.state.SampleMask;
import org.mixoscope.app.state.ViewMarks;
import org.mixoscope.app.ui.Magnifier;
import org.mixoscope.dataset.annotated.Marks;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Sheet;

/// Mixes the cells of sheets, in memory that is used again: while one half of it is on screen, the
/// next sheet is mixed into the other. For one sheet at a time; its cells are mixed side by side.
final class SheetMixer {
  private final PictureCache cache;
  private final List<Memory> memory = new ArrayList<>();
  private @Nullable Fitted fitted;
  private int half;

  SheetMixer(PictureCache cache) {
    this.cache = cache;
  }

  /// What one cell is mixed in.
  private static final class Memory {
    final Workspace workspace = new Workspace();
    final @Nullable Pixels[] mixed = new @Nullable Pixels[2];
    final @Nullable Pixels[] magnified = new @Nullable Pixels[2];
  }

  /// Pictures made small for cells.
  ///
  /// @param lent the recipe that they were read for, where something was lent; else null
  private record Fitted(
      Prepared from, @Nullable Recipe lent, Frame frame, Fit fit, Prepared small) {
    boolean suits(Wish wish) {
      return from.equals(wish.prepared())
          && frame.equals(wish.frame())
          && fit == wish.fit()
          && (lent == null ? wish.lent() == null : isOfSame(lent, wish.lent()));
    }

    private static boolean isOfSame(Recipe lent, @Nullable Recipe other) {
      return other != null && lent.sources().equals(other.sources());
    }
  }

  /// Mixes a sheet.
  ///
  /// @param overtaken whether nobody waits for it any more; asked before every cell, on any thread
  /// @return nothing if it was overtaken meanwhile
  /// @throws PictureException if what is lent of samples cannot be read
  Optional<MixedSheet> mix(Wish wish, BooleanSupplier overtaken) throws PictureException {
    long start = System.nanoTime();
    Prepared small = fit(wish);
    List<Sheet.Cell> cells = wish.sheet().cells();
    while (memory.size() < cells.size()) {
      memory.add(new Memory());
    }
    memory.subList(cells.size(), memory.size()).clear();
    int back = 1 - half;
    List<MixedSheet.Cell> mixed =
        IntStream.range(0, cells.size())
            .parallel()
            .filter(k -> !overtaken.getAsBoolean())
            .mapToObj(k -> mix(cells.get(k), wish, small, memory.get(k), back))
            .toList();
    if (mixed.size() < cells.size()) {
      return Optional.empty();
    }
    half = back;
    return Optional.of(
        new MixedSheet(wish.sheet(), wish.frame(), mixed, System.nanoTime() - start));
  }

  private static MixedSheet.Cell mix(
      Sheet.Cell cell, Wish wish, Prepared small, Memory memory, int half) {
    if (cell.recipe() == null) {
      return MixedSheet.Cell.refused(cell, cell.refusal());
    }
    Recipe recipe = wish.shown(cell.recipe());
    try {
      Mix mix = small.mix(recipe, memory.workspace);
      Pixels out = room(memory.mixed[half], small);
      memory.mixed[half] = out;
      small.paint(recipe, mix.outcome(), out, memory.workspace);
      Marks marks = isMarked(recipe) ? small.marks() : null;
      return new MixedSheet.Cell(
          cell,
          MixedSheet.Label.of(mix),
          onScreen(out, wish.magnification(), memory, half),
          marks == null ? null : ViewMarks.of(mix, marks),
          null);
    } catch (IllegalArgumentException e) {
      // What a method cannot do with these pictures: without a mask, say.
      return MixedSheet.Cell.refused(cell, Objection.of(e));
    }
  }

  private static boolean isMarked(Recipe recipe) {
    return recipe.sources().stream().anyMatch(source -> source.annotation() != null);
  }

  private static Pixels room(@Nullable Pixels kept, Prepared small) {
    return kept != null && kept.frame().equals(small.inputs().frame()) ? kept : small.newOutput();
  }

  /// Pixels that are shown large are squares.
  private static Pixels onScreen(Pixels out, int magnification, Memory memory, int half) {
    if (magnification == 1) {
      return out;
    }
    Pixels kept = memory.magnified[half];
    Pixels squares =
        kept != null
                && kept.width() == out.width() * magnification
                && kept.height() == out.height() * magnification
            ? kept
            : Magnifier.room(Box.of(out.frame()), magnification);
    memory.magnified[half] = squares;
    Magnifier.magnify(out, Box.of(out.frame()), magnification, squares);
    return squares;
  }

  /// With the sample's mask if there is none.
  private Inputs whole(Inputs full, Wish wish) throws PictureException {
    return full.mask() != null
        ? full
        : new Inputs(
            full.frame(),
            full.sources(),
            SampleMask.at(full.frame(), wish.fit(), cache),
            full.targets(),
            full.larger());
  }

  /// The pictures at the frame of the cells, with the sample's mask if they have none.
  private Prepared fit(Wish wish) throws PictureException {
    Fitted known = fitted;
    if (known != null && known.suits(wish)) {
      return known.small;
    }
    Recipe lent = wish.lent();
    Prepared from = lent == null ? wish.prepared() : Prepared.of(lent, cache);
    Inputs inputs = from.inputs();
    Frame frame = wish.frame();
    Pixels mask = inputs.mask();
    Inputs small =
        new Inputs(
                frame,
                inputs.sources().stream().map(s -> Fitter.fit(s, frame, Fit.STRETCH)).toList(),
                mask == null
                    ? SampleMask.at(frame, wish.fit(), cache)
                    : Fitter.fitMask(mask, frame, Fit.STRETCH))
            .standingFor(from.full());
    Marks marks = from.marks();
    // Labels are those of the frame, whatever the size of the cells.
    Prepared prepared =
        Prepared.previewing(
            whole(from.full(), wish),
            small,
            marks == null ? null : marks.stretched(inputs.frame(), frame),
            from.measure());
    fitted = new Fitted(wish.prepared(), lent, frame, wish.fit(), prepared);
    return prepared;
  }
}
