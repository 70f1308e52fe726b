package org.mixoscope.figure;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.SourceReader.Marked;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Sheet;
import org.mixoscope.recipe.code.CommandLineCode;
import org.mixoscope.recipe.code.CommandWords;

/// A figure as somebody asks for it. Whoever asks, screen or command line: the same request of the
/// same pictures gives the same file.
///
/// @param recipe what is shown, or the base of the sheet
/// @param axes what the sheet varies; null for the figure of one mix
/// @param scale of a PNG or GIF: pixels per pixel of scale 1, 1…4
/// @param sweep what moves in a GIF; null for all other formats
public record FigureRequest(
    Recipe recipe,
    @Nullable Axes axes,
    FigureStyle style,
    FigureFormat format,
    int scale,
    @Nullable Sweep sweep) {
  /// @throws IllegalArgumentException if a sheet is to move, or a GIF not
  public FigureRequest {
    if ((sweep != null) != (format == FigureFormat.GIF) || (sweep != null && axes != null)) {
      throw new IllegalArgumentException(
          "sweep = %s: a GIF of one mix has one, nothing else".formatted(sweep));
    }
  }

  /// The same of another recipe, which the file carries.
  public FigureRequest with(Recipe other) {
    return new FigureRequest(other, axes, style, format, scale, sweep);
  }

  /// The figure, of the recipe as it is if the request is for one that moves.
  ///
  /// @param marked the pictures at the frame, with the mask if a mix needs it, and what is where in
  ///   them. Not modified
  /// @throws IllegalArgumentException if a mix cannot be made, or no cell of the sheet can
  public Figure figure(Marked marked) {
    Inputs inputs = marked.inputs();
    return axes == null
        ? Figure.of(recipe, marked, style)
        : Figure.of(Sheet.of(recipe, inputs.frame(), axes), recipe, marked, style);
  }

  /// The contents of the file.
  ///
  /// @param marked as for [#figure]
  /// @param progress of one that moves
  /// @throws IllegalArgumentException as [#figure] does
  /// @throws CancellationException if the progress says so
  public byte[] bytes(Marked marked, Sweep.Progress progress) {
    return sweep == null
        ? figure(marked).bytes(format, scale)
        : sweep.gif(recipe, marked, style, scale, progress);
  }

  /// The command line that writes the same file.
  ///
  /// @param frame that is mixed
  public String commandLine(Frame frame) {
    CommandWords words = CommandLineCode.figure(recipe, frame, "figure" + format.extension());
    if (style.template() != Template.SLIDE) {
      words.add("--template", style.template().id());
    }
    if (style.paper() != Paper.LIGHT) {
      words.add("--theme", style.paper().id());
    }
    if (axes != null) {
      say(axes, words);
    } else if (!style.panels().equals(Panel.usual())) {
      List<String> panels = style.panels().stream().sorted().map(Panel::id).toList();
      words.add("--panels", String.join(",", panels));
    }
    if (sweep != null) {
      say(sweep, words);
    }
    if (format.hasScale() && scale != format.usualScale()) {
      words.add("--scale", Integer.toString(scale));
    }
    if (!style.locale().getLanguage().isEmpty()) {
      words.add("--lang", style.locale().getLanguage());
    }
    if (!style.title().isEmpty()) {
      words.add("--title=" + style.title());
    }
    return words.line();
  }

  private static void say(Axes axes, CommandWords words) {
    words.add("--across", axes.across().text());
    if (axes.down() != null) {
      words.add("--down", axes.down().text());
    }
  }

  private void say(Sweep moving, CommandWords words) {
    if (moving.over() != Sweep.usual(recipe).over()) {
      words.add("--sweep", moving.over().id());
    }
    if (moving.frames() != moving.over().usualFrames()) {
      words.add("--frames", Integer.toString(moving.frames()));
    }
  }
}
