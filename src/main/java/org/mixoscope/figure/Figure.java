package org.mixoscope.figure;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleFunction;
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

  /// Of a page's height: pictures become no lower before all becomes smaller.
  private static final double SMALLEST = 0.3;

  /// Of the width that there is.
  private static final double SMALLEST_SHEET = 0.02;

  /// Of a page's height: planes become no lower.
  private static final double SMALLEST_PLANE = 0.15;

  private static final int MOST_COLUMNS = 24;

  private final FigureStyle style;
  private final Carried carried;
  private final Block content;
  private final List<Sheet.Omission> omitted;

  /// What a file of it carries.
  ///
  /// @param name what it shows, for who cannot see it
  /// @param document to make it again
  private record Carried(String name, String document) {
    static Carried of(RecipeText.Content shown) {
      Recipe recipe = shown.recipe();
      String name = recipe.method().type() + " · " + String.join(", ", recipe.classes());
      return new Carried(name, shown.json());
    }
  }

  private Figure(FigureStyle style, Carried carried, Block content, List<Sheet.Omission> omitted) {
    this.style = style;
    this.carried = carried;
    this.content = content;
    this.omitted = omitted;
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
    List<Picture> pictures =
        new MixPictures(recipe, mix, inputs, marked.measure(), marks, type).of(style);
    Template template = style.template();
    List<Block> words = new ArrayList<>();
    if (style.has(Panel.LABEL)) {
      words.add(new LabelBlock(recipe, mix, type));
    }
    words.addAll(numbers(recipe, mix, style, type));
    DoubleFunction<Block> sized =
        highest -> {
          List<Block> blocks = titled(style, type);
          if (!pictures.isEmpty()) {
            blocks.add(new Picture.Row(pictures, type, template.mostInRow(), highest));
          }
          blocks.addAll(words);
          return Block.below(blocks, type.size() * GAP);
        };
    Block content = fitted(template, SMALLEST, sized);
    Carried carried = Carried.of(new RecipeText.Content(recipe, null));
    return new Figure(style, carried, content, List.of());
  }

  private static List<Block> titled(FigureStyle style, Type type) {
    List<Block> blocks = new ArrayList<>();
    if (!style.title().isEmpty()) {
      blocks.add(type.title(style.title()));
    }
    return blocks;
  }

  /// What has a height of its own choice lies on a page so that all fits.
  ///
  /// @param smallest part of the page's height
  private static Block fitted(Template template, double smallest, DoubleFunction<Block> sized) {
    double room = room(template);
    return template.height() > 0
        ? new PageBlock(size -> sized.apply(size * room), smallest, room)
        : sized.apply(template.highest());
  }

  /// Between the free borders of a page.
  private static double room(Template template) {
    return template.height() - 2 * template.margin();
  }

  /// The figure of a contact sheet; of the style's panels it has none, and no columns and rows in
  /// which nothing can be mixed.
  ///
  /// @param base what the sheet varies; the file carries it, and how it is varied
  /// @param inputs the pictures at the frame, RGB, with the mask if a cell mixes by one. Not
  ///   modified
  public static Figure of(Sheet sheet, Recipe base, Inputs inputs, FigureStyle style) {
    return of(sheet, base, new Marked(inputs, null), style);
  }

  /// The same of numbers of more than eight bits, as the base shows them.
  static Figure of(Sheet sheet, Recipe base, Marked marked, FigureStyle style) {
    Inputs inputs = marked.inputs();
    Type type = Type.of(style);
    Template template = style.template();
    Sheet.Shown shown = sheet.shown(recipe -> recipe.method().type().lacking(inputs));
    Layout layout =
        (columns, part) -> {
          List<Block> blocks = titled(style, type);
          blocks.add(SheetBlock.of(shown.sheet(), marked, style, type, columns, part));
          blocks.add(new LegendBlock(base, type));
          return Block.below(blocks, type.size() * GAP);
        };
    int count = shown.sheet().columns();
    int rows = Math.ceilDiv(count, 2 * template.mostInRow());
    Block content =
        template.height() > 0
            ? page(layout, shown.sheet(), template)
            : layout.of(Math.ceilDiv(count, rows), 1);
    RecipeText.Content whole = new RecipeText.Content(base, sheet.axes());
    return new Figure(style, Carried.of(whole), content, shown.omitted());
  }

  /// The figure of a training; of the style's panels it has none.
  ///
  /// @param sheet with at least one run and plot
  public static Figure of(CurveSheet sheet, FigureStyle style) {
    Type type = Type.of(style);
    Template template = style.template();
    DoubleFunction<Block> sized =
        highest -> {
          List<Block> blocks = titled(style, type);
          blocks.add(new RunsBlock(sheet.runs(), type, highest));
          blocks.add(new CurvesBlock(sheet.plots(), type));
          return Block.below(blocks, type.size() * GAP);
        };
    Block content = fitted(template, SMALLEST_PLANE, sized);
    return new Figure(style, new Carried(sheet.name(), sheet.document()), content, List.of());
  }

  /// How a sheet lies on a page.
  private interface Layout {
    /// @param columns of a sheet of one variable
    /// @param part of the width that there is for mixes, within (0, 1]
    Block of(int columns, double part);
  }

  /// A sheet of one variable lies in as many columns as make its mixes largest.
  private static PageBlock page(Layout layout, Sheet sheet, Template template) {
    int most = sheet.axes().down() == null ? Math.min(sheet.columns(), MOST_COLUMNS) : 1;
    double width = template.width() - 2 * template.margin();
    PageBlock best = null;
    double largest = 0;
    for (int k = 1; k <= most; k++) {
      int columns = k;
      PageBlock page =
          new PageBlock(part -> layout.of(columns, part), SMALLEST_SHEET, room(template));
      PageBlock.Fit fit = page.fit(width);
      double size = fit.pictures() * fit.zoom() / columns;
      if (best == null || size > largest) {
        best = page;
        largest = size;
      }
    }
    return Objects.requireNonNull(best, "a sheet has a column");
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

  /// What of its sheet is left out, since nothing can be mixed there.
  public List<Sheet.Omission> omitted() {
    return omitted;
  }

  /// Its pixels at a scale.
  public Frame pixels(int scale) {
    double zoom = pixelsPerPoint() * scale;
    return new Frame((int) Math.round(height() * zoom), (int) Math.round(width() * zoom));
  }

  /// What a file of it carries, to make it again.
  String recipe() {
    return carried.document();
  }

  /// How many pixels a point has at scale 1.
  double pixelsPerPoint() {
    return style.template().pixelsPerPoint();
  }

  /// The line at its top, or what is shown if there is none.
  public String name() {
    return Glyphs.legible(style.title().isEmpty() ? carried.name() : style.title());
  }

  void draw(Pen pen) {
    pen.fill(new Rectangle2D.Double(0, 0, width(), height()), style.paper().rgb());
    double margin = style.template().margin();
    content.draw(pen, margin, margin, contentWidth());
  }

  private double contentWidth() {
    return width() - 2 * style.template().margin();
  }
}
