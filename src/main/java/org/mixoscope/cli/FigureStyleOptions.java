package org.mixoscope.cli;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Language;
import org.mixoscope.figure.FigureStyle;
import org.mixoscope.figure.Panel;
import org.mixoscope.figure.Paper;
import org.mixoscope.figure.Template;
import org.mixoscope.recipe.Recipe;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/// What a figure holds, and how it is set.
final class FigureStyleOptions {
  @Option(
      names = "--template",
      paramLabel = "NAME",
      converter = TemplateChoice.class,
      description =
          "slide, wide-slide (16:9), column (84 mm, type of 7 points) or two-column (174 mm, 8"
              + " points). The default is slide.")
  Template template = Template.SLIDE;

  @Option(
      names = "--theme",
      paramLabel = "NAME",
      converter = PaperChoice.class,
      description = "light or dark. The default is light.")
  Paper paper = Paper.LIGHT;

  @Option(
      names = "--panels",
      paramLabel = "NAME,NAME…",
      converter = Panels.class,
      description =
          "What it holds, of sources, mix, weights, label, formula, beta, and objects: what"
              + " --annotation says is where, drawn over sources and mix."
              + " The default is sources,mix,label.")
  @Nullable PanelSet panels;

  @Option(
      names = "--lang",
      paramLabel = "CODE",
      converter = SnapshotCommand.LanguageChoice.class,
      description = "The language of its words: en or zh (中文). The default is en.")
  Language language = Language.ENGLISH;

  @Option(names = "--title", paramLabel = "TEXT", description = "A line at the top.")
  String title = "";

  /// The style that the options describe.
  FigureStyle style(Recipe recipe) {
    Set<Panel> held = panels == null ? Panel.usual() : panels.panels();
    for (Panel panel : held) {
      FigureCommand.require(panel.suits(recipe), lacking(panel, recipe));
    }
    FigureCommand.require(
        !held.contains(Panel.OBJECTS) || held.contains(Panel.SOURCES) || held.contains(Panel.MIX),
        "--panels objects: needs sources or mix, over which they are drawn");
    return new FigureStyle(template, paper, held, language.locale(), title);
  }

  private static String lacking(Panel panel, Recipe recipe) {
    return panel == Panel.OBJECTS
        ? "--panels objects: needs an --annotation, which says what is where"
        : "--panels %s: %s draws no λ of a pair from Beta(α, α)"
            .formatted(panel.id(), recipe.method().type());
  }

  /// Not a set itself: picocli would split it.
  record PanelSet(Set<Panel> panels) {}

  static final class Panels implements ITypeConverter<PanelSet> {
    private static final Choice<Panel> ONE = new Choice<>(Panel.values(), Panel::id) {};

    @Override
    public PanelSet convert(String text) {
      return new PanelSet(
          Stream.of(text.split(",", -1))
              .map(name -> ONE.convert(name.strip()))
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Panel.class))));
    }
  }

  static final class PaperChoice extends Choice<Paper> {
    PaperChoice() {
      super(Paper.values(), Paper::id);
    }
  }

  static final class TemplateChoice extends Choice<Template> {
    TemplateChoice() {
      super(Template.values(), Template::id);
    }
  }
}
