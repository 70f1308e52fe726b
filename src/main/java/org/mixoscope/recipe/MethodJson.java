package org.mixoscope.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.method.Settings;

/// A method and its hyperparameters as JSON: its `type`, and a field for every parameter that this
/// has. The same in recipes and in jobs.
public final class MethodJson {
  private MethodJson() {}

  /// @param node to put it into. Modified
  public static void write(Method method, ObjectNode node) {
    node.put("type", method.type().id());
    method
        .type()
        .parameters()
        .forEach(parameter -> node.set(parameter.id(), value(parameter, method.settings())));
  }

  private static <T> JsonNode value(Parameter<T> parameter, Settings settings) {
    return switch (parameter) {
      case Parameter.Real real -> DoubleNode.valueOf(settings.get(real));
      case Parameter.Whole whole -> IntNode.valueOf(settings.get(whole));
      case Parameter.Flag flag -> BooleanNode.valueOf(settings.get(flag));
      case Parameter.Choice<?> _ -> TextNode.valueOf(parameter.format(settings.get(parameter)));
    };
  }

  /// @throws IllegalArgumentException if a field is missing, wrong or unknown
  public static Method read(Fields fields) {
    MethodType type = fields.choice("type", MethodType.all(), MethodType::id);
    Settings settings = Settings.INITIAL;
    for (Parameter<?> parameter : type.parameters()) {
      settings = read(parameter, fields, settings);
    }
    fields.requireNoOthers();
    return type.make(settings);
  }

  private static Settings read(Parameter<?> parameter, Fields fields, Settings settings) {
    String id = parameter.id();
    return switch (parameter) {
      case Parameter.Real real -> settings.with(real, fields.number(id));
      case Parameter.Whole whole -> settings.with(whole, fields.side(id));
      case Parameter.Flag flag -> settings.with(flag, fields.bool(id));
      case Parameter.Choice<?> choice -> settings.withText(choice, fields.text(id));
    };
  }
}
