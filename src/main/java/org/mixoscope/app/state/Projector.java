package org.mixoscope.app.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mixoscope.clip.ClipFrames;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.clip.PassingFrame;
import org.mixoscope.clip.Timing;
import org.mixoscope.dataset.Measure;
import org.mixoscope.dataset.SourceReader.Marked;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.Inputs;

/// Reads moments of clips and brings them to the frame of their mix. For the one thread that does
/// nothing else.
final class Projector {
  private static final int LARGE = 1 << 16;

  private final PictureCache cache;
  private @Nullable ClipFrames frames;
  private List<Loaded> small = List.of();
  private int smallAt;
  private @Nullable String maskLocation;
  private @Nullable Pixels mask;

  Projector(PictureCache cache) {
    this.cache = cache;
  }

  /// What there is to see at a moment.
  ///
  /// @param isVolume whether it is a slice
  /// @param pictures as they were read, one for each source
  /// @param prepared the same, to be mixed
  record Seen(int frame, boolean isVolume, List<Loaded> pictures, Prepared prepared) {
    /// Whether much of the time goes into its pixels.
    boolean isLarge() {
      return prepared.frame().pixels() > LARGE;
    }

    /// Has passed, but for what is shown of the same frames later.
    void letGo(@Nullable Seen later) {
      for (Loaded loaded : pictures) {
        PassingFrame glimpse = loaded.glimpse();
        if (later == null || later.pictures.stream().noneMatch(one -> one.glimpse() == glimpse)) {
          glimpse.letGo();
        }
      }
    }

    /// Of memory that it takes, about.
    long bytes() {
      long pictured = pictures.stream().mapToLong(loaded -> loaded.glimpse().bytes()).sum();
      long screen = prepared.screen().stream().mapToLong(Pixels::byteSize).sum();
      long inputs = prepared.inputs().sources().stream().mapToLong(Pixels::byteSize).sum();
      return pictured + screen + inputs;
    }
  }

  /// Opens what is needed; what is open already stays.
  ///
  /// @throws IOException if a source cannot be read
  Timing open(PictureLoader.Needs needs) throws IOException {
    List<String> locations = needs.locations();
    ClipFrames known = frames;
    if (known == null || !known.locations().equals(locations)) {
      close();
      small = List.of();
      known = ClipFrames.open(locations, new ClipReader(cache.reader()));
      frames = known;
    }
    return known.timing();
  }

  /// Reads a moment of what was opened last.
  ///
  /// @param halved whether it is shown half as large as it might be
  /// @param every after how many frames small pictures are made anew; those before will do until
  ///   then
  /// @param overtaken whether nobody waits for it any more
  /// @return empty if it was overtaken, or nothing is open
  /// @throws IOException if a source cannot be read
  Optional<Seen> read(
      int t, PictureLoader.Needs needs, boolean halved, int every, BooleanSupplier overtaken)
      throws IOException {
    ClipFrames open = frames;
    if (open == null) {
      return Optional.empty();
    }
    Frame frame = needs.frame() == null ? open.frame() : needs.frame();
    Reduction usual = Reduction.of(frame);
    Reduction reduction = halved ? new Reduction(2 * usual.n()) : usual;
    boolean passes = halved && needs.kind().type() == ElementType.UINT8;
    ClipFrames.Place place =
        passes
            ? new ClipFrames.Place(reduction.shown(frame), needs.fit(), Loaded.SHORT_SIDE)
            : null;
    List<PassingFrame> glimpses = open.at(t, place, overtaken);
    if (glimpses.isEmpty()) {
      return Optional.empty();
    }
    Prepared prepared =
        glimpses.stream().allMatch(PassingFrame::isWhole)
            ? Prepared.of(marked(needs, open, glimpses), reduction)
            : passing(needs, open, glimpses, reduction);
    boolean anew = small.size() != glimpses.size() || t < smallAt || t - smallAt >= every;
    List<Loaded> loaded = new ArrayList<>();
    for (int k = 0; k < glimpses.size(); k++) {
      String location = needs.places().get(k).location();
      loaded.add(anew ? loaded(location, glimpses.get(k)) : small.get(k).showing(glimpses.get(k)));
    }
    if (anew) {
      small = List.copyOf(loaded);
      smallAt = t;
    }
    return Optional.of(new Seen(t, open.isVolume(), loaded, prepared));
  }

  private Marked marked(PictureLoader.Needs needs, ClipFrames open, List<PassingFrame> glimpses)
      throws IOException {
    List<Picture> pictures = glimpses.stream().map(PassingFrame::whole).toList();
    Marked marked = fit(needs, open.frame(), pictures, mask(needs.mask()));
    Measure measure = marked.measure();
    return measure != null && measure.named() == null && !measure.type().isLight()
        // Frames that are shown each by its own least and most would not be comparable.
        ? marked.with(measure.shownBy(open.extent()))
        : marked;
  }

  /// What is shown, and how all of it is made if somebody looks closer.
  private Prepared passing(
      PictureLoader.Needs needs, ClipFrames open, List<PassingFrame> glimpses, Reduction reduction)
      throws IOException {
    Frame size = open.frame();
    Frame frame = needs.frame() == null ? size : needs.frame();
    Pixels read = mask(needs.mask());
    Pixels fitted = read == null ? null : Fitter.fitMask(read, frame, needs.fit());
    AtFrame all =
        AtFrame.of(
            new Inputs(frame, List.of(), fitted),
            () -> {
              List<Picture> whole = glimpses.stream().map(PassingFrame::whole).toList();
              try {
                return fit(needs, size, whole, read).inputs();
              } catch (PictureException e) {
                // It went well with what is shown of them.
                throw new UncheckedIOException(e);
              }
            });
    List<Picture> seen = glimpses.stream().map(PassingFrame::seen).toList();
    Inputs shown = fit(needs.in(reduction.shown(frame)), null, seen, read).inputs();
    return Prepared.passing(all, reduction, shown);
  }

  private static Marked fit(
      PictureLoader.Needs needs,
      @Nullable Frame size,
      List<Picture> pictures,
      @Nullable Pixels mask)
      throws PictureException {
    return needs.fit(size, pictures, Collections.nCopies(pictures.size(), null), mask);
  }

  /// The same moment as large as it can be shown, and with small pictures of its own.
  static Seen settled(Seen seen) {
    return new Seen(
        seen.frame(),
        seen.isVolume(),
        seen.pictures().stream().map(loaded -> Loaded.of(loaded.picture())).toList(),
        Prepared.of(seen.prepared().whole()));
  }

  private @Nullable Pixels mask(@Nullable String location) throws IOException {
    if (!Objects.equals(location, maskLocation)) {
      mask = location == null ? null : cache.mask(location);
      maskLocation = location;
    }
    return mask;
  }

  /// A picture that does not move was made small when it was read.
  private Loaded loaded(String location, PassingFrame glimpse) throws IOException {
    return cache.timing(location) == null ? cache.get(location) : Loaded.of(glimpse);
  }

  void close() {
    if (frames != null) {
      frames.close();
      frames = null;
    }
  }
}
