package org.mixoscope.clip;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Picture;
import org.mixoscope.image.Window;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// What is shown of several clips at one moment of the first that moves, as a mix of them has it:
/// at any moment, best one after another, since going back begins at the start. For one thread.
public final class ClipFrames implements AutoCloseable {
  private final ClipReader reader;
  private final List<String> locations;
  private final Timing timing;
  private final Frame frame;
  private final boolean isVolume;
  private final List<Track> tracks = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private @Nullable Window extent;

  /// @param frame which one of its clip it is
  /// @param picture whose memory nobody uses again; null if the frame was only passed
  private record Kept(int frame, @Nullable Picture picture) {}

  private ClipFrames(ClipReader reader, List<String> locations, List<Clip> clips, Timing timing) {
    this.reader = reader;
    this.locations = locations;
    this.timing = timing;
    frame = clips.getFirst().frame();
    isVolume = clips.stream().filter(Clip::moves).findFirst().orElseThrow().isVolume();
    for (Clip clip : clips) {
      tracks.add(new Track(clip, timing, false));
      kept.add(new Kept(-1, null));
    }
  }

  /// Opens clips and pictures.
  ///
  /// @param locations in the order of the sources
  /// @throws IOException if one cannot be read, or none moves
  public static ClipFrames open(List<String> locations, ClipReader reader) throws IOException {
    List<Clip> clips = new ArrayList<>();
    try {
      for (String location : locations) {
        clips.add(reader.open(location));
      }
      Timing timing =
          clips.stream()
              .filter(Clip::moves)
              .map(Clip::timing)
              .findFirst()
              .orElseThrow(() -> ClipReason.NOTHING_MOVES.failure(null));
      return new ClipFrames(reader, List.copyOf(locations), clips, timing);
    } catch (IOException | RuntimeException e) {
      clips.forEach(Clip::close);
      throw e;
    }
  }

  /// Where they are.
  public List<String> locations() {
    return locations;
  }

  /// When each frame of a mix of them is shown.
  public Timing timing() {
    return timing;
  }

  /// Whether the first that moves is a volume, whose slices are shown as frames.
  public boolean isVolume() {
    return isVolume;
  }

  /// The size of a mix of them: that of the first frame of the first.
  public Frame frame() {
    return frame;
  }

  /// From the least number in all frames to the largest, in the unit of the files. Reads all of
  /// them, the first time.
  ///
  /// @throws IOException if one cannot be read
  public Window extent() throws IOException {
    Window known = extent;
    if (known == null) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (String location : locations) {
        try (Clip clip = reader.open(location)) {
          for (Picture next = clip.next(); next != null; next = clip.next()) {
            Window own = Window.whole(List.of(next));
            low = Math.min(low, own.low());
            high = Math.max(high, own.high());
          }
        }
      }
      known = new Window(low, high);
      extent = known;
    }
    return known;
  }

  /// What is shown at a moment.
  ///
  /// @param t within the frames of [#timing]
  /// @param overtaken whether nobody waits for it any more; asked before every frame
  /// @return one picture for each source; empty if it was overtaken
  /// @throws IOException if one cannot be read
  public List<Picture> at(int t, BooleanSupplier overtaken) throws IOException {
    List<Picture> shown = new ArrayList<>();
    for (int k = 0; k < tracks.size(); k++) {
      int wanted = tracks.get(k).frame(t);
      boolean passed = kept.get(k).frame() == wanted && kept.get(k).picture() == null;
      if (kept.get(k).frame() > wanted || passed) {
        tracks.get(k).close();
        tracks.set(k, new Track(reader.open(locations.get(k)), timing, false));
        kept.set(k, new Kept(-1, null));
      }
      Picture picture = read(k, wanted, overtaken);
      if (picture == null) {
        return List.of();
      }
      shown.add(picture);
    }
    return shown;
  }

  private @Nullable Picture read(int k, int wanted, BooleanSupplier overtaken) throws IOException {
    Clip clip = tracks.get(k).clip();
    Kept now = kept.get(k);
    boolean isNew = now.frame() < wanted;
    while (now.frame() < wanted) {
      if (overtaken.getAsBoolean()) {
        kept.set(k, now);
        return null;
      }
      if (now.frame() + 1 < wanted) {
        clip.skip();
        now = new Kept(now.frame() + 1, null);
      } else {
        now = new Kept(wanted, clip.next());
      }
    }
    Picture read = now.picture();
    if (read == null) {
      throw new IllegalStateException("a clip has a frame");
    }
    if (isNew) {
      read = clip.moves() ? lasting(read) : read;
      kept.set(k, new Kept(wanted, read));
    }
    return read;
  }

  /// Clips use their memory again.
  private static Picture lasting(Picture picture) {
    Pixels copy = picture.pixels().allocateLike();
    MemorySegment from = picture.pixels().memory();
    MemorySegment.copy(
        from, ValueLayout.JAVA_BYTE, 0, copy.memory(), ValueLayout.JAVA_BYTE, 0, copy.byteSize());
    return new Picture(copy, picture.origin(), picture.traits(), picture.stored());
  }

  @Override
  public void close() {
    tracks.forEach(Track::close);
  }
}
