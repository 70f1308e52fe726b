package org.mixoscope.clip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Picture;
import org.mixoscope.image.Window;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Landing;

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
  /// @param glimpse null if the frame was only passed
  private record Kept(int frame, @Nullable PassingFrame glimpse) {}

  /// Where what is looked at is shown.
  ///
  /// @param fit how pictures are brought there
  /// @param least pixels of the shorter side that are wanted in any case
  public record Place(Frame frame, Fit fit, int least) {
    /// How much smaller than a picture the pixels may be that are shown there.
    private int factor(Frame picture) {
      Landing landing = fit.place(picture, frame);
      int wide = landing.from().width() / Math.max(1, landing.to().width());
      int high = landing.from().height() / Math.max(1, landing.to().height());
      int most = Math.min(picture.width(), picture.height()) / least;
      return Math.max(1, Math.min(most, Math.min(wide, high)));
    }
  }

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

  /// What is shown at a moment. Sources are decoded side by side.
  ///
  /// @param t within the frames of [#timing]
  /// @param place where less than all may be seen of them; null if they are wanted whole
  /// @param overtaken whether nobody waits for it any more; asked before every frame, by several
  ///   threads
  /// @return one for each source; empty if it was overtaken
  /// @throws IOException if one cannot be read
  public List<PassingFrame> at(int t, @Nullable Place place, BooleanSupplier overtaken)
      throws IOException {
    List<ForkJoinTask<Optional<PassingFrame>>> others = new ArrayList<>();
    for (int k = 1; k < tracks.size(); k++) {
      int source = k;
      others.add(
          ForkJoinTask.adapt(() -> Optional.ofNullable(read(source, t, place, overtaken))).fork());
    }
    List<PassingFrame> shown = new ArrayList<>();
    try {
      Optional.ofNullable(read(0, t, place, overtaken)).ifPresent(shown::add);
    } finally {
      // Whatever came of one, nobody works on the others any more.
      others.forEach(ForkJoinTask::quietlyJoin);
    }
    for (ForkJoinTask<Optional<PassingFrame>> other : others) {
      if (other.getException() != null) {
        throw cause(other.getException());
      }
      other.join().ifPresent(shown::add);
    }
    return shown.size() == tracks.size() ? shown : List.of();
  }

  /// What a task failed by, as it was thrown there.
  private static IOException cause(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof IOException known) {
        return known;
      }
    }
    throw new IllegalStateException(failure);
  }

  private @Nullable PassingFrame read(
      int k, int t, @Nullable Place place, BooleanSupplier overtaken) throws IOException {
    int wanted = tracks.get(k).frame(t);
    Kept now = kept.get(k);
    if (now.frame() > wanted || (now.frame() == wanted && now.glimpse() == null)) {
      tracks.get(k).close();
      tracks.set(k, new Track(reader.open(locations.get(k)), timing, false));
      now = new Kept(-1, null);
    }
    Clip clip = tracks.get(k).clip();
    int factor = place == null ? 1 : place.factor(clip.frame());
    while (now.frame() < wanted) {
      kept.set(k, now);
      if (overtaken.getAsBoolean()) {
        return null;
      }
      if (now.frame() + 1 < wanted) {
        clip.skip();
        now = new Kept(now.frame() + 1, null);
      } else {
        now = new Kept(wanted, clip.glimpse(factor));
      }
    }
    PassingFrame read = now.glimpse();
    if (read == null) {
      throw new IllegalStateException("a clip has a frame");
    }
    if (read.seen().factor() > factor) {
      read = PassingFrame.of(read.whole());
    }
    kept.set(k, new Kept(wanted, read));
    return read;
  }

  @Override
  public void close() {
    tracks.forEach(Track::close);
  }
}
