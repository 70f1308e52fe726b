package org.mixoscope.app.compare;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.kernel.method.Trait;
import org.mixoscope.recipe.Axis;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Sheet;

/// What stands at the cells of a sheet, in the user's language.
final class Captions {
  private final Messages messages;

  Captions(Messages messages) {
    this.messages = messages;
  }

  /// An axis at value k.
  String of(Axis axis, int k) {
    return switch (axis) {
      case Axis.Method method -> messages.get("method." + method.values().get(k).id());
      case Axis.Origin origin ->
          messages.get("axis." + origin.name() + ".at", origin.texts().get(k));
      case Axis.Value value when value.parameter() instanceof Parameter.Flag flag ->
          messages.get("parameter." + flag.id() + ".short") + ": " + value.texts().get(k);
      case Axis.Value _, Axis.Lambda _, Axis.Framework _ -> axis.caption(k);
    };
  }

  /// Everything that makes a cell.
  String of(Sheet sheet, Sheet.Cell cell) {
    Axis down = sheet.down();
    String first = of(sheet.across(), cell.column());
    return down == null ? first : first + " · " + of(down, cell.row());
  }

  /// A cell in one line: what makes it, λ if it has one, λ̂, and its label.
  String details(Sheet sheet, Sheet.Cell cell, MixedSheet.@Nullable Label label) {
    String name = of(sheet, cell);
    Recipe recipe = cell.recipe();
    if (recipe == null || label == null) {
      return cell.refusal().isEmpty() ? name : name + " · " + cell.refusal();
    }
    String classes =
        IntStream.range(0, label.classes().size())
            .mapToObj(c -> label.classes().get(c) + " " + LabelBar.number(label.label().get(c)))
            .collect(Collectors.joining(", "));
    String lambda =
        recipe.method().type().uses(Trait.LAMBDA)
            ? " · λ " + LabelBar.number(recipe.draw().lambda())
            : "";
    return name + lambda + " · λ̂ " + LabelBar.number(label.effectiveLambda()) + " · " + classes;
  }
}
