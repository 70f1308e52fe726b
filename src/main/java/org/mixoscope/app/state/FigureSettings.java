package org.mixoscope.app.state;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Language;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.FigureRequest;
import org.mixoscope.figure.FigureStyle;
import org.mixoscope.figure.Panel;
import org.mixoscope.figure.Paper;
import org.mixoscope.figure.Sweep;
import org.mixoscope.figure.Template;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.Recipe;

/// What the user wants of figures, whatever they show.
///
/// @param panels of the figure of one mix; those that its method does not have are left out
/// @param titled whether the title is written
/// @param scale pixels of a PNG or GIF, 1…4
/// @param sweep what a GIF varies; null for what suits the method
/// @param frames of a GIF, 2…200; null for as many as usual
/// @param language null for that of the interface
public record FigureSettings(
    Template template,
    Paper paper,
    Set<Panel> panels,
    boolean titled,
    String title,
    FigureFormat format,
    int scale,
    Sweep.@Nullable Over sweep,
    @Nullable Integer frames,
    @Nullable Language language) {
  /// The most pixels.
  public static final int LARGEST_SCALE = 4;

  /// What nobody has changed.
  public static final FigureSettings USUAL =
      new FigureSettings(
          Template.SLIDE,
          Paper.LIGHT,
          usualPanels(),
          false,
          "",
          FigureFormat.PNG,
          FigureFormat.PNG.usualScale(),
          null,
          null,
          null);

  /// @throws IllegalArgumentException if scale or frames are out of range
  public FigureSettings {
    panels = Set.copyOf(panels);
    if (scale < 1
        || scale > LARGEST_SCALE
        || (frames != null && (frames < 2 || frames > Sweep.MOST_FRAMES))) {
      throw new IllegalArgumentException(
          "scale = %d, frames = %s: out of range".formatted(scale, frames));
    }
  }

  private static Set<Panel> usualPanels() {
    Set<Panel> panels = Panel.usual();
    panels.add(Panel.OBJECTS);
    return panels;
  }

  /// For something else.
  public FigureSettings with(Template other) {
    return new FigureSettings(
        other, paper, panels, titled, title, format, scale, sweep, frames, language);
  }

  /// On another paper.
  public FigureSettings on(Paper other) {
    return new FigureSettings(
        template, other, panels, titled, title, format, scale, sweep, frames, language);
  }

  /// With a panel, or without.
  public FigureSettings with(Panel panel, boolean on) {
    Set<Panel> others = EnumSet.noneOf(Panel.class);
    others.addAll(panels);
    if (on) {
      others.add(panel);
    } else {
      others.remove(panel);
    }
    return new FigureSettings(
        template, paper, others, titled, title, format, scale, sweep, frames, language);
  }

  /// With a title, or without; its text stays for the next time.
  public FigureSettings titled(boolean on, String text) {
    return new FigureSettings(
        template, paper, panels, on, text, format, scale, sweep, frames, language);
  }

  /// As another kind of file, at its usual scale.
  public FigureSettings with(FigureFormat other) {
    return other == format
        ? this
        : new FigureSettings(
            template,
            paper,
            panels,
            titled,
            title,
            other,
            other.usualScale(),
            sweep,
            frames,
            language);
  }

  /// With more pixels or fewer.
  public FigureSettings scaled(int other) {
    return new FigureSettings(
        template, paper, panels, titled, title, format, other, sweep, frames, language);
  }

  /// With another sweep, null for what is usual.
  public FigureSettings moving(Sweep.@Nullable Over over, @Nullable Integer count) {
    return new FigureSettings(
        template, paper, panels, titled, title, format, scale, over, count, language);
  }

  /// With words of another language, null for that of the interface.
  public FigureSettings in(@Nullable Language other) {
    return new FigureSettings(
        template, paper, panels, titled, title, format, scale, sweep, frames, other);
  }

  /// What a GIF of a recipe varies.
  public Sweep sweep(Recipe recipe) {
    Sweep.Over over = sweep == null || !sweep.suits(recipe) ? Sweep.usual(recipe).over() : sweep;
    return new Sweep(over, frames == null ? over.usualFrames() : frames);
  }

  /// The figure of a recipe.
  ///
  /// @param axes what its sheet varies, which does not move, nor has objects; null for the mix
  ///   itself
  /// @param spoken the language of the interface
  public FigureRequest request(Recipe recipe, @Nullable Axes axes, Language spoken) {
    if (axes != null && format == FigureFormat.GIF) {
      return with(FigureFormat.PNG).request(recipe, axes, spoken);
    }
    Set<Panel> suitable = EnumSet.noneOf(Panel.class);
    panels.stream().filter(panel -> panel.suits(recipe)).forEach(suitable::add);
    boolean hasPictures = suitable.contains(Panel.SOURCES) || suitable.contains(Panel.MIX);
    if (axes != null || !hasPictures) {
      suitable.remove(Panel.OBJECTS);
    }
    FigureStyle style = style(suitable.isEmpty() ? Panel.usual() : suitable, spoken);
    return new FigureRequest(
        recipe, axes, style, format, scale, format == FigureFormat.GIF ? sweep(recipe) : null);
  }

  /// How a figure looks.
  ///
  /// @param suitable panels
  /// @param spoken the language of the interface
  public FigureStyle style(Set<Panel> suitable, Language spoken) {
    return new FigureStyle(
        template,
        paper,
        suitable,
        (language == null ? spoken : language).locale(),
        titled ? title : "");
  }
}
