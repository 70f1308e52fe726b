package org.mixoscope.clip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.Grid;
import org.mixoscope.image.NiftiHeader;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.Scale;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.batch.Weights;
import org.mixoscope.kernel.course.AllFrames;
import org.mixoscope.kernel.course.MeanWeights;
import org.mixoscope.kernel.method.FMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// A mix of clips: opened, so that it is known how long and how large it will be, and then made
/// frame by frame. A frame of it is to the byte what its own recipe, [Recipe#at], makes of the
/// frames that are shown then.
///
/// Its length and pace are those of the first source that moves.
public final class ClipMix implements AutoCloseable {
  private final Recipe recipe;
  private final NumberType type;
  private final Timing timing;
  private final Frame frame;
  private final List<Track> tracks;
  private final @Nullable Pixels mask;
  private final boolean rescaled;
  private final Workspace workspace;

  private ClipMix(
      Recipe recipe,
      NumberType type,
      Timing timing,
      Frame frame,
      List<Track> tracks,
      @Nullable Pixels mask,
      boolean rescaled,
      int threads) {
    this.recipe = recipe;
    this.type = type;
    this.timing = timing;
    this.frame = frame;
    this.tracks = tracks;
    this.mask = mask;
    this.rescaled = rescaled;
    workspace = new Workspace(threads);
  }

  /// Takes the frames of a mix, in their order.
  @FunctionalInterface
  public interface Sink {
    /// @param mixed good until the next one comes. Not modified
    void add(Pixels mixed) throws IOException;
  }

  /// What came of a mix.
  ///
  /// @param weights in the label and in the pixels, over space and time
  /// @param label the soft label over the classes of the recipe
  /// @param frames the shares of the sources in each frame
  public record Result(Weights weights, List<Double> label, List<List<Double>> frames) {}

  /// Opens the clips of a recipe.
  ///
  /// @param recipe with a course
  /// @param depth which numbers the mix has
  /// @param frames how many the mix has, over the same time; null for those of the first source
  ///   that moves
  /// @param threads that work on a frame, to the same bytes
  /// @throws IOException if a source cannot be read, or none moves and no length is given
  public static ClipMix open(
      Recipe recipe, ClipReader reader, ClipDepth depth, @Nullable Integer frames, int threads)
      throws IOException {
    List<Clip> clips = new ArrayList<>();
    try {
      for (Source source : recipe.mixedSources()) {
        clips.add(reader.open(source.location()));
      }
      Timing timing = timing(clips, frames, reader.rate());
      Frame frame = recipe.frame() == null ? clips.getFirst().frame() : recipe.frame();
      String location = recipe.mask();
      Pixels mask =
          location == null
              ? null
              : Fitter.fitMask(reader.sources().readMask(location), frame, recipe.fit());
      NumberType type = depth.of(recipe, clips);
      Recipe mixed = depth.kind(recipe, clips);
      if (!type.isLight()) {
        mixed.requireNoLight();
      }
      boolean rescaled = type != NumberType.UINT8 && ClipDepth.areRescaled(clips);
      List<Track> tracks = clips.stream().map(clip -> new Track(clip, timing, rescaled)).toList();
      return new ClipMix(mixed, type, timing, frame, tracks, mask, rescaled, threads);
    } catch (IOException | RuntimeException e) {
      clips.forEach(Clip::close);
      throw e;
    }
  }

  private static Timing timing(List<Clip> clips, @Nullable Integer frames, double rate)
      throws ClipException {
    for (Clip clip : clips) {
      if (clip.moves()) {
        Timing own = clip.timing();
        return frames == null || frames == own.frames() ? own : Timing.even(frames, own.seconds());
      }
    }
    if (frames == null) {
      throw ClipReason.NOTHING_MOVES.failure(null);
    }
    return Timing.even(frames, frames / rate);
  }

  /// What is mixed.
  public Recipe recipe() {
    return recipe;
  }

  /// What the numbers of the mix are.
  public NumberType type() {
    return type;
  }

  /// The size of all frames.
  public Frame frame() {
    return frame;
  }

  /// When each frame is shown.
  public Timing timing() {
    return timing;
  }

  /// Whether its frames are the slices of a volume: whether the first source that moves is one.
  public boolean isVolume() {
    return tracks.stream()
        .map(Track::clip)
        .filter(Clip::moves)
        .findFirst()
        .filter(Clip::isVolume)
        .isPresent();
  }

  /// What the numbers of the mix stand for.
  Scale scale() {
    Scale scale = tracks.getFirst().clip().scale();
    return rescaled || scale == null ? Scale.NONE : scale;
  }

  /// The header of A if it is a volume of NIfTI whose voxels are where those of the mix are; else
  /// null.
  @Nullable NiftiHeader header() {
    Clip first = tracks.getFirst().clip();
    boolean same = first.frame().equals(frame) && first.timing().frames() == timing.frames();
    return same ? first.header() : null;
  }

  /// Mixes all frames. To be called once.
  ///
  /// @throws IOException if a source cannot be read or the sink fails
  public Result mix(Sink sink) throws IOException {
    MeanWeights mean = new MeanWeights();
    List<List<Double>> shares = new ArrayList<>();
    Draw before = null;
    Outcome outcome = null;
    Pixels out = null;
    for (int t = 0; t < timing.frames(); t++) {
      Inputs inputs = inputs(t);
      Draw draw = recipe.at(t, timing.frames()).draw();
      // Most courses repeat a draw, and most methods look at nothing but the frame.
      if (outcome == null || !draw.equals(before) || looks(outcome)) {
        outcome = Outcome.of(recipe.method(), draw, inputs, workspace);
        before = draw;
      }
      out = out == null ? inputs.sources().getFirst().allocateLike() : out;
      outcome.mix(recipe.blending(), inputs.sources(), out, workspace);
      mean.add(outcome.weights());
      shares.add(outcome.weights().pixels());
      sink.add(out);
    }
    Weights weights =
        mean.weights()
            .labelled(
                k -> k < recipe.mixedSources().size() && recipe.sources().get(k).isLabelled());
    return new Result(weights, recipe.label(mean.weights().label()), List.copyOf(shares));
  }

  private boolean looks(Outcome outcome) {
    return outcome.filler() != null || recipe.method().type().uses(Trait.PICTURES);
  }

  private Inputs inputs(int t) throws IOException {
    List<Pixels> sources = new ArrayList<>();
    for (Track track : tracks) {
      sources.add(track.pixels(t, frame, recipe.fit(), recipe.kind()));
    }
    return new Inputs(frame, sources, mask);
  }

  /// What has to be said of the sources: what they were brought to, and, after they were mixed,
  /// what they lacked.
  public List<Objection> notes() {
    List<Objection> notes = new ArrayList<>();
    for (int k = 0; k < tracks.size(); k++) {
      String letter = String.valueOf((char) ('A' + k));
      Track track = tracks.get(k);
      Timing own = track.clip().timing();
      int left = track.leftOut();
      int again = track.repeated();
      if (!track.clip().moves()) {
        notes.add(ClipReason.STILL.of(letter, timing.frames()));
      } else if (isVolume() && left + again > 0) {
        ClipReason reason = left > 0 ? ClipReason.FEWER_SLICES : ClipReason.MORE_SLICES;
        notes.add(reason.of(letter, own.frames(), timing.frames(), left > 0 ? left : again));
      } else if (left > 0) {
        notes.add(spread(ClipReason.FEWER, letter, own, left));
      } else if (again > 0) {
        notes.add(spread(ClipReason.MORE, letter, own, again));
      }
      if (track.clip().type() != type && type == NumberType.UINT8) {
        notes.add(ClipReason.REDUCED.of(letter, track.clip().type().id()));
      }
      notes.addAll(track.clip().notes(letter));
      notes.addAll(differences(letter, track.clip().grid()));
    }
    if (isVolume() && recipe.method() instanceof FMix && recipe.along() instanceof AllFrames) {
      notes.add(ClipReason.FLAT_FIELD.of());
    }
    if (rescaled) {
      notes.add(ClipReason.RESCALED.of(type.id()));
    } else if (type != NumberType.UINT8 && !scale().isNone()) {
      notes.add(ClipReason.SCALED.of(scale()));
    }
    return notes;
  }

  private List<Objection> differences(String letter, @Nullable Grid grid) {
    Grid first = tracks.getFirst().clip().grid();
    List<Objection> notes = new ArrayList<>();
    if (grid != null && first != null && !grid.isSpacedAs(first)) {
      notes.add(ClipReason.OTHER_SPACING.of(letter, grid, first));
    }
    if (grid != null && first != null && !grid.isTurnedAs(first)) {
      notes.add(ClipReason.OTHER_AXES.of(letter));
    }
    return notes;
  }

  private Objection spread(ClipReason reason, String letter, Timing own, int frames) {
    return reason.of(
        letter,
        own.frames(),
        seconds(own.seconds()),
        timing.frames(),
        seconds(timing.seconds()),
        frames);
  }

  /// Seconds with at most two decimals.
  public static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds).replaceFirst("\\.?0+$", "");
  }

  @Override
  public void close() {
    tracks.forEach(Track::close);
  }
}
