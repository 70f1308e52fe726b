package org.mixoscope.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.method.Settings;
import picocli.CommandLine.Model.OptionSpec;

/// What the help says of methods and their parameters.
final class MethodHelp {
  private static final ResourceBundle TEXTS = CommandTexts.of("methods");

  private MethodHelp() {}

  /// The option of a parameter; as text, since methods may bound it in different ways.
  static OptionSpec option(String id) {
    Parameter<?> parameter = parameters(id).findFirst().orElseThrow();
    OptionSpec.Builder option = OptionSpec.builder("--" + id).description(description(id));
    return switch (parameter) {
      case Parameter.Flag _ ->
          option.type(Boolean.class).arity("0").negatable(true).fallbackValue("true").build();
      case Parameter.Choice<?> _ -> option.type(String.class).paramLabel("NAME").build();
      case Parameter.Real _, Parameter.Whole _ ->
          option
              .type(String.class)
              .paramLabel(parameter.symbol().isEmpty() ? "N" : parameter.symbol())
              .build();
    };
  }

  /// What a parameter means, which methods have it, and where it starts.
  private static String description(String id) {
    Map<String, List<String>> defaults = new LinkedHashMap<>();
    for (MethodType type : MethodType.all()) {
      Parameter<?> parameter = type.parameter(id);
      if (parameter != null) {
        defaults.computeIfAbsent(initial(parameter), _ -> new ArrayList<>()).add(type.id());
      }
    }
    String methods =
        defaults.entrySet().stream()
            .map(e -> "%s for %s".formatted(e.getKey(), String.join(", ", e.getValue())))
            .collect(Collectors.joining("; ", "The default is ", "."));
    return TEXTS.getString("parameter." + id) + " " + methods;
  }

  private static <T> String initial(Parameter<T> parameter) {
    return MixReport.value(parameter, Settings.INITIAL);
  }

  private static Stream<Parameter<?>> parameters(String id) {
    return MethodType.all().stream()
        .flatMap(type -> type.parameters().stream())
        .filter(parameter -> parameter.id().equals(id));
  }

  /// What each method does, and the default.
  static String[] methods() {
    return Stream.concat(
            MethodType.all().stream()
                .map(type -> type.id() + ": " + TEXTS.getString("method." + type.id())),
            Stream.of("The default is cutmix, or mask if there is a --mask."))
        .toArray(String[]::new);
  }
}
