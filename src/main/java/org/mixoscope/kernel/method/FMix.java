package org.mixoscope.kernel.method;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.Slice;
import org.mixoscope.kernel.Workspace;

/// FMix: A where a smooth random field is high, B where it is low, each in blobs of any shape.
///
/// Paper: Harris et al., "FMix: Enhancing Mixed Sample Data Augmentation", 2020.
///
/// Formula: `x̃ = M⊙A + (1−M)⊙B`; M is 1 at the n of N pixels where the field is largest, n one of
/// `⌊λN⌋` and `⌈λN⌉` with probability ½, `λ ~ Beta(α, α)`; `λ̂ = mean(M) = n/N`. With a soft edge,
/// `s = ⌊N·min(maxSoft, λ, 1−λ)⌋` pixels to each side of the n-th fall from 1 to 0 evenly.
///
/// Of volumes and clips the field may have a depth: then the n of all N voxels are A's where it is
/// largest, and every slice has its part of them; a soft edge is one of all voxels, too.
///
/// What people get wrong: real and imaginary part of the spectrum (see [FMixField#REFERENCE]); a
/// mask of another size than the pictures; height and channels mixed up, which gives stripes.
///
/// @param alpha α > 0; the paper uses 1
/// @param decay δ within [0, 10]: 0 is grain, the larger the smoother; the paper uses 3
/// @param maxSoft the greatest half width of the edge, as a share of all pixels, within [0, 0.5];
///   the paper uses 0
/// @param field which random field
public record FMix(double alpha, double decay, double maxSoft, FMixField field) implements Method {
  private static final Parameter.Real ALPHA = Parameter.Real.alpha(1);
  private static final Parameter.Real DECAY = Parameter.Real.within("decay", "δ", 3, 0, 10);
  private static final Parameter.Real MAX_SOFT = Parameter.Real.within("max-soft", "", 0, 0, 0.5);
  private static final Parameter.Choice<FMixField> FIELD =
      new Parameter.Choice<>("field", FMixField.REFERENCE);

  /// To sort more voxels of a soft edge takes longer than a hand notices.
  private static final int QUICK = 1 << 18;

  static final MethodType TYPE =
      new MethodType(
          "fmix",
          2,
          Set.of(Trait.LAMBDA, Trait.NOISE, Trait.BLENDS),
          List.of(ALPHA, DECAY, MAX_SOFT, FIELD),
          s -> new FMix(s.get(ALPHA), s.get(DECAY), s.get(MAX_SOFT), s.get(FIELD)));

  /// @throws IllegalArgumentException if α is not a positive, finite number, or another parameter
  ///   out of its range
  public FMix {
    ALPHA.require(alpha);
    DECAY.require(decay);
    MAX_SOFT.require(maxSoft);
  }

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL
        .with(ALPHA, alpha)
        .with(DECAY, decay)
        .with(MAX_SOFT, maxSoft)
        .with(FIELD, field);
  }

  @Override
  public Draw draw(RandomGenerator random, int sources) {
    return new Draw(
        new Beta(alpha).sample(random),
        random.nextDouble(),
        random.nextDouble(),
        random.nextLong());
  }

  /// As long as only λ and the edge change, the field of a workspace is used again, and its pixels
  /// are ordered once: then a step of λ is quick.
  @Override
  public Composition compose(Draw draw, Inputs inputs, Workspace workspace) {
    Slice slice = draw.slice();
    if (slice != null) {
      return compose(draw, slice, inputs, workspace);
    }
    Frame frame = inputs.frame();
    FieldKey key = new FieldKey(draw.noise(), frame, decay, field);
    boolean again = workspace.holds("fmix.field", key);
    float[] values = values(key, workspace);
    int n = values.length;
    float[] weights = workspace.floats("fmix.weights", n);
    int chosen = chosen(draw, n);
    int soft = soft(draw, n);
    if (soft == 0 && again) {
      Ranks.markFirst(ranks(key, values, workspace), chosen, weights);
      return new Matte(frame, List.of(weights), shares(chosen, n));
    }
    if (soft == 0) {
      Ranks.markFirst(values, chosen, weights, workspace);
      return new Matte(frame, List.of(weights), shares(chosen, n));
    }
    weigh(ranks(key, values, workspace), chosen - soft, chosen + soft, weights);
    return new Matte(frame, List.of(weights));
  }

  /// Whether it has a field in three dimensions: that of the published code has no third direction
  /// worth the name.
  public boolean hasDepth() {
    return field == FMixField.ISOTROPIC;
  }

  /// Why a slice of a field in three dimensions cannot be had; null if it can, or none is wanted.
  public @Nullable Objection lackingRoom(Draw draw, Frame frame) {
    Slice slice = draw.slice();
    return slice == null ? null : IsotropicVolume.lacking(frame, slice.of(), soft(draw));
  }

  /// Whether a slice is composed at once: what takes long of it is in the workspace. Always true of
  /// a picture.
  ///
  /// @param inputs the frame of the slice. Not modified
  /// @param workspace not modified
  public boolean isAtHand(Draw draw, Inputs inputs, Workspace workspace) {
    Slice slice = draw.slice();
    if (slice == null) {
      return true;
    }
    String name = volume(inputs);
    VolumeKey key = key(draw, slice, inputs);
    int n = Math.toIntExact(inputs.frame().pixels() * slice.of());
    BandKey edge = edge(key, draw, n);
    return workspace.holds(name, key)
        && (edge.size() <= QUICK || workspace.holds(bandOf(name), edge));
  }

  /// Does what takes long of any slice, so that each is composed at once: the field through all of
  /// them and where it is cut. Nothing of what was composed before is changed.
  ///
  /// @param inputs the frame of a slice. Not modified
  /// @param workspace modified
  /// @throws IllegalArgumentException if there is no such field, or no room for it
  public void prepare(Draw draw, Inputs inputs, Workspace workspace) {
    Slice slice = draw.slice();
    if (slice != null) {
      var _ = cut(draw, slice, inputs, workspace);
    }
  }

  /// A field through all slices and how it is cut.
  ///
  /// @param band the edge, null where it is hard
  /// @param limit where the edge is, if it is hard
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Cut(float[] values, Ranks.@Nullable Band band, Ranks.@Nullable Limit limit) {}

  /// Of N voxels of all slices the n are A's where the field is largest. The field and the level
  /// are kept for the next slice.
  private Cut cut(Draw draw, Slice slice, Inputs inputs, Workspace workspace) {
    if (!hasDepth()) {
      throw new RefusedException(KernelReason.NEEDS_FIELD.of("field", TYPE));
    }
    Frame frame = inputs.frame();
    Objection lacking = lackingRoom(draw, frame);
    if (lacking != null) {
      throw new RefusedException(lacking);
    }
    String name = volume(inputs);
    VolumeKey key = key(draw, slice, inputs);
    float[] values = workspace.floats(name, Math.toIntExact(frame.pixels()) * slice.of());
    if (!workspace.holds(name, key)) {
      workspace.note(name, null);
      IsotropicVolume.fill(
          values, frame, inputs.whole(), slice.of(), draw.noise(), decay, workspace);
      workspace.note(name, key);
    }
    BandKey edge = edge(key, draw, values.length);
    return edge.size() > 0
        ? new Cut(values, band(name, edge, values, workspace), null)
        : new Cut(values, null, limit(name, new LevelKey(key, edge.low()), values, workspace));
  }

  private Composition compose(Draw draw, Slice slice, Inputs inputs, Workspace workspace) {
    Cut cut = cut(draw, slice, inputs, workspace);
    Frame frame = inputs.frame();
    int pixels = Math.toIntExact(frame.pixels());
    float[] values = cut.values();
    float[] weights = workspace.floats("fmix.weights", pixels);
    int first = slice.at() * pixels;
    Ranks.Band band = cut.band();
    if (band != null) {
      for (int pixel = 0; pixel < pixels; pixel++) {
        weights[pixel] = band.weight(values[first + pixel], first + pixel);
      }
      return new Matte(frame, List.of(weights));
    }
    Ranks.Limit limit = Objects.requireNonNull(cut.limit());
    int owned = 0;
    for (int pixel = 0; pixel < pixels; pixel++) {
      boolean own = limit.isAbove(values[first + pixel], first + pixel);
      weights[pixel] = own ? 1 : 0;
      owned += own ? 1 : 0;
    }
    return new Matte(frame, List.of(weights), shares(owned, pixels));
  }

  /// A preview and what it stands for are wanted in turn.
  private static String volume(Inputs inputs) {
    return inputs.larger() == null ? "fmix.volume" : "fmix.preview-volume";
  }

  private static String bandOf(String volume) {
    return volume + ".band";
  }

  private VolumeKey key(Draw draw, Slice slice, Inputs inputs) {
    return new VolumeKey(draw.noise(), inputs.frame(), inputs.whole(), slice.of(), decay);
  }

  private BandKey edge(VolumeKey key, Draw draw, int n) {
    int chosen = chosen(draw, n);
    int soft = soft(draw, n);
    return new BandKey(key, chosen - soft, chosen + soft);
  }

  private int soft(Draw draw, int n) {
    return (int) (n * soft(draw));
  }

  /// Half of the edge, as a share of all pixels.
  private double soft(Draw draw) {
    return Math.min(maxSoft, Math.min(draw.lambda(), 1 - draw.lambda()));
  }

  /// Kept for the next slice, as the level of a hard edge is.
  private static Ranks.Band band(String name, BandKey key, float[] values, Workspace workspace) {
    String own = bandOf(name);
    int[] kept = workspace.ints(own, 2 * key.size());
    if (!workspace.holds(own, key)) {
      workspace.note(own, null);
      Ranks.band(values, key.low(), kept, workspace);
      workspace.note(own, key);
    }
    return new Ranks.Band(kept);
  }

  private static Ranks.Limit limit(String name, LevelKey key, float[] values, Workspace workspace) {
    String own = name + ".limit";
    int[] kept = workspace.ints(own, 2);
    if (!workspace.holds(own, key)) {
      Ranks.Limit limit = Ranks.limit(values, key.chosen(), workspace);
      kept[0] = Float.floatToRawIntBits(limit.value());
      kept[1] = limit.last();
      workspace.note(own, key);
    }
    return new Ranks.Limit(Float.intBitsToFloat(kept[0]), kept[1]);
  }

  /// A soft edge takes as much as it gives.
  @Override
  public List<Double> shares(Draw draw, Inputs inputs, Workspace workspace) {
    if (draw.slice() != null) {
      return compose(draw, inputs, workspace).shares();
    }
    int n = Math.toIntExact(inputs.frame().pixels());
    return shares(chosen(draw, n), n);
  }

  /// The shares of all slices together, which are known without their field. A soft edge takes as
  /// much as it gives.
  ///
  /// @param frame of a slice
  /// @throws IllegalArgumentException if the draw is not of a slice
  public List<Double> sharesOfAll(Draw draw, Frame frame) {
    Slice slice = draw.slice();
    if (slice == null) {
      throw new IllegalArgumentException("slice = null: must be that of a volume or clip");
    }
    int n = Math.toIntExact(frame.pixels() * slice.of());
    return shares(chosen(draw, n), n);
  }

  private static List<Double> shares(int chosen, int n) {
    double share = (double) chosen / n;
    return List.of(share, 1 - share);
  }

  private static int chosen(Draw draw, int n) {
    double ideal = draw.lambda() * n;
    return (int) (Noise.coin(draw.noise()) ? Math.ceil(ideal) : Math.floor(ideal));
  }

  /// 1 for ranks below `low`, 0 from `high` on, evenly falling from 1 to 0 between.
  private static void weigh(int[] ranks, int low, int high, float[] weights) {
    float steps = Math.max(high - low - 1, 1);
    for (int pixel = 0; pixel < ranks.length; pixel++) {
      int rank = ranks[pixel];
      weights[pixel] = rank < low ? 1 : rank >= high ? 0 : (high - 1 - rank) / steps;
    }
  }

  private static float[] values(FieldKey key, Workspace workspace) {
    float[] values = workspace.floats("fmix.field", Math.toIntExact(key.frame().pixels()));
    if (!workspace.holds("fmix.field", key)) {
      workspace.note("fmix.field", null);
      key.field().fill(values, key.frame(), key.noise(), key.decay(), workspace);
      workspace.note("fmix.field", key);
    }
    return values;
  }

  /// How many pixels have a larger value than each one.
  private static int[] ranks(FieldKey key, float[] values, Workspace workspace) {
    int[] ranks = workspace.ints("fmix.ranks", values.length);
    if (!workspace.holds("fmix.ranks", key)) {
      workspace.note("fmix.ranks", null);
      Ranks.descending(values, ranks, workspace);
      workspace.note("fmix.ranks", key);
    }
    return ranks;
  }

  private record VolumeKey(long noise, Frame frame, Frame whole, int depth, double decay) {}

  /// What is between the ranks that are A's alone and those that are B's alone.
  private record BandKey(VolumeKey volume, int low, int high) {
    int size() {
      return high - low;
    }
  }

  private record LevelKey(VolumeKey volume, int chosen) {}

  private record FieldKey(long noise, Frame frame, double decay, FMixField field) {}
}
