package org.mixoscope.app.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mixoscope.clip.ClipFrames;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.clip.Timing;
import org.mixoscope.dataset.Measure;
import org.mixoscope.dataset.SourceReader.Marked;
import org.mixoscope.image.Picture;
import org.mixoscope.kernel.Pixels;

/// Reads moments of clips and brings them to the frame of their mix. For the one thread that does
/// nothing else.
final class Projector {
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
  record Seen(int frame, boolean isVolume, List<Loaded> pictures, Prepared prepared) {}

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
    List<Picture> pictures = open == null ? List.of() : open.at(t, overtaken);
    if (open == null || pictures.isEmpty()) {
      return Optional.empty();
    }
    Marked marked =
        needs.fit(
            open.frame(), pictures, Collections.nCopies(pictures.size(), null), mask(needs.mask()));
    Measure measure = marked.measure();
    if (measure != null && measure.named() == null && !measure.type().isLight()) {
      // Frames that are shown each by its own least and most would not be comparable.
      marked = marked.with(measure.shownBy(open.extent()));
    }
    Reduction usual = Reduction.of(marked.inputs().frame());
    Prepared prepared = Prepared.of(marked, halved ? new Reduction(2 * usual.n()) : usual);
    boolean anew = small.size() != pictures.size() || t < smallAt || t - smallAt >= every;
    List<Loaded> loaded = new ArrayList<>();
    for (int k = 0; k < pictures.size(); k++) {
      String location = needs.places().get(k).location();
      loaded.add(anew ? loaded(location, pictures.get(k)) : small.get(k).showing(pictures.get(k)));
    }
    if (anew) {
      small = List.copyOf(loaded);
      smallAt = t;
    }
    return Optional.of(new Seen(t, open.isVolume(), loaded, prepared));
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
  private Loaded loaded(String location, Picture picture) throws IOException {
    return cache.timing(location) == null ? cache.get(location) : Loaded.of(picture);
  }

  void close() {
    if (frames != null) {
      frames.close();
      frames = null;
    }
  }
}
