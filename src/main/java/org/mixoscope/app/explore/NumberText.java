package org.mixoscope.app.explore;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.Measure;
import org.mixoscope.image.Conversion;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// Numbers of pixels as people read them.
final class NumberText {
  private static final double MOST_DIGITS = 1e7;
  private static final double FEWEST_DIGITS = 1e-4;

  private NumberText() {}

  /// A pixel: of more than eight bits what its numbers stand for, with the unit, as they would be
  /// written.
  ///
  /// @param measure null of eight bits
  /// @param pixel 1×1
  static String of(@Nullable Measure measure, Pixels pixel) {
    if (measure == null) {
      Pixels rgb = Conversion.to(PixelKind.RGB8, pixel);
      return IntStream.range(0, rgb.channels())
          .mapToObj(c -> String.format(Locale.ROOT, "%3d", (int) rgb.valueAt(0, 0, c)))
          .collect(Collectors.joining(" "));
    }
    String numbers =
        IntStream.range(0, pixel.channels())
            .mapToObj(c -> of(measure.scale().of(measure.type().nearest(pixel.number(c)))))
            .map(number -> String.format(Locale.ROOT, "%6s", number))
            .collect(Collectors.joining(" "));
    return measure.unit().isEmpty() ? numbers : numbers + " " + measure.unit();
  }

  /// Whole numbers in full, others with six digits.
  static String of(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e12) {
      return Long.toString((long) value).replace('-', '−');
    }
    double size = Math.abs(value);
    if (size >= MOST_DIGITS || size < FEWEST_DIGITS) {
      return String.format(Locale.ROOT, "%.3e", value).replaceFirst("^-", "−");
    }
    int digits = Math.max(0, 5 - (int) Math.floor(Math.log10(size)));
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    String plain = text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    return plain.replace('-', '−');
  }
}
