package org.mixoscope.app.train;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.kernel.batch.Policy;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.lab.study.Mixings;

/// How one of the networks side by side has its batches mixed.
///
/// @param method null for not at all
/// @param probability that a sample is mixed, within [0, 1]
record LabRun(@Nullable Method method, double probability) {
  private static final int PERCENT = 100;

  /// The run that is not mixed.
  static final LabRun NONE = new LabRun(null, 1);

  /// Every sample is mixed.
  static LabRun of(Method method) {
    return new LabRun(method, 1);
  }

  /// The name of its method, `none` for the run without.
  String id() {
    return method == null ? Mixings.NONE : method.type().id();
  }

  /// With another kind of method, which takes over what both have.
  ///
  /// @param id `none` for not at all
  LabRun choose(String id) {
    if (id.equals(Mixings.NONE)) {
      return new LabRun(null, probability);
    }
    MethodType type = MethodType.of(id);
    return new LabRun(method == null ? type.initial() : type.like(method), probability);
  }

  LabRun with(Method other) {
    return new LabRun(other, probability);
  }

  LabRun withProbability(double other) {
    return new LabRun(method, other);
  }

  /// How batches are mixed; null for not at all.
  ///
  /// @throws IllegalArgumentException if the probability is out of its range
  @Nullable Policy policy() {
    return method == null ? null : Policy.of(method).withProbability(probability);
  }

  /// What people call it: `Mixup α 0.2`.
  String name(Messages messages) {
    return name(key -> messages.get(key));
  }

  /// Likewise, in some language.
  ///
  /// @param words the text of a key
  String name(UnaryOperator<String> words) {
    if (method == null) {
      return words.apply("train.none");
    }
    Parameter<?> alpha = method.type().parameter("alpha");
    String name = words.apply("method." + method.type().id());
    String strength = alpha == null ? "" : " " + alpha.symbol() + " " + text(alpha, method);
    String share = probability == 1 ? "" : ", " + Math.round(PERCENT * probability) + " %";
    return name + strength + share;
  }

  private static <T> String text(Parameter<T> parameter, Method method) {
    return parameter.format(method.settings().get(parameter)).replaceFirst("\\.0$", "");
  }
}
