package org.mixoscope.figure;

import java.util.List;
import java.util.function.BinaryOperator;
import org.mixoscope.kernel.target.Instance;

/// What is written at an object.
public final class ObjectName {
  private ObjectName() {}

  /// "dog 43 %", and what a blend left of it, "dog 100 % × 0.70".
  ///
  /// @param names of the classes
  /// @param words the text of a key with a name filled in
  public static String of(Instance object, List<String> names, BinaryOperator<String> words) {
    String name = names.get(object.category());
    String said =
        object.crowd()
            ? words.apply("marks.crowd", name)
            : object.ignored() ? words.apply("marks.ignored", name) : name;
    String share = "%s %d %%".formatted(said, Math.max(1, Math.round(100 * object.visible())));
    return object.weight() < 1 ? "%s × %.2f".formatted(share, object.weight()) : share;
  }
}
