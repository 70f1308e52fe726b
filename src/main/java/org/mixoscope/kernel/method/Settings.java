package org.mixoscope.kernel.method;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// Values of hyperparameters; what is not set has its initial value.
///
/// @param values each of its parameter's type
public record Settings(Map<Parameter<?>, Object> values) {
  /// Everything at its initial value.
  public static final Settings INITIAL = new Settings(Map.of());

  /// Keeps a copy.
  public Settings {
    values = Map.copyOf(values);
  }

  /// The value of a parameter.
  public <T> T get(Parameter<T> parameter) {
    return parameter
        .type()
        .cast(Objects.requireNonNullElse(values.get(parameter), parameter.initial()));
  }

  /// The same with one value set.
  ///
  /// @throws IllegalArgumentException if the value is out of the parameter's range
  public <T> Settings with(Parameter<T> parameter, T value) {
    Map<Parameter<?>, Object> changed = new HashMap<>(values);
    changed.put(parameter, parameter.require(value));
    return new Settings(changed);
  }

  /// The same with one value set from a text.
  ///
  /// @throws IllegalArgumentException if the text is no such value
  public <T> Settings withText(Parameter<T> parameter, String text) {
    return with(parameter, parameter.parse(text));
  }
}
