package org.mixoscope.recipe;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.course.Course;
import org.mixoscope.kernel.method.Method;

/// A recipe that is being changed: a copy names only what differs, and a new component is named
/// here once.
final class RecipeDraft {
  Method method;
  Draw draw;
  long seed;
  long index;
  List<Source> sources;
  @Nullable String mask;
  @Nullable Frame frame;
  Fit fit;
  Blending blending;
  double smoothing;
  PixelKind kind;
  @Nullable Levels window;
  @Nullable Course along;
  Decoding decoding;

  RecipeDraft(Recipe from) {
    method = from.method();
    draw = from.draw();
    seed = from.seed();
    index = from.index();
    sources = from.sources();
    mask = from.mask();
    frame = from.frame();
    fit = from.fit();
    blending = from.blending();
    smoothing = from.smoothing();
    kind = from.kind();
    window = from.window();
    along = from.along();
    decoding = from.decoding();
  }

  /// @throws IllegalArgumentException as the recipe does
  Recipe recipe() {
    return new Recipe(
        method, draw, seed, index, sources, mask, frame, fit, blending, smoothing, kind, window,
        along, decoding);
  }
}
