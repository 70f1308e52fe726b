package org.mixoscope.kernel.method;

import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Matte;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Workspace;

/// GuidedMixup: every pixel blends A and B by how much each stands out there.
///
/// Paper: Kang, Kim, "GuidedMixup: An Efficient Mixup Strategy Guided by Saliency Maps", 2023, the
/// variant without a network (Guided-SR). Formula: `M = s_A / (s_A + s_B)` with s a saliency map,
/// blurred by a bell of σ = 3 pixels on 7×7 and divided by its sum; `x̃ = M⊙A + (1−M)⊙B`, `λ̂ =
/// mean(M)`, `ỹ = λ̂·y_A + (1−λ̂)·y_B`.
///
/// What people get wrong: λ is not drawn at all, the pictures decide it, so that the label must be
/// taken from the mask of this pair; maps that are not brought to the same sum, so that the picture
/// with more contrast always wins. Where nothing stands out in either picture, both count alike.
///
/// @param saliency how to find what stands out; the paper uses the spectral residual
public record GuidedMixup(SaliencyMap saliency) implements Method {
  private static final Parameter.Choice<SaliencyMap> SALIENCY =
      new Parameter.Choice<>("saliency", SaliencyMap.SPECTRAL_RESIDUAL);
  static final MethodType TYPE =
      new MethodType(
          "guidedmixup",
          2,
          Set.of(Trait.PICTURES, Trait.BLENDS),
          List.of(SALIENCY),
          s -> new GuidedMixup(s.get(SALIENCY)));

  private static final double SIGMA = 3;
  private static final int REACH = 3;
  private static final float[] BELL = bell();

  @Override
  public MethodType type() {
    return TYPE;
  }

  @Override
  public Settings settings() {
    return Settings.INITIAL.with(SALIENCY, saliency);
  }

  /// Nothing is random: λ is a placeholder that the mean of the matte replaces.
  @Override
  public Draw draw(RandomGenerator random, int sources) {
    return new Draw(0.5, 0.5, 0.5);
  }

  /// @throws IllegalArgumentException if the pictures are not among the inputs
  @Override
  public Composition compose(Draw draw, Inputs inputs, Workspace workspace) {
    if (inputs.sources().size() < 2) {
      throw new IllegalArgumentException(
          "guidedmixup: needs the pictures, at least 2; there are " + inputs.sources().size());
    }
    Frame frame = inputs.frame();
    int n = Math.toIntExact(frame.pixels());
    float[] own = workspace.floats("guided.a", n);
    float[] other = workspace.floats("guided.b", n);
    fill(own, inputs.sources().get(0), workspace);
    fill(other, inputs.sources().get(1), workspace);
    for (int i = 0; i < n; i++) {
      float sum = own[i] + other[i];
      own[i] = sum > 0 ? own[i] / sum : 0.5f;
    }
    return new Matte(frame, List.of(own));
  }

  /// The map of a picture in its size, blurred, with a mean of 1; all 1 if nothing stands out. The
  /// mean in place of the sum keeps float32 away from its smallest numbers; the ratio is the same.
  private void fill(float[] map, Pixels picture, Workspace workspace) {
    int height = picture.height();
    int width = picture.width();
    float[] across = workspace.floats("guided.across", map.length);
    enlarge(saliency.of(picture, workspace), map, height, width);
    blurRows(map, across, height, width);
    blurColumns(across, map, height, width);
    double sum = 0;
    for (float value : map) {
      sum += value;
    }
    for (int i = 0; i < map.length; i++) {
      map[i] = sum > 0 ? (float) (map[i] / sum * map.length) : 1;
    }
  }

  /// Between the four nearest cells.
  private static void enlarge(Plane plane, float[] map, int height, int width) {
    float[] values = plane.values();
    for (int y = 0; y < height; y++) {
      double v = Math.clamp((y + 0.5) * plane.height() / height - 0.5, 0, plane.height() - 1);
      int top = (int) v;
      int bottom = Math.min(top + 1, plane.height() - 1);
      float down = (float) (v - top);
      for (int x = 0; x < width; x++) {
        double u = Math.clamp((x + 0.5) * plane.width() / width - 0.5, 0, plane.width() - 1);
        int left = (int) u;
        int right = Math.min(left + 1, plane.width() - 1);
        float along = (float) (u - left);
        float upper =
            values[top * plane.width() + left] * (1 - along)
                + values[top * plane.width() + right] * along;
        float lower =
            values[bottom * plane.width() + left] * (1 - along)
                + values[bottom * plane.width() + right] * along;
        map[y * width + x] = upper * (1 - down) + lower * down;
      }
    }
  }

  private static void blurRows(float[] from, float[] to, int height, int width) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float sum = 0;
        for (int i = -REACH; i <= REACH; i++) {
          sum += BELL[Math.abs(i)] * from[y * width + mirrored(x + i, width)];
        }
        to[y * width + x] = sum;
      }
    }
  }

  private static void blurColumns(float[] from, float[] to, int height, int width) {
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float sum = 0;
        for (int i = -REACH; i <= REACH; i++) {
          sum += BELL[Math.abs(i)] * from[mirrored(y + i, height) * width + x];
        }
        to[y * width + x] = sum;
      }
    }
  }

  /// Beyond the border the picture is mirrored, without its last row twice; as often as it takes.
  private static int mirrored(int i, int n) {
    int period = Math.max(1, 2 * (n - 1));
    int within = Math.floorMod(i, period);
    return within < n ? within : period - within;
  }

  private static float[] bell() {
    float[] bell = new float[REACH + 1];
    for (int i = 0; i <= REACH; i++) {
      bell[i] = (float) StrictMath.exp(-i * i / (2 * SIGMA * SIGMA));
    }
    return bell;
  }
}
