package org.mixoscope.app.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// Reads the pictures of a recipe and brings them to its frame, off the FX thread.
final class PictureLoader {
  private final PictureCache cache;

  PictureLoader(PictureCache cache) {
    this.cache = cache;
  }

  /// The part of a recipe that decides which pixels are needed.
  record Needs(
      List<String> locations,
      @Nullable String mask,
      @Nullable Frame frame,
      Fit fit,
      PixelKind kind) {
    static Needs of(Recipe recipe) {
      return new Needs(
          recipe.sources().stream().map(Source::location).toList(),
          recipe.mask(),
          recipe.frame(),
          recipe.fit(),
          recipe.kind());
    }

    private Inputs fit(List<Picture> pictures, @Nullable Pixels maskAsRead) {
      return SourceReader.fit(frame, fit, kind, pictures, maskAsRead);
    }
  }

  /// What came of it.
  ///
  /// @param slots one for each source
  /// @param prepared null if a source could not be read
  /// @param maskProblem why the mask could not be read, null if it could or there is none
  record Result(
      List<Slot> slots, @Nullable Prepared prepared, @Nullable PictureException maskProblem) {}

  /// Reads pictures as they are now, whatever was read before.
  ///
  /// @param offered by the panes they are for
  /// @return why the others could not be read, by pane
  Map<Integer, PictureException> reload(Map<Integer, Source> offered) {
    Map<Integer, PictureException> problems = new TreeMap<>();
    offered.forEach(
        (k, source) -> {
          try {
            cache.reload(source.location());
          } catch (PictureException e) {
            problems.put(k, e);
          }
        });
    return problems;
  }

  Result load(Needs needs) {
    List<Slot> slots = new ArrayList<>();
    List<Picture> pictures = new ArrayList<>();
    for (String location : needs.locations()) {
      try {
        Loaded loaded = cache.get(location);
        pictures.add(loaded.picture());
        slots.add(new Slot(loaded, null));
      } catch (PictureException e) {
        slots.add(new Slot(null, e));
      }
    }
    Pixels mask = null;
    PictureException maskProblem = null;
    try {
      mask = needs.mask() == null ? null : cache.mask(needs.mask());
    } catch (PictureException e) {
      maskProblem = e;
    }
    boolean complete = pictures.size() == slots.size();
    Prepared prepared = complete ? Prepared.of(needs.fit(pictures, mask)) : null;
    return new Result(slots, prepared, maskProblem);
  }
}
