package org.mixoscope.app.ui;

import java.text.Normalizer;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.mixoscope.kernel.RefusedException;

/// TypedNumber as people type them: with a point or a comma, and in the wide digits of an input
/// method. All of them throw a [RefusedException] that says why a text is not taken.
public final class TypedNumber {
  // Java itself would also take 0x1p3, 1d and NaN.
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");

  private TypedNumber() {}

  /// Any number.
  public static double of(String typed) {
    String plain = plain(typed).replace(',', '.');
    if (!NUMBER.matcher(plain).matches()) {
      throw new RefusedException(TypedReason.NO_NUMBER.of(typed));
    }
    return Double.parseDouble(plain);
  }

  /// A whole number.
  public static long whole(String typed) {
    String plain = plain(typed);
    try {
      if (WHOLE.matcher(plain).matches()) {
        return Long.parseLong(plain);
      }
    } catch (NumberFormatException _) {
      // It has more digits than a long.
    }
    throw new RefusedException(TypedReason.NOT_WHOLE.of(typed));
  }

  /// Takes what is within [0, 1].
  public static DoubleConsumer within01(DoubleConsumer take) {
    return value -> {
      if (!(value >= 0 && value <= 1)) {
        throw new RefusedException(TypedReason.NOT_WITHIN.of(shown(value), "0", "1"));
      }
      take.accept(value);
    };
  }

  /// Takes numbers within [0, most].
  public static Consumer<String> upTo(double most, DoubleConsumer take) {
    return typed -> {
      double value = of(typed);
      if (!(value >= 0 && value <= most)) {
        throw new RefusedException(TypedReason.NOT_WITHIN.of(typed, "0", shown(most)));
      }
      take.accept(value);
    };
  }

  /// Takes numbers within [0, end).
  public static Consumer<String> below(double end, DoubleConsumer take) {
    return typed -> {
      double value = of(typed);
      if (!(value >= 0 && value < end)) {
        throw new RefusedException(TypedReason.NOT_BELOW.of(typed, "0", shown(end)));
      }
      take.accept(value);
    };
  }

  /// Takes finite numbers above 0.
  public static Consumer<String> above0(DoubleConsumer take) {
    return typed -> {
      double value = of(typed);
      if (!(value > 0 && Double.isFinite(value))) {
        throw new RefusedException(TypedReason.NOT_POSITIVE.of(typed));
      }
      take.accept(value);
    };
  }

  /// Takes whole numbers within [least, most].
  public static Consumer<String> whole(long least, long most, LongConsumer take) {
    return typed -> {
      long value = whole(typed);
      if (value < least || value > most) {
        throw new RefusedException(
            TypedReason.NOT_WHOLE_WITHIN.of(typed, Long.toString(least), Long.toString(most)));
      }
      take.accept(value);
    };
  }

  private static String plain(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
  }

  private static String shown(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }
}
