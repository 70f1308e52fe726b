package org.mixoscope.app.state;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.clip.Timing;
import org.mixoscope.dataset.Contents;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.dataset.annotated.Markings;
import org.mixoscope.image.CommonNumbers;
import org.mixoscope.image.Header;
import org.mixoscope.image.ImageReason;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;
import org.mixoscope.recipe.Fingerprint;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// The pictures used last, so that undo, swap and a change of frame need no decoding. Large ones
/// are forgotten sooner: together they take no more than a part of the memory. Threads may share
/// it.
public final class PictureCache {
  private static final int CAPACITY = 12;
  private static final int PART_OF_MEMORY = 6;

  private static final Header UNKNOWN = new Header(PixelKind.RGB8, new Frame(1, 1), Turn.UPRIGHT);

  private final SourceReader reader;
  private final Map<String, Kept> pictures =
      new LinkedHashMap<>(CAPACITY * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
          return size() > CAPACITY;
        }
      };

  /// Of every picture that was ever read: they are small.
  private final Map<String, Header> headers = new HashMap<>();

  /// When the frames of clips are shown, of every one that was ever read.
  private final Map<String, Timing> clips = new HashMap<>();

  /// Those of them that are volumes.
  private final Set<String> volumes = new HashSet<>();

  private final long mostBytes;

  /// @param contents of the file that it was read from
  private record Kept(Loaded loaded, Fingerprint contents) {}

  /// No pictures yet.
  public PictureCache() {
    this(new SourceReader(new PictureReader()));
  }

  /// @param reader of what is not there yet
  public PictureCache(SourceReader reader) {
    this(reader, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
  }

  /// @param mostBytes of pictures that are kept; the last one is kept in any case
  PictureCache(SourceReader reader, long mostBytes) {
    this.reader = reader;
    this.mostBytes = mostBytes;
  }

  /// The picture at a location, decoded at most once.
  public Loaded get(String location) throws PictureException {
    synchronized (pictures) {
      Kept known = pictures.get(location);
      if (known != null) {
        return known.loaded;
      }
    }
    return reload(location);
  }

  /// The same for a frame: what a recipe mixes that permits to decode it smaller. Such pictures are
  /// read anew each time, which is quick; they are wanted where a recipe comes from a job.
  ///
  /// @param frame null for the picture's own
  Picture get(String location, Decoding decoding, @Nullable Frame frame, Fit fit)
      throws PictureException {
    return frame == null ? get(location).picture() : reader.read(location, decoding, frame, fit);
  }

  /// The picture at a location as it is now.
  Loaded reload(String location) throws PictureException {
    Still still = Still.read(reader, location);
    Loaded read = Loaded.of(still.picture());
    Fingerprint contents = contents(location);
    synchronized (pictures) {
      if (still.timing() == null) {
        clips.remove(location);
      } else {
        clips.put(location, still.timing());
      }
      if (still.isVolume()) {
        volumes.add(location);
      } else {
        volumes.remove(location);
      }
      headers.put(location, Header.of(read.picture()));
      pictures.put(location, new Kept(read, contents));
      forget();
    }
    return read;
  }

  /// When the frames of a clip are shown; null of a picture, and of what was never read.
  @Nullable Timing timing(String location) {
    synchronized (pictures) {
      return clips.get(location);
    }
  }

  /// Whether a clip is a volume.
  boolean isVolume(String location) {
    synchronized (pictures) {
      return volumes.contains(location);
    }
  }

  /// Has another frame of a clip stand for it, from now on: whoever asks for its picture gets the
  /// one that is shown. Nothing if the clip was forgotten meanwhile.
  void turn(String location, Loaded frame) {
    synchronized (pictures) {
      Kept known = pictures.get(location);
      if (known != null && clips.containsKey(location)) {
        pictures.put(location, new Kept(frame, known.contents));
      }
    }
  }

  /// What reads pictures.
  public SourceReader reader() {
    return reader;
  }

  private static Fingerprint contents(String location) throws PictureException {
    try {
      return Contents.read(location);
    } catch (PictureException e) {
      throw e;
    } catch (IOException e) {
      throw ImageReason.UNREADABLE.failure(e, location, e.getMessage());
    }
  }

  /// What pictures are mixed as, as far as it is known of those that were read; of others they are
  /// colour of eight bits.
  PixelKind kind(List<Source> sources) {
    synchronized (pictures) {
      return CommonNumbers.kind(
          sources.stream()
              .map(source -> headers.getOrDefault(source.location(), UNKNOWN))
              .toList());
    }
  }

  /// What the contents of the picture at a location are known by: those that were read last, so
  /// that a file that was changed since does not pass for what is mixed.
  public Fingerprint fingerprint(String location) throws IOException {
    synchronized (pictures) {
      Kept known = pictures.get(location);
      if (known != null) {
        return known.contents;
      }
    }
    return Contents.read(location);
  }

  /// Drops what was used longest ago until the rest is small enough.
  private void forget() {
    long bytes = pictures.values().stream().mapToLong(PictureCache::bytes).sum();
    Iterator<Kept> eldest = pictures.values().iterator();
    for (int left = pictures.size(); bytes > mostBytes && left > 1; left--) {
      bytes -= bytes(eldest.next());
      eldest.remove();
    }
  }

  private static long bytes(Kept kept) {
    return kept.loaded.glimpse().bytes();
  }

  /// Reads everything that a recipe refers to.
  ///
  /// @throws PictureException if something cannot be read
  public void require(Recipe recipe) throws PictureException {
    for (Source source : recipe.sources()) {
      get(source.location());
      var _ = markings(source.location(), source.annotation());
    }
    if (recipe.mask() != null) {
      mask(recipe.mask());
    }
  }

  /// What is where in the picture at a location; null where nothing says it.
  ///
  /// @throws PictureException if it cannot be read
  @Nullable Markings markings(String location, @Nullable String annotation)
      throws PictureException {
    return reader.markings(location, annotation);
  }

  /// The mask at a location: one channel, in its own size.
  ///
  /// @throws PictureException if there is none that can be read
  public Pixels mask(String location) throws PictureException {
    return reader.readMask(location);
  }
}
