package org.mixoscope.app.compare;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.mixoscope.app.ui.Scale;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.recipe.Recipe;

/// The values that a variable is first shown at.
final class InitialValues {
  private static final int FEW = 8;
  private static final int AROUND = 2;

  private InitialValues() {}

  /// @param name of an axis
  /// @param recipe the one of the moment: seeds and draws go on from its own
  static String of(String name, Recipe recipe) {
    return switch (name) {
      case "method", "profile" -> "all";
      case "lambda" -> "0:1:5";
      case "alpha" -> "0.1,0.2,0.5,1,2,8";
      case "seed" -> recipe.seed() + ":" + (recipe.seed() + FEW - 1);
      case "draw" -> recipe.index() + ":" + (recipe.index() + FEW - 1);
      default -> ofParameter(parameter(name, recipe));
    };
  }

  private static Parameter<?> parameter(String name, Recipe recipe) {
    Parameter<?> own = recipe.method().type().parameter(name);
    return own != null
        ? own
        : MethodType.all().stream()
            .map(type -> type.parameter(name))
            .filter(Objects::nonNull)
            .map(found -> (Parameter<?>) found)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(name + ": no such parameter"));
  }

  private static String ofParameter(Parameter<?> parameter) {
    return switch (parameter) {
      case Parameter.Choice<?> _, Parameter.Flag _ -> "all";
      case Parameter.Whole whole ->
          Math.max(whole.low(), whole.initial() - AROUND)
              + ":"
              + Math.min(whole.high(), whole.initial() + AROUND);
      case Parameter.Real real -> {
        Scale scale = Scale.of(real);
        yield DoubleStream.of(0, 0.25, 0.5, 0.75, 1)
            .mapToObj(position -> scale.format(scale.valueAt(position)))
            .distinct()
            .collect(Collectors.joining(","));
      }
    };
  }
}
