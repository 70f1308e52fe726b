package org.mixoscope.image;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.mixoscope.image.Encoded.Samples;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// Which numbers are shown as grey: from `low`, which is black, to `high`, which is white, in a
/// straight line. What lies beyond is black or white, and what is no number black.
///
/// @param low black
/// @param high white; not below `low`. Where both are the same, all above is white, all else black
public record Window(double low, double high) {
  private static final int PERCENT = 100;

  /// @throws IllegalArgumentException if an end is not finite, or they are in the wrong order
  public Window {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
      throw new IllegalArgumentException("window = " + low + ", " + high + ": needs low ≤ high");
    }
  }

  /// By the middle of the numbers that are told apart and how many there are, as radiologists give
  /// them.
  ///
  /// @param width at least 1
  public static Window centred(double center, double width) {
    // From the middle of the first number to that of the last: DICOM PS3.3 C.11.2.1.2.
    return new Window(center - 0.5 - (width - 1) / 2, center - 0.5 + (width - 1) / 2);
  }

  /// From the least number in pictures to the largest. What is not finite has no say.
  ///
  /// @param scaled numbers and what they stand for. Not modified
  public static Window whole(List<Picture> scaled) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Picture picture : scaled) {
      for (long i = 0; i < picture.pixels().elements(); i++) {
        double value = picture.stored().scale().of(picture.pixels().number(i));
        if (Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    return low > high ? new Window(0, 0) : new Window(low, high);
  }

  /// Without the lowest and the highest percents, in which a few numbers that stand out would take
  /// all the greys.
  ///
  /// @param percent within [0, 50)
  public static Window within(double percent, List<Picture> scaled) {
    return within(
        percent,
        scaled.stream()
            .flatMapToDouble(
                picture ->
                    LongStream.range(0, picture.pixels().elements())
                        .mapToDouble(i -> picture.stored().scale().of(picture.pixels().number(i))))
            .filter(Double::isFinite)
            .toArray());
  }

  /// The same of values.
  ///
  /// @param sorted finite values. Modified: they are sorted
  public static Window within(double percent, double[] sorted) {
    if (sorted.length == 0) {
      return new Window(0, 0);
    }
    Arrays.parallelSort(sorted);
    return new Window(at(sorted, percent), at(sorted, PERCENT - percent));
  }

  /// Between two of them in a straight line.
  private static double at(double[] sorted, double percent) {
    double place = percent / PERCENT * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /// The grey of a value.
  ///
  /// @param white at least 1
  /// @return within [0, white], the nearest, half to even
  public int grey(double value, int white) {
    if (!(value > low)) {
      return 0;
    }
    return value >= high ? white : (int) Math.rint((value - low) / (high - low) * white);
  }

  /// A picture as it is shown.
  ///
  /// @param pixels HWC. Not modified
  /// @param scale what its numbers stand for
  /// @param type uint8 or uint16
  /// @return new HWC on the heap
  public Pixels shown(Pixels pixels, Scale scale, ElementType type) {
    Pixels shown = Samples.empty(pixels.frame(), new PixelKind(pixels.channels(), type));
    for (long i = 0; i < pixels.elements(); i++) {
      shown.put(i, grey(scale.of(pixels.number(i)), type.white()));
    }
    return shown;
  }
}
