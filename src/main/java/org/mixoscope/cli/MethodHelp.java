package org.mixoscope.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.method.Settings;
import picocli.CommandLine.Model.OptionSpec;

/// What the help says of methods and their parameters.
final class MethodHelp {
  /// The key of what is said of the method itself.
  static final String METHOD = "method";

  private static final String PARAMETER = "parameter.";

  private MethodHelp() {}

  /// What is said of options with these keys. Put together when the help is shown: a command that
  /// does something needs none of it.
  static ResourceBundle descriptions() {
    Map<String, Supplier<String>> texts = new HashMap<>();
    for (MethodType type : MethodType.all()) {
      texts.put(METHOD + "." + texts.size(), () -> type.id() + ": " + said("method." + type.id()));
    }
    texts.put(
        METHOD + "." + texts.size(), () -> "The default is cutmix, or mask if there is a --mask.");
    for (MethodType type : MethodType.all()) {
      for (Parameter<?> parameter : type.parameters()) {
        texts.put(PARAMETER + parameter.id(), () -> description(parameter.id()));
      }
    }
    return new ResourceBundle() {
      @Override
      protected @Nullable Object handleGetObject(String key) {
        Supplier<String> text = texts.get(key);
        return text == null ? null : text.get();
      }

      @Override
      public Enumeration<String> getKeys() {
        return Collections.enumeration(texts.keySet());
      }
    };
  }

  private static String said(String key) {
    return CommandTexts.of("methods").getString(key);
  }

  /// The option of a parameter; as text, since methods may bound it in different ways.
  static OptionSpec option(String id) {
    Parameter<?> parameter = parameters(id).findFirst().orElseThrow();
    OptionSpec.Builder option = OptionSpec.builder("--" + id).descriptionKey(PARAMETER + id);
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
    return said(PARAMETER + id) + " " + methods;
  }

  private static <T> String initial(Parameter<T> parameter) {
    return MixReport.value(parameter, Settings.INITIAL);
  }

  private static Stream<Parameter<?>> parameters(String id) {
    return MethodType.all().stream()
        .flatMap(type -> type.parameters().stream())
        .filter(parameter -> parameter.id().equals(id));
  }
}
