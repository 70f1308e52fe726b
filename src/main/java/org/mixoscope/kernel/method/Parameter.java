package org.mixoscope.kernel.method;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.RefusedException;

/// A hyperparameter as a method describes it: sliders, options, recipes and range checks are all
/// made from this.
///
/// @param <T> the type of its values
public sealed interface Parameter<T> {
  /// Its name on the command line, in recipes and message bundles: lower-case words with hyphens.
  String id();

  /// Its sign in formulas, such as α; empty if it has none.
  String symbol();

  /// The value where none is chosen.
  T initial();

  /// The class of its values.
  Class<T> type();

  /// Whether a value is in range.
  boolean accepts(T value);

  /// Reads a value, in any locale alike.
  ///
  /// @throws IllegalArgumentException if the text is no such value: `alpha = x: must be …`
  T parse(String text);

  /// The text that [#parse] reads back.
  default String format(T value) {
    return value.toString();
  }

  /// @return the same value
  /// @throws IllegalArgumentException if it is out of range; the message names the parameter
  default T require(T value) {
    if (!accepts(value)) {
      throw refused(this, value);
    }
    return value;
  }

  /// A real number.
  ///
  /// @param low smallest value, or the bound below all values if `above`
  /// @param high largest value; infinity for none
  /// @param above whether `low` itself is too small
  /// @param slider the part of the range that a slider covers
  record Real(
      String id, String symbol, Double initial, double low, double high, boolean above, Span slider)
      implements Parameter<Double> {
    // Java itself would also take 0x1p3, 1d and NaN.
    private static final Pattern NUMBER =
        Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    /// Any number within [low, high].
    public static Real within(String id, String symbol, double initial, double low, double high) {
      return new Real(id, symbol, initial, low, high, false, new Span(low, high, false));
    }

    /// A finite number above 0.
    public static Real positive(String id, String symbol, double initial, Span slider) {
      return new Real(id, symbol, initial, 0, Double.POSITIVE_INFINITY, true, slider);
    }

    /// α of a Beta or Dirichlet distribution.
    public static Real alpha(double initial) {
      return positive("alpha", "α", initial, new Span(0.05, 32, true));
    }

    /// Checks the two ends of a range.
    ///
    /// @throws RefusedException if one is not accepted, or the lower is above the upper
    static void requireOrdered(Real lower, double least, Real upper, double most) {
      lower.require(least);
      upper.require(most);
      if (least > most) {
        throw new RefusedException(KernelReason.WRONG_ORDER.of(lower.id, least, upper.id, most));
      }
    }

    @Override
    public Class<Double> type() {
      return Double.class;
    }

    @Override
    public boolean accepts(Double value) {
      return (above ? value > low : value >= low) && value <= high && Double.isFinite(value);
    }

    @Override
    public Double parse(String text) {
      String stripped = text.strip();
      if (!NUMBER.matcher(stripped).matches()) {
        throw new RefusedException(KernelReason.NOT_A_NUMBER.of(id, text));
      }
      return require(Double.parseDouble(stripped));
    }

    private static String plain(double value) {
      return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : value + "";
    }
  }

  /// Where the ends of a slider are.
  ///
  /// @param low value at its left end
  /// @param high value at its right end
  /// @param logarithmic whether equal steps are equal ratios
  record Span(double low, double high, boolean logarithmic) {}

  /// A whole number within [low, high].
  record Whole(String id, String symbol, Integer initial, int low, int high)
      implements Parameter<Integer> {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,9}");

    @Override
    public Class<Integer> type() {
      return Integer.class;
    }

    @Override
    public boolean accepts(Integer value) {
      return value >= low && value <= high;
    }

    @Override
    public Integer parse(String text) {
      String stripped = text.strip();
      if (!NUMBER.matcher(stripped).matches()) {
        throw refused(this, text);
      }
      return require(Integer.parseInt(stripped));
    }
  }

  /// One of several named values.
  record Choice<E extends Enum<E> & Named>(String id, E initial) implements Parameter<E> {
    @Override
    public String symbol() {
      return "";
    }

    @Override
    public Class<E> type() {
      return initial.getDeclaringClass();
    }

    /// All values, in their order.
    public List<E> values() {
      return List.of(type().getEnumConstants());
    }

    @Override
    public boolean accepts(E value) {
      return true;
    }

    @Override
    public E parse(String text) {
      return values().stream()
          .filter(value -> value.id().equals(text.strip()))
          .findFirst()
          .orElseThrow(() -> refused(this, text));
    }

    @Override
    public String format(E value) {
      return value.id();
    }
  }

  /// Yes or no.
  record Flag(String id, Boolean initial) implements Parameter<Boolean> {
    @Override
    public String symbol() {
      return "";
    }

    @Override
    public Class<Boolean> type() {
      return Boolean.class;
    }

    @Override
    public boolean accepts(Boolean value) {
      return true;
    }

    @Override
    public Boolean parse(String text) {
      return switch (text.strip()) {
        case "true" -> true;
        case "false" -> false;
        default -> throw refused(this, text);
      };
    }
  }

  private static IllegalArgumentException refused(Parameter<?> parameter, Object value) {
    String id = parameter.id();
    return new RefusedException(
        switch (parameter) {
          case Real real when real.above() -> KernelReason.NOT_POSITIVE.of(id, value);
          case Real real ->
              KernelReason.OUT_OF_RANGE.of(
                  id, value, Real.plain(real.low()), Real.plain(real.high()));
          case Whole whole -> KernelReason.NOT_WHOLE.of(id, value, whole.low(), whole.high());
          case Choice<?> choice -> {
            List<String> ids = choice.values().stream().map(Named::id).toList();
            String allButLast = String.join(", ", ids.subList(0, ids.size() - 1));
            yield KernelReason.NO_SUCH_VALUE.of(id, value, allButLast, ids.getLast());
          }
          case Flag _ -> KernelReason.NO_SUCH_VALUE.of(id, value, true, false);
        });
  }
}
