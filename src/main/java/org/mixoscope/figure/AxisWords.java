package org.mixoscope.figure;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.recipe.Axis;

/// The values of axes as people of a language read them.
public final class AxisWords {
  private final ResourceBundle words;

  /// @param locale English, or Chinese
  public AxisWords(Locale locale) {
    // Names are those of the interface.
    words =
        ResourceBundle.getBundle(
            "org.mixoscope.app.ui.messages",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// An axis at value k.
  public String of(Axis axis, int k) {
    return switch (axis) {
      case Axis.Method method -> words.getString("method." + method.values().get(k).id());
      case Axis.Origin origin -> filled("axis." + origin.name() + ".at", origin.texts().get(k));
      case Axis.Value value when value.parameter() instanceof Parameter.Flag flag ->
          words.getString("parameter." + flag.id() + ".short") + ": " + value.texts().get(k);
      case Axis.Value _, Axis.Lambda _, Axis.Framework _ -> axis.caption(k);
    };
  }

  private String filled(String key, String value) {
    return new MessageFormat(words.getString(key), Locale.ROOT).format(new Object[] {value});
  }
}
