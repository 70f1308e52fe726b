package org.mixoscope.figure;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// How a figure looks and what it holds.
///
/// @param template width and type
/// @param paper what it is drawn on
/// @param panels what it holds; a panel that does not suit the recipe is left out
/// @param locale the language of its words: English, or Chinese
/// @param title a line at the top, empty for none
public record FigureStyle(
    Template template, Paper paper, Set<Panel> panels, Locale locale, String title) {
  /// Keeps a copy.
  public FigureStyle {
    panels = Set.copyOf(panels);
    title = title.strip();
  }

  /// On white.
  public FigureStyle(Template template, Set<Panel> panels, Locale locale, String title) {
    this(template, Paper.LIGHT, panels, locale, title);
  }

  /// The usual panels in English, without a title.
  public static FigureStyle of(Template template) {
    return new FigureStyle(template, Panel.usual(), Locale.ROOT, "");
  }

  /// The same in another language.
  public FigureStyle in(Locale language) {
    return new FigureStyle(template, paper, panels, language, title);
  }

  /// The same with other panels.
  public FigureStyle with(Set<Panel> others) {
    return new FigureStyle(template, paper, EnumSet.copyOf(others), locale, title);
  }

  /// The same on another paper.
  public FigureStyle on(Paper other) {
    return new FigureStyle(template, other, panels, locale, title);
  }

  boolean has(Panel panel) {
    return panels.contains(panel);
  }
}
