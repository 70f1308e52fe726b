package org.mixoscope.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.mixoscope.dataset.SourceReader.Marked;
import org.mixoscope.dataset.annotated.Marks;
import org.mixoscope.kernel.Beta;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Sheet;

/// A figure that is laid out and can be drawn on anything.
public final class Figure {
  private static final int PAIR = 2;
  private static final double GAP = 1;

  private final FigureStyle style;
  private final RecipeText.Content shown;
  private final Block content;

  private Figure(FigureStyle style, RecipeText.Content shown, Block content) {
    this.style = style;
    this.shown = shown;
    this.content = content;
  }

  /// The figure of one mix.
  ///
  /// @param inputs the pictures at the frame, RGB. Not modified
  /// @throws IllegalArgumentException if the method needs an input that is not there
  public static Figure of(Recipe recipe, Inputs inputs, FigureStyle style) {
    return of(recipe, new Marked(inputs, null), style);
  }

  /// The figure of one mix.
  ///
  /// @param marked the pictures at the frame, RGB, and what is where in them. Not modified
  /// @throws IllegalArgumentException if the method needs an input that is not there
  public static Figure of(Recipe recipe, Marked marked, FigureStyle style) {
    Inputs inputs = marked.inputs();
    Marks marks = style.has(Panel.OBJECTS) ? marked.marks() : null;
    Mix mix = recipe.mix(inputs);
    Type type = Type.of(style);
    List<Block> blocks = new ArrayList<>();
    if (!style.title().isEmpty()) {
      blocks.add(type.title(style.title()));
    }
    List<Picture> pictures = new MixPictures(recipe, mix, inputs, marks, type).of(style);
    if (!pictures.isEmpty()) {
      Template template = style.template();
      blocks.add(new Picture.Row(pictures, type, template.mostInRow(), template.highest()));
    }
    if (style.has(Panel.LABEL)) {
      blocks.add(new LabelBlock(recipe, mix, type));
    }
    blocks.addAll(numbers(recipe, mix, style, type));
    RecipeText.Content shown = new RecipeText.Content(recipe, null);
    return new Figure(style, shown, Block.below(blocks, type.size() * GAP));
  }

  /// The figure of a contact sheet; of the style's panels it has none.
  ///
  /// @param base what the sheet varies; the file carries it, and how it is varied
  /// @param inputs the pictures at the frame, RGB, with the mask if a cell mixes by one. Not
  ///   modified
  public static Figure of(Sheet sheet, Recipe base, Inputs inputs, FigureStyle style) {
    Type type = Type.of(style);
    List<Block> blocks = new ArrayList<>();
    if (!style.title().isEmpty()) {
      blocks.add(type.title(style.title()));
    }
    blocks.add(SheetBlock.of(sheet, inputs, style, type, 2 * style.template().mostInRow()));
    blocks.add(new LegendBlock(base, type));
    RecipeText.Content shown = new RecipeText.Content(base, sheet.axes());
    return new Figure(style, shown, Block.below(blocks, type.size() * GAP));
  }

  /// Formula and density, beside each other where the figure is wide.
  private static List<Block> numbers(Recipe recipe, Mix mix, FigureStyle style, Type type) {
    List<Block> blocks = new ArrayList<>();
    if (style.has(Panel.FORMULA)) {
      blocks.add(new FormulaBlock(Formula.of(recipe, mix, mix.composition().frame()), type));
    }
    Beta beta = recipe.method().density(recipe.mixedSources().size());
    if (style.has(Panel.BETA) && beta != null) {
      blocks.add(new BetaBlock(beta, recipe.draw().lambda(), mix.effectiveLambda(), type));
    }
    return blocks.size() == PAIR && style.template() != Template.COLUMN
        ? List.of(Block.beside(blocks.getFirst(), blocks.getLast(), 2 * type.size()))
        : blocks;
  }

  /// The contents of a file.
  ///
  /// @param scale of a PNG: pixels per pixel of scale 1, 1…4
  /// @throws IllegalArgumentException if the format is GIF, whose frames are figures
  public byte[] bytes(FigureFormat format, int scale) {
    return switch (format) {
      case PNG -> PngFigure.bytes(this, scale);
      case SVG -> SvgFigure.bytes(this);
      case PDF -> PdfFigure.bytes(this);
      case GIF -> throw new IllegalArgumentException("format = GIF: use a Sweep");
    };
  }

  /// Its width in points.
  public double width() {
    return style.template().width();
  }

  /// Its height in points.
  public double height() {
    return content.height(contentWidth()) + 2 * style.template().margin();
  }

  /// Its pixels at a scale.
  public Frame pixels(int scale) {
    double zoom = pixelsPerPoint() * scale;
    return new Frame((int) Math.round(height() * zoom), (int) Math.round(width() * zoom));
  }

  /// What a file of it carries, to make it again.
  String recipe() {
    return shown.json();
  }

  /// How many pixels a point has at scale 1.
  double pixelsPerPoint() {
    return style.template().pixelsPerPoint();
  }

  /// The line at its top, or what is shown if there is none.
  public String name() {
    return Glyphs.legible(
        style.title().isEmpty()
            ? shown.recipe().method().type() + " · " + String.join(", ", shown.recipe().classes())
            : style.title());
  }

  void draw(Pen pen) {
    pen.fill(new Rectangle2D.Double(0, 0, width(), height()), Ink.PAPER);
    double margin = style.template().margin();
    content.draw(pen, margin, margin, contentWidth());
  }

  private double contentWidth() {
    return width() - 2 * style.template().margin();
  }
}
