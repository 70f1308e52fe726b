package org.mixoscope.figure;

import java.util.Locale;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.recipe.Axis;

/// The values of axes as people of a language read them.
public final class AxisWords {
  private final Words words;

  /// @param locale English, or Chinese
  public AxisWords(Locale locale) {
    words = new Words(locale);
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
