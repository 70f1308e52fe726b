package org.mixoscope.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A weight per pixel and source: soft masks, thresholded fields, drawn pictures.
///
/// @param frame the frame
/// @param planes the weights of every source but the last, row-major, height · width each, within
///   [0, 1]; the last source gets what they leave. The arrays are shared, not copied: whoever hands
///   them over must not change them any more
/// @param shares the mean weight of every source; of a matte that stands for a larger one, those of
///   the larger
/// @param moved what is not weighed where it is: at most one patch for a source, which has no
///   weight outside of the patch's box
public record Matte(Frame frame, List<float[]> planes, List<Double> shares, List<Patch> moved)
    implements Composition {
  private static final float TOLERANCE = 1e-6f;

  /// With the means of its weights as shares.
  ///
  /// @throws IllegalArgumentException if a plane has another size, or weights leave [0, 1]
  public Matte(Frame frame, List<float[]> planes) {
    this(frame, planes, means(planes));
  }

  /// Of sources that lie where they are.
  ///
  /// @throws IllegalArgumentException if a plane has another size, weights leave [0, 1], or there
  ///   is not one share for each source
  public Matte(Frame frame, List<float[]> planes, List<Double> shares) {
    this(frame, planes, shares, List.of());
  }

  /// @throws IllegalArgumentException if a plane has another size, weights leave [0, 1], there is
  ///   not one share for each source, or a source is moved to where it has weight outside
  public Matte {
    planes = List.copyOf(planes);
    shares = List.copyOf(shares);
    moved = List.copyOf(moved);
    if (shares.size() != planes.size() + 1) {
      throw new IllegalArgumentException(
          "shares = %s: needs one for each of %d sources".formatted(shares, planes.size() + 1));
    }
    for (float[] plane : planes) {
      if (plane.length != frame.pixels()) {
        throw new IllegalArgumentException(
            "plane of %d weights: %s needs %d".formatted(plane.length, frame, frame.pixels()));
      }
    }
    if (planes.size() != 1 || !isUnit(planes.getFirst())) {
      require(planes.toArray(float[][]::new), frame.pixels());
    }
    for (Patch patch : moved) {
      requireInside(patch, frame, planes);
    }
  }

  private static void requireInside(Patch patch, Frame frame, List<float[]> planes) {
    Box box = patch.box();
    boolean inside = box.equals(box.clip(frame)) && patch.from().equals(patch.from().clip(frame));
    if (!inside || patch.source() > planes.size()) {
      throw new IllegalArgumentException(
          "%s: needs a source up to %d and boxes inside %s".formatted(patch, planes.size(), frame));
    }
    if (box.equals(Box.of(frame))) {
      return;
    }
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        if (!box.contains(x, y) && weight(planes, patch.source(), y * frame.width() + x) != 0) {
          throw new IllegalArgumentException(
              "%s: has weight at x = %d, y = %d, outside of it".formatted(patch, x, y));
        }
      }
    }
  }

  /// The same weights, of sources of which some are moved first.
  ///
  /// @throws IllegalArgumentException if one has weight outside of where it is moved to
  public Matte moving(List<Patch> patches) {
    return new Matte(frame, planes, shares, patches);
  }

  /// How a source gets to where it is weighed; null for one that lies there already.
  public @Nullable Patch move(int source) {
    for (Patch patch : moved) {
      if (patch.source() == source) {
        return patch;
      }
    }
    return null;
  }

  /// The same weights, standing for those of a larger frame.
  ///
  /// @param larger the shares there
  public Matte standingFor(List<Double> larger) {
    return new Matte(frame, planes, larger, moved);
  }

  /// The weights of one pixel, as a matte of its own, of sources that are moved already.
  ///
  /// @throws IndexOutOfBoundsException if the pixel is not there
  public Matte at(int y, int x) {
    Objects.checkIndex(y, frame.height());
    int pixel = y * frame.width() + Objects.checkIndex(x, frame.width());
    return new Matte(
        new Frame(1, 1), planes.stream().map(plane -> new float[] {plane[pixel]}).toList());
  }

  @Override
  public int sources() {
    return planes.size() + 1;
  }

  @Override
  public double weightAt(int source, int y, int x) {
    return weight(planes, source, y * frame.width() + x);
  }

  private static float weight(List<float[]> planes, int source, int pixel) {
    if (source < planes.size()) {
      return planes.get(source)[pixel];
    }
    float rest = 1;
    // Without an iterator: this is asked for every pixel.
    for (int k = 0; k < planes.size(); k++) {
      rest -= planes.get(k)[pixel];
    }
    return Math.max(0, rest);
  }

  /// Whether all weights are within [0, 1]. Unlike [#require] the loop vectorises; what is no
  /// number makes both ends none.
  private static boolean isUnit(float[] plane) {
    float low = 1;
    float high = 0;
    for (float weight : plane) {
      low = Math.min(low, weight);
      high = Math.max(high, weight);
    }
    return low >= 0 && high <= 1;
  }

  private static void require(float[][] planes, long pixels) {
    for (int pixel = 0; pixel < pixels; pixel++) {
      float rest = 1;
      for (float[] plane : planes) {
        Require.unit("weight", plane[pixel]);
        rest -= plane[pixel];
      }
      if (rest < -TOLERANCE) {
        throw new IllegalArgumentException("weights of pixel " + pixel + ": sum to more than 1");
      }
    }
  }

  private static List<Double> means(List<float[]> planes) {
    List<Double> means = new ArrayList<>();
    double rest = 1;
    for (float[] plane : planes) {
      double share = sum(plane) / plane.length;
      means.add(share);
      rest -= share;
    }
    means.add(Math.max(0, rest));
    return means;
  }

  /// Four sums side by side: one would wait for itself.
  private static double sum(float[] plane) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int end = plane.length - plane.length % 4;
    for (int i = 0; i < end; i += 4) {
      first += plane[i];
      second += plane[i + 1];
      third += plane[i + 2];
      fourth += plane[i + 3];
    }
    for (int i = end; i < plane.length; i++) {
      first += plane[i];
    }
    return first + second + (third + fourth);
  }
}
