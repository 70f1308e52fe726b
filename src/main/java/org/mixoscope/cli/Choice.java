package org.mixoscope.cli;

import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// An option value that is one of a few names.
///
/// @param <T> what the names mean
abstract class Choice<T> implements ITypeConverter<T> {
  private final List<T> all;
  private final Function<T, String> name;

  Choice(T[] all, Function<T, String> name) {
    this(List.of(all), name);
  }

  Choice(List<T> all, Function<T, String> name) {
    this.all = all;
    this.name = name;
  }

  @Override
  public T convert(String text) {
    for (T value : all) {
      if (name.apply(value).equals(text)) {
        return value;
      }
    }
    throw new TypeConversionException("must be " + or(all.stream().map(name).toList()));
  }

  /// `a, b or c`.
  static String or(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.getFirst()
        : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
  }
}
