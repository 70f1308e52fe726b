package org.mixoscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.ui.Language;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.FigureRequest;
import org.mixoscope.figure.FigureStyle;
import org.mixoscope.figure.Glyphs;
import org.mixoscope.figure.Panel;
import org.mixoscope.figure.Sweep;
import org.mixoscope.figure.Template;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.Axis;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.Sheet;
import org.mixoscope.recipe.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A mix, or a sheet of them, as a figure for a paper or a slide.
@Command(
    name = "figure",
    customSynopsis = "mixoscope figure [A B …] -o FIGURE.png|.svg|.pdf|.gif [OPTIONS]",
    description = {
      "Draws a mix for papers and slides; needs no display.",
      "The options that make the mix are those of mixoscope mix. The recipe goes into the file, so"
          + " that --recipe can make the same mix again.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mixoscope figure cat.jpg cup.jpg -o figure.pdf --template column",
      "  mixoscope figure cat.jpg cup.jpg -o figure.png --panels mix,label,formula,beta --lang zh",
      "  mixoscope figure cat.jpg cup.jpg -o sheet.svg --across alpha=0.2,0.5,1"
          + " --down method=mixup,cutmix",
      "  mixoscope figure cat.jpg cup.jpg -o sweep.gif --method mixup --sweep lambda",
      "  mixoscope figure --recipe mixed.png -o figure.pdf --template two-column"
    })
final class FigureCommand implements Callable<Integer> {
  private final PrintWriter out;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FIGURE",
      description = "The file to write: .png, .svg, .pdf, or .gif for one that moves.")
  String output = "";

  @Option(
      names = "--template",
      paramLabel = "NAME",
      converter = TemplateChoice.class,
      description =
          "slide, column (84 mm, type of 7 points) or two-column (174 mm, 8 points)."
              + " The default is slide.")
  Template template = Template.SLIDE;

  @Option(
      names = "--panels",
      paramLabel = "NAME,NAME…",
      converter = Panels.class,
      description =
          "What it holds, of sources, mix, weights, label, formula and beta."
              + " The default is sources,mix,label.")
  @Nullable PanelSet panels;

  @Option(
      names = "--across",
      paramLabel = "VARIABLE=VALUE,…",
      description =
          "A contact sheet instead: what varies from left to right, such as alpha=0.2,0.5,1,"
              + " lambda=0:1:5, draw=0:7, seed=1,2,3, method=all or profile=all. The --recipe of"
              + " a sheet has its own, which count without --panels.")
  @Nullable String across;

  @Option(
      names = "--down",
      paramLabel = "VARIABLE=VALUE,…",
      description = "What varies from top to bottom of the sheet.")
  @Nullable String down;

  @Option(
      names = "--sweep",
      paramLabel = "WHAT",
      converter = SweepChoice.class,
      description =
          "What moves in a .gif: lambda from 0 to 1, or the draws of the seed. The default is"
              + " lambda where the method uses it.")
  Sweep.@Nullable Over sweep;

  @Option(
      names = "--frames",
      paramLabel = "N",
      converter = Frames.class,
      description = "How many frames a .gif has, 2 to 200. The default is 21, or 12 draws.")
  @Nullable Integer frames;

  @Option(
      names = "--scale",
      paramLabel = "N",
      converter = Scale.class,
      description =
          "Pixels of a .png or .gif, 1 to 4: times 96 dpi for a slide, 150 dpi for a column. The"
              + " default is 2, and 1 for a .gif.")
  @Nullable Integer scale;

  @Option(
      names = "--lang",
      paramLabel = "CODE",
      converter = SnapshotCommand.LanguageChoice.class,
      description = "The language of its words: en or zh (中文). The default is en.")
  Language language = Language.ENGLISH;

  @Option(names = "--title", paramLabel = "TEXT", description = "A line at the top.")
  String title = "";

  @Mixin final RecipeOptions options = new RecipeOptions();

  FigureCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws RecipeException, PictureException {
    Path file = OutputFile.require(output, FigureFormat.extensions());
    FigureFormat format = FigureFormat.of(file).orElseThrow();
    requireUse(format);
    SourceReader reader = new SourceReader(new PictureReader(Recipe.MAX_FRAME_PIXELS));
    Recipe recipe = options.recipe(reader);
    OutputFile.requireNoInput(file, recipe, options.sources.recipe);
    FigureRequest request =
        new FigureRequest(
            recipe,
            axes(format),
            style(recipe),
            format,
            scale == null ? format.usualScale() : scale,
            format == FigureFormat.GIF ? sweep(recipe) : null);
    Inputs inputs = reader.read(recipe);
    Sheet sheet = request.axes() == null ? null : sheet(recipe, inputs, request.axes());
    PictureWriter.writeBytes(request.bytes(inputs, (done, of) -> true), file);
    out.println("The figure was written to " + output);
    notes(recipe, sheet).forEach(note -> out.println("note    " + note));
    return 0;
  }

  /// Refuses options that would have no effect, so that nobody believes they had one.
  private void requireUse(FigureFormat format) {
    boolean moves = format == FigureFormat.GIF;
    require(sweep == null || moves, "--sweep: only for a .gif");
    require(frames == null || moves, "--frames: only for a .gif");
    require(across == null || !moves, "--across: not in a .gif");
    require(down == null || across != null, "--down: needs --across");
    require(panels == null || across == null, "--panels: not with --across, a sheet holds mixes");
    require(
        scale == null || moves || format == FigureFormat.PNG, "--scale: only for a .png or .gif");
  }

  private FigureStyle style(Recipe recipe) {
    Set<Panel> held = panels == null ? Panel.usual() : panels.panels();
    for (Panel panel : held) {
      require(
          panel.suits(recipe),
          "--panels %s: %s draws no λ of a pair from Beta(α, α)"
              .formatted(panel.id(), recipe.method().type()));
    }
    return new FigureStyle(template, held, language.locale(), title);
  }

  private Sweep sweep(Recipe recipe) {
    Sweep usual = Sweep.usual(recipe);
    Sweep.Over over = sweep == null ? usual.over() : sweep;
    require(
        over.suits(recipe),
        "--sweep lambda: %s uses no λ, --sweep draws".formatted(recipe.method().type()));
    return new Sweep(over, frames == null ? over.usualFrames() : frames);
  }

  /// Those of the options, else of the sheet that the recipe was taken from, unless something is
  /// asked for that no sheet has.
  private @Nullable Axes axes(FigureFormat format) throws RecipeException, PictureException {
    if (across == null) {
      return panels == null && format != FigureFormat.GIF ? options.axes() : null;
    }
    Axis columns = axis("--across", across);
    Axis rows = down == null ? null : axis("--down", down);
    try {
      return new Axes(columns, rows);
    } catch (IllegalArgumentException e) {
      throw Refusal.usage("--across: " + e.getMessage());
    }
  }

  private static Sheet sheet(Recipe recipe, Inputs inputs, Axes axes) {
    try {
      return Sheet.of(recipe, inputs.frame(), axes);
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

  /// What the figure could not show.
  private List<String> notes(Recipe recipe, @Nullable Sheet sheet) {
    Stream<String> texts =
        Stream.concat(Stream.of(title), recipe.sources().stream().map(Source::className));
    Stream<String> codes =
        texts
            .flatMap(text -> Glyphs.missing(text).stream())
            .map(code -> "no font on this machine has " + code + ": its code is written");
    Stream<String> refusals =
        sheet == null
            ? Stream.empty()
            : sheet.cells().stream()
                .filter(cell -> cell.recipe() == null)
                .map(FigureCommand::empty);
    return Stream.concat(codes, refusals).distinct().toList();
  }

  private static String empty(Sheet.Cell cell) {
    Objection refusal = Objects.requireNonNull(cell.refusal(), "it has no recipe");
    return "%s is empty: %s".formatted(cell.caption(), refusal.message());
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw Refusal.usage(otherwise);
    }
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

  static final class TemplateChoice extends Choice<Template> {
    TemplateChoice() {
      super(Template.values(), Template::id);
    }
  }

  static final class SweepChoice extends Choice<Sweep.Over> {
    SweepChoice() {
      super(Sweep.Over.values(), Sweep.Over::id);
    }
  }

  static final class Frames extends Values.Range {
    Frames() {
      super(2, Sweep.MOST_FRAMES);
    }
  }

  static final class Scale extends Values.Range {
    Scale() {
      super(1, 4);
    }
  }
}
