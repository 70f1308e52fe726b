package org.mixoscope.recipe;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.profile.Profile;

/// Reads the text of an axis.
final class AxisText {
  private static final String ALL = "all";
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,18}");
  private static final Parameter.Real LAMBDA = Parameter.Real.within("lambda", "λ", 0.5, 0, 1);

  /// Steps of a range need no more digits.
  private static final int DECIMALS = 6;

  private AxisText() {}

  static Axis parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new RefusedException(SheetReason.NO_AXIS.of(text.strip()));
    }
    String name = text.substring(0, equals).strip();
    List<String> values = split(name, text.substring(equals + 1));
    Axis axis =
        switch (name) {
          case "lambda" -> new Axis.Lambda(reals(LAMBDA, values));
          case "seed" ->
              new Axis.Origin(Axis.Origin.Part.SEED, wholes(name, values, Long.MIN_VALUE));
          case "draw" -> new Axis.Origin(Axis.Origin.Part.DRAW, wholes(name, values, 0));
          case "method" -> new Axis.Method(known(values, MethodType.all(), MethodType::of));
          case "profile" -> new Axis.Framework(known(values, Profile.all(), Profile::of));
          default -> value(name, values);
        };
    requireCount(name, axis.size());
    return axis;
  }

  private static List<String> split(String name, String values) {
    List<String> parts = Arrays.stream(values.split(",", -1)).map(String::strip).toList();
    if (parts.contains("")) {
      throw new RefusedException(SheetReason.VALUE_MISSING.of(name, values.strip()));
    }
    return parts;
  }

  private static <T> List<T> known(List<String> texts, List<T> all, Function<String, T> named) {
    return texts.equals(List.of(ALL)) ? all : texts.stream().map(named).toList();
  }

  private static Axis.Value value(String name, List<String> texts) {
    List<Parameter<?>> parameters = parameters(name);
    Parameter<?> first = parameters.getFirst();
    List<String> expanded =
        switch (first) {
          case Parameter.Real real -> expand(real, texts);
          case Parameter.Whole whole -> expand(whole, texts);
          case Parameter.Flag _ -> texts.equals(List.of(ALL)) ? List.of("true", "false") : texts;
          case Parameter.Choice<?> choice ->
              texts.equals(List.of(ALL)) ? choice.values().stream().map(Named::id).toList() : texts;
        };
    expanded.forEach(text -> requireTaken(parameters, text));
    return new Axis.Value(first, expanded);
  }

  /// The parameters of this name, of whichever methods.
  private static List<Parameter<?>> parameters(String name) {
    List<Parameter<?>> found = new ArrayList<>();
    for (MethodType type : MethodType.all()) {
      for (Parameter<?> parameter : type.parameters()) {
        if (parameter.id().equals(name)) {
          found.add(parameter);
        }
      }
    }
    if (found.isEmpty()) {
      String known =
          MethodType.all().stream()
              .flatMap(type -> type.parameters().stream())
              .map(parameter -> parameter.id())
              .distinct()
              .collect(Collectors.joining(", "));
      throw new RefusedException(SheetReason.UNKNOWN_VARIABLE.of(name, known));
    }
    return found;
  }

  /// The first method that takes a value decides; if none does, its message says what is wrong.
  private static void requireTaken(List<Parameter<?>> parameters, String text) {
    IllegalArgumentException refusal = null;
    for (Parameter<?> parameter : parameters) {
      try {
        parameter.parse(text);
        return;
      } catch (IllegalArgumentException e) {
        refusal = refusal == null ? e : refusal;
      }
    }
    if (refusal != null) {
      throw refusal;
    }
  }

  private static List<Double> reals(Parameter.Real parameter, List<String> texts) {
    return expand(parameter, texts).stream().map(parameter::parse).toList();
  }

  /// Single values and ranges `from:to:count`.
  private static List<String> expand(Parameter.Real parameter, List<String> texts) {
    return texts.stream().flatMap(text -> range(parameter, text)).toList();
  }

  private static Stream<String> range(Parameter.Real parameter, String text) {
    List<String> parts = List.of(text.split(":", -1));
    if (parts.size() == 1) {
      return Stream.of(text);
    }
    String name = parameter.id();
    if (parts.size() != 3 || !WHOLE.matcher(parts.get(2)).matches()) {
      throw new RefusedException(SheetReason.NO_STEPS.of(name, text));
    }
    BigDecimal from = BigDecimal.valueOf(parameter.parse(parts.get(0)));
    BigDecimal to = BigDecimal.valueOf(parameter.parse(parts.get(1)));
    long count = Long.parseLong(parts.get(2));
    requireCount(name, count);
    if (count < 2) {
      throw new RefusedException(SheetReason.TOO_FEW_STEPS.of(name, text));
    }
    BigDecimal width = to.subtract(from);
    return LongStream.range(0, count)
        .mapToObj(
            k ->
                from.add(
                    width
                        .multiply(BigDecimal.valueOf(k))
                        .divide(BigDecimal.valueOf(count - 1), MathContext.DECIMAL64)))
        .map(value -> value.setScale(DECIMALS, RoundingMode.HALF_EVEN).stripTrailingZeros())
        .map(BigDecimal::toPlainString);
  }

  private static List<String> expand(Parameter.Whole parameter, List<String> texts) {
    return wholes(parameter.id(), texts, parameter.low()).stream().map(String::valueOf).toList();
  }

  /// Single numbers and ranges `from:to`.
  private static List<Long> wholes(String name, List<String> texts, long least) {
    List<Long> numbers = new ArrayList<>();
    for (String text : texts) {
      List<String> parts = List.of(text.split(":", -1));
      if (parts.size() > 2) {
        throw new RefusedException(SheetReason.NO_RANGE.of(name, text));
      }
      long from = whole(name, text, parts.getFirst());
      long to = whole(name, text, parts.getLast());
      if (to < from) {
        throw new RefusedException(SheetReason.FALLING_RANGE.of(name, text));
      }
      if (from < least) {
        throw new RefusedException(KernelReason.TOO_SMALL.of(name, text, least));
      }
      requireCount(name, to - from + 1);
      LongStream.rangeClosed(from, to).forEach(numbers::add);
    }
    return numbers;
  }

  private static long whole(String name, String text, String part) {
    if (!WHOLE.matcher(part.strip()).matches()) {
      throw new RefusedException(SheetReason.NOT_WHOLE_NUMBERS.of(name, text));
    }
    return Long.parseLong(part.strip());
  }

  private static void requireCount(String name, long count) {
    if (count > Axis.MOST_VALUES) {
      throw new RefusedException(SheetReason.TOO_MANY_VALUES.of(name, count, Axis.MOST_VALUES));
    }
  }
}
