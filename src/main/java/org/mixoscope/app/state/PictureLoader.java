package org.mixoscope.app.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.Measure;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.dataset.annotated.Markings;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.Window;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.Target;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// Reads the pictures of a recipe and brings them to its frame, off the FX thread.
final class PictureLoader {
  private static final int LONGEST_MARKED = 512;

  private final PictureCache cache;

  PictureLoader(PictureCache cache) {
    this.cache = cache;
  }

  /// The part of a recipe that decides which pixels are needed.
  ///
  /// @param reducing which numbers are kept of those that eight bits are made of; null for those
  ///   that the files say
  record Needs(
      List<Place> places,
      @Nullable String mask,
      @Nullable Frame frame,
      Fit fit,
      Decoding decoding,
      PixelKind kind,
      @Nullable Window reducing) {
    /// Where the sources are.
    List<String> locations() {
      return places.stream().map(Place::location).toList();
    }

    static Needs of(Recipe recipe) {
      return new Needs(
          recipe.sources().stream()
              .map(source -> new Place(source.location(), source.annotation()))
              .toList(),
          recipe.mask(),
          recipe.frame(),
          recipe.fit(),
          recipe.decoding(),
          recipe.kind(),
          // Other numbers are shown through it after they are mixed.
          recipe.kind().type() == ElementType.UINT8 ? Measure.of(recipe) : null);
    }

    /// The same for another frame.
    Needs in(Frame other) {
      return new Needs(places, mask, other, fit, decoding, kind, reducing);
    }

    private SourceReader.Marked fit(
        List<Picture> pictures, List<@Nullable Markings> markings, @Nullable Pixels maskAsRead)
        throws PictureException {
      return fit(frame, pictures, markings, maskAsRead);
    }

    /// @param size of the mix where the recipe says none; null for that of the first picture
    SourceReader.Marked fit(
        @Nullable Frame size,
        List<Picture> pictures,
        List<@Nullable Markings> markings,
        @Nullable Pixels maskAsRead)
        throws PictureException {
      return SourceReader.fit(
              frame == null ? size : frame, fit, kind, reducing, pictures, markings, maskAsRead)
          .with(Measure.of(kind, pictures));
    }
  }

  /// Where a picture is, and what says what is where in it.
  record Place(String location, @Nullable String annotation) {}

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

  /// @throws PictureException if what is said of pictures does not go together with them
  Result load(Needs needs) throws PictureException {
    List<Slot> slots = new ArrayList<>();
    List<Picture> pictures = new ArrayList<>();
    List<@Nullable Markings> markings = new ArrayList<>();
    for (Place place : needs.places()) {
      try {
        Loaded loaded = cache.get(place.location());
        pictures.add(
            needs.decoding() == Decoding.EXACT
                ? loaded.picture()
                : cache.get(place.location(), needs.decoding(), needs.frame(), needs.fit()));
        slots.add(marked(slots.size(), loaded, place, markings));
      } catch (PictureException e) {
        slots.add(new Slot(null, e));
      }
    }
    Pixels mask = null;
    PictureException problem = null;
    try {
      mask = needs.mask() == null ? null : cache.mask(needs.mask());
    } catch (PictureException e) {
      problem = e;
    }
    boolean complete = pictures.size() == slots.size();
    Prepared prepared = complete ? Prepared.of(needs.fit(pictures, markings, mask)) : null;
    return new Result(slots, prepared, problem);
  }

  /// A picture is mixed, too, if what is said of it cannot be read.
  ///
  /// @param markings is added to. Modified
  private Slot marked(int k, Loaded loaded, Place place, List<@Nullable Markings> markings) {
    try {
      Markings found = cache.markings(place.location(), place.annotation());
      ViewMarks marks = found == null ? null : marks(k, loaded.picture(), found);
      markings.add(found);
      return new Slot(loaded, null, marks, false);
    } catch (PictureException e) {
      markings.add(null);
      return new Slot(loaded, e);
    }
  }

  /// As a thumbnail shows it.
  private static ViewMarks marks(int k, Picture picture, Markings found) throws PictureException {
    Frame frame = picture.pixels().frame().within(LONGEST_MARKED);
    Target target = found.target(picture.origin().in(frame, Fit.STRETCH), frame);
    return new ViewMarks(target, found.names(), k);
  }

  /// Why what is said of a picture cannot be used; empty if it can.
  ///
  /// @throws PictureException if the picture itself cannot be read
  Optional<PictureException> check(int k, Source source) throws PictureException {
    Picture picture = cache.get(source.location()).picture();
    try {
      Markings found = cache.markings(source.location(), source.annotation());
      if (found != null) {
        var _ = marks(k, picture, found);
      }
      return Optional.empty();
    } catch (PictureException e) {
      return Optional.of(e);
    }
  }
}
