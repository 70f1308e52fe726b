package org.mixoscope.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.recipe.Axis;
import org.mixoscope.recipe.Sheet;
import org.mixoscope.recipe.SheetReason;

/// The values of axes as people of a language read them.
public final class AxisWords {
  private final Words words;

  /// @param locale English, or Chinese
  public AxisWords(Locale locale) {
    words = new Words(locale);
  }

  /// What is left out of a sheet, and why; empty for nothing. Values that are left out for the same
  /// parameter's sake are named together.
  public String of(List<Sheet.Omission> omitted) {
    if (omitted.isEmpty()) {
      return "";
    }
    Map<String, List<Sheet.Omission>> alike =
        omitted.stream()
            .collect(
                Collectors.groupingBy(
                    one -> reason(one.why()), LinkedHashMap::new, Collectors.toList()));
    String parts =
        alike.entrySet().stream()
            .map(
                entry ->
                    words.get(
                        "sheet.omitted.part",
                        entry.getValue().stream()
                            .map(one -> of(one.axis(), one.k()))
                            .collect(Collectors.joining(words.get("sheet.omitted.and"))),
                        entry.getKey()))
            .collect(Collectors.joining(words.get("sheet.omitted.then")));
    return words.get("sheet.omitted", parts);
  }

  /// That a method lacks a parameter is said without its name, which stands before.
  private String reason(Objection why) {
    return why.reason() == SheetReason.NO_SUCH_PARAMETER
        ? words.get("sheet.omitted.parameter", why.details().getFirst())
        : words.get(why);
  }

  /// An axis at value k.
  public String of(Axis axis, int k) {
    return switch (axis) {
      case Axis.Method method -> words.get("method." + method.values().get(k).id());
      case Axis.Origin origin -> words.get("axis." + origin.name() + ".at", origin.texts().get(k));
      case Axis.Value value when value.parameter() instanceof Parameter.Flag flag ->
          words.get("parameter." + flag.id() + ".short") + ": " + value.texts().get(k);
      case Axis.Value _, Axis.Lambda _, Axis.Framework _ -> axis.caption(k);
    };
  }
}
