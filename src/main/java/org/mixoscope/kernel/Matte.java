package org.mixoscope.kernel;

import java.util.ArrayList;
import java.util.List;

/// A weight per pixel and source: soft masks, thresholded fields, drawn pictures.
///
/// @param frame the frame
/// @param planes the weights of every source but the last, row-major, height · width each, within
///   [0, 1]; the last source gets what they leave. The arrays are shared, not copied: whoever hands
///   them over must not change them any more
public record Matte(Frame frame, List<float[]> planes) implements Composition {
  private static final float TOLERANCE = 1e-6f;

  /// @throws IllegalArgumentException if a plane has another size, or weights leave [0, 1]
  public Matte {
    planes = List.copyOf(planes);
    for (float[] plane : planes) {
      if (plane.length != frame.pixels()) {
        throw new IllegalArgumentException(
            "plane of %d weights: %s needs %d".formatted(plane.length, frame, frame.pixels()));
      }
    }
    float[][] weights = planes.toArray(float[][]::new); // no iterator per pixel
    for (int pixel = 0; pixel < frame.pixels(); pixel++) {
      float rest = 1;
      for (float[] plane : weights) {
        Require.unit("weight", plane[pixel]);
        rest -= plane[pixel];
      }
      if (rest < -TOLERANCE) {
        throw new IllegalArgumentException("weights of pixel " + pixel + ": sum to more than 1");
      }
    }
  }

  @Override
  public int sources() {
    return planes.size() + 1;
  }

  @Override
  public double weightAt(int source, int y, int x) {
    int pixel = y * frame.width() + x;
    return source < planes.size() ? planes.get(source)[pixel] : rest(pixel);
  }

  @Override
  public List<Double> shares() {
    List<Double> shares = new ArrayList<>();
    double rest = 1;
    for (float[] plane : planes) {
      double sum = 0;
      for (float weight : plane) {
        sum += weight;
      }
      double share = sum / plane.length;
      shares.add(share);
      rest -= share;
    }
    shares.add(Math.max(0, rest));
    return List.copyOf(shares);
  }

  private float rest(int pixel) {
    float rest = 1;
    for (float[] plane : planes) {
      rest -= plane[pixel];
    }
    return Math.max(0, rest);
  }
}
