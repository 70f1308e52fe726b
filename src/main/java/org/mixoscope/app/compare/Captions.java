package org.mixoscope.app.compare;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.figure.AxisWords;
import org.mixoscope.kernel.Objection;
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
    return words().of(axis, k);
  }

  /// Everything that makes a cell.
  String of(Sheet sheet, Sheet.Cell cell) {
    AxisWords words = words();
    Axis down = sheet.axes().down();
    String first = words.of(sheet.axes().across(), cell.column());
    return down == null ? first : first + " · " + words.of(down, cell.row());
  }

  /// Why there is no mix; empty if there is one.
  String of(@Nullable Objection refusal) {
    return refusal == null ? "" : messages.get(refusal);
  }

  private AxisWords words() {
    return new AxisWords(messages.languageProperty().get().locale());
  }

  /// A cell in one line: what makes it, λ if it has one, λ̂, and its label; or why it is empty.
  String details(Sheet sheet, MixedSheet.Cell mixed) {
    String name = of(sheet, mixed.cell());
    Recipe recipe = mixed.cell().recipe();
    MixedSheet.Label label = mixed.label();
    if (recipe == null || label == null) {
      return name + " · " + of(mixed.refusal());
    }
    List<String> names = messages.classNames(recipe.sources()).of(label.classes());
    String classes =
        IntStream.range(0, names.size())
            .mapToObj(c -> names.get(c) + " " + LabelBar.number(label.label().get(c)))
            .collect(Collectors.joining(", "));
    String lambda =
        recipe.method().type().uses(Trait.LAMBDA)
            ? " · λ " + LabelBar.number(recipe.draw().lambda())
            : "";
    return name + lambda + " · λ̂ " + LabelBar.number(label.effectiveLambda()) + " · " + classes;
  }
}
