package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;

/// The mixing rule written down pixel by pixel, as an oracle for the fast loops. It does its own
/// indexing, decides by itself who owns a pixel, and does uint16 and linear light in double
/// precision.
final class NaiveMixer {
  /// Levels of uint8 that the kernel's float32 arithmetic may be off before rounding, and of uint16
  /// its float64.
  private static final double LEVEL_ERROR = 2e-4;

  private static final double FINE_LEVEL_ERROR = 1e-6;

  private static final double FLOAT_ERROR = 2e-6;

  private NaiveMixer() {}

  /// What is wrong with a mix, else an empty text: stored values and copies must be exact; linear
  /// light may be off where float32 arithmetic cannot tell two neighbours apart. What a patch of
  /// another size shows is taken as given.
  static String complaint(
      Composition composition, Blending blending, List<Pixels> sources, Pixels mixed) {
    for (int c = 0; c < mixed.channels(); c++) {
      for (int y = 0; y < mixed.height(); y++) {
        for (int x = 0; x < mixed.width(); x++) {
          double[] weights = rounded(weights(composition, y, x), mixed.type());
          float[] values = new float[weights.length];
          for (int k = 0; k < weights.length; k++) {
            values[k] = value(composition, sources, k, y, x, c);
          }
          float actual = value(mixed, y, x, c);
          if (!accepted(weights, values, actual, mixed.type(), blending)) {
            return "%s %s, y %d, x %d, channel %d: %s from %s by %s"
                .formatted(
                    blending,
                    mixed,
                    y,
                    x,
                    c,
                    actual,
                    Arrays.toString(values),
                    Arrays.toString(weights));
          }
        }
      }
    }
    return "";
  }

  /// Weights as they are computed with: floats, but for uint16 and float64.
  private static double[] rounded(double[] weights, ElementType type) {
    return switch (type) {
      case UINT8, FLOAT32 -> Arrays.stream(weights).map(weight -> (float) weight).toArray();
      case UINT16, FLOAT64 -> weights;
    };
  }

  private static boolean accepted(
      double[] weights, float[] values, float actual, ElementType type, Blending blending) {
    for (int k = 0; k < weights.length; k++) {
      if (weights[k] == 1) {
        return actual == values[k];
      }
    }
    if (blending == Blending.SRGB) {
      return actual
          == switch (type) {
            case UINT8 -> Math.rint(singleSum(weights, values));
            case UINT16 -> Math.rint(doubleSum(weights, values));
            case FLOAT32 -> singleSum(weights, values);
            case FLOAT64 -> (float) doubleSum(weights, values);
          };
    }
    double exact = linear(weights, values, type.white());
    return switch (type) {
      case UINT8 -> isRounded(actual, exact, LEVEL_ERROR);
      case UINT16 -> isRounded(actual, exact, FINE_LEVEL_ERROR);
      case FLOAT32, FLOAT64 -> Math.abs(actual - exact) <= FLOAT_ERROR;
    };
  }

  private static float singleSum(double[] weights, float[] values) {
    float sum = 0;
    for (int k = 0; k < weights.length; k++) {
      float product = (float) weights[k] * values[k];
      sum = sum + product;
    }
    return sum;
  }

  private static double doubleSum(double[] weights, float[] values) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      double product = weights[k] * values[k];
      sum = sum + product;
    }
    return sum;
  }

  private static double linear(double[] weights, float[] values, double white) {
    double light = 0;
    for (int k = 0; k < weights.length; k++) {
      light += weights[k] * toLinear(values[k] / white);
    }
    return toEncoded(light) * white;
  }

  private static boolean isRounded(float actual, double exact, double error) {
    return actual == Math.rint(exact)
        || actual == Math.rint(exact - error)
        || actual == Math.rint(exact + error);
  }

  static double[] weights(Composition composition, int y, int x) {
    double[] weights = new double[composition.sources()];
    switch (composition) {
      case Blend blend -> {
        for (int k = 0; k < weights.length; k++) {
          weights[k] = blend.weights().get(k);
        }
      }
      case Patchwork patchwork -> weights[owner(patchwork, y, x).source()] = 1;
      case Matte matte -> {
        float left = 1;
        for (int k = 0; k < weights.length - 1; k++) {
          float weight = matte.planes().get(k)[y * matte.frame().width() + x];
          weights[k] = weight;
          left -= weight;
        }
        weights[weights.length - 1] = Math.max(0, left);
      }
    }
    return weights;
  }

  /// What source k shows at a place: in a patchwork what its patch takes there.
  private static float value(
      Composition composition, List<Pixels> sources, int k, int y, int x, int c) {
    Pixels source = sources.get(k);
    Patch patch =
        switch (composition) {
          case Patchwork patchwork -> owner(patchwork, y, x);
          case Matte matte -> matte.move(k);
          case Blend _ -> null;
        };
    if (patch == null || patch.source() != k || !patch.box().contains(x, y)) {
      return value(source, y, x, c);
    }
    Box box = patch.box();
    Box from = patch.from();
    if (from.width() == box.width() && from.height() == box.height()) {
      return value(source, from.y1() + y - box.y1(), from.x1() + x - box.x1(), c);
    }
    Frame size = new Frame(box.height(), box.width());
    return value(source.resized(from, size, patch.resampling()), y - box.y1(), x - box.x1(), c);
  }

  private static Patch owner(Patchwork patchwork, int y, int x) {
    Patch owner = patchwork.patches().getFirst();
    for (Patch patch : patchwork.patches()) {
      Box box = patch.box();
      if (box.x1() <= x && x < box.x2() && box.y1() <= y && y < box.y2()) {
        owner = patch;
      }
    }
    return owner;
  }

  private static float value(Pixels pixels, int y, int x, int c) {
    long index =
        pixels.layout() == Layout.HWC
            ? c + (long) pixels.channels() * (x + (long) pixels.width() * y)
            : x + (long) pixels.width() * (y + (long) pixels.height() * c);
    MemorySegment memory = pixels.memory();
    return switch (pixels.type()) {
      case UINT8 -> Byte.toUnsignedInt(memory.get(ValueLayout.JAVA_BYTE, index));
      case UINT16 -> Short.toUnsignedInt(memory.get(ValueLayout.JAVA_SHORT_UNALIGNED, 2 * index));
      case FLOAT32 -> memory.get(ValueLayout.JAVA_FLOAT_UNALIGNED, 4 * index);
      case FLOAT64 -> (float) memory.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, 8 * index);
    };
  }

  private static double toLinear(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
  }

  private static double toEncoded(double light) {
    return light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
  }
}
