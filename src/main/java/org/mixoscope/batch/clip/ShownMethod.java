package org.mixoscope.batch.clip;

import java.util.List;
import java.util.regex.Pattern;
import org.mixoscope.batch.DocumentReason;
import org.mixoscope.kernel.Named;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.method.Settings;

/// A method as Java shows it, `CutMix[alpha=1.0, rule=LEGACY, correctLambda=true]`: all that
/// `run.json` of clips said of it at first. Its values come in the order of its parameters.
final class ShownMethod {
  private static final Pattern VALUE = Pattern.compile("\\w+=([^,\\]]*)");

  private ShownMethod() {}

  /// @throws RefusedException if no method is shown so
  static Method read(String text) {
    String name = text.replaceFirst("\\[.*", "");
    List<String> values = VALUE.matcher(text).results().map(found -> found.group(1)).toList();
    return MethodType.all().stream()
        .filter(type -> type.initial().getClass().getSimpleName().equals(name))
        .filter(type -> type.parameters().size() == values.size())
        .map(type -> made(type, values))
        .filter(method -> method.toString().equals(text))
        .findFirst()
        .orElseThrow(() -> new RefusedException(DocumentReason.SHOWN_METHOD.of(text)));
  }

  private static Method made(MethodType type, List<String> values) {
    Settings settings = Settings.INITIAL;
    for (int i = 0; i < values.size(); i++) {
      settings = with(settings, type.parameters().get(i), values.get(i));
    }
    return type.make(settings);
  }

  private static <T> Settings with(Settings settings, Parameter<T> parameter, String shown) {
    return parameter instanceof Parameter.Choice<?> choice
        ? settings.withText(parameter, id(choice, shown))
        : settings.withText(parameter, shown);
  }

  private static <E extends Enum<E> & Named> String id(Parameter.Choice<E> choice, String shown) {
    return choice.values().stream()
        .filter(value -> value.toString().equals(shown))
        .map(choice::format)
        .findFirst()
        .orElse(shown);
  }
}
