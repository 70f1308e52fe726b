package org.mixoscope.cli;

import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.recipe.Axis;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Sheet;
import picocli.CommandLine.Option;

/// What varies on a contact sheet.
final class SheetOptions {
  @Option(
      names = "--across",
      paramLabel = "VARIABLE=VALUE,…",
      description =
          "A contact sheet instead: what varies from left to right, such as alpha=0.2,0.5,1,"
              + " lambda=0:1:5, draw=0:7, seed=1,2,3, method=all or profile=all.")
  @Nullable String across;

  @Option(
      names = "--down",
      paramLabel = "VARIABLE=VALUE,…",
      description = "What varies from top to bottom of the sheet.")
  @Nullable String down;

  /// The sheet of a recipe; null if none was asked for.
  @Nullable Sheet sheet(Recipe recipe, Frame frame) {
    if (across == null) {
      return null;
    }
    Axis columns = axis("--across", across);
    Axis rows = down == null ? null : axis("--down", down);
    try {
      return Sheet.of(recipe, frame, columns, rows);
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--across: " + e.getMessage());
    }
  }

  private static Axis axis(String option, String text) {
    try {
      return Axis.parse(text);
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("%s %s: %s".formatted(option, text, e.getMessage()));
    }
  }
}
