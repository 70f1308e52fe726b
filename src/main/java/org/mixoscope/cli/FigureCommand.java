package org.mixoscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.dataset.Departure;
import org.mixoscope.dataset.Measure;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.FigureRequest;
import org.mixoscope.figure.Glyphs;
import org.mixoscope.figure.Panel;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.image.Trait;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.Sheet;
import org.mixoscope.recipe.Source;
import picocli.CommandLine.Command;
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

  @Mixin final FigureStyleOptions look = new FigureStyleOptions();

  @Mixin final SheetOptions sheets = new SheetOptions();

  @Mixin final SweepOptions sweeps = new SweepOptions();

  @Option(
      names = "--scale",
      paramLabel = "N",
      converter = Scale.class,
      description =
          "Pixels of a .png or .gif, 1 to 4: times 96 dpi for a slide, 150 dpi for a column. The"
              + " default is 2, and 1 for a .gif.")
  @Nullable Integer scale;

  @Mixin final RecipeOptions options = new RecipeOptions();

  FigureCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws RecipeException, IOException {
    Path file = OutputFile.require(output, FigureFormat.extensions());
    FigureFormat format = FigureFormat.of(file).orElseThrow();
    requireUse(format);
    SourceReader reader = new SourceReader(new PictureReader(Recipe.MAX_FRAME_PIXELS));
    Recipe described = options.recipe(reader);
    requirePictures(described);
    Recipe recipe =
        options.sources.recipe == null ? new ClipReader(reader).atDepth(described) : described;
    OutputFile.requireNoInput(file, recipe, options.sources.recipe);
    FigureRequest request =
        new FigureRequest(
            Departure.of(recipe, OutputFile.folder(file)),
            axes(format),
            look.style(recipe),
            format,
            scale == null ? format.usualScale() : scale,
            format == FigureFormat.GIF ? sweeps.sweep(recipe) : null);
    List<Picture> pictures = reader.pictures(recipe);
    SourceReader.Marked marked =
        reader.marked(recipe, pictures).with(Measure.of(recipe.kind(), pictures));
    Inputs inputs = marked.inputs();
    Axes varied = request.axes();
    Sheet.Shown sheet =
        varied == null
            ? null
            : SheetOptions.sheet(recipe, inputs.frame(), varied)
                .shown(one -> one.method().type().lacking(inputs));
    PictureWriter.writeBytes(request.bytes(marked, (done, of) -> true), file);
    out.println("The figure was written to " + output);
    if (request.style().panels().contains(Panel.OBJECTS) && marked.marks() == null) {
      out.println("note    some pictures have objects and others a class map: none is drawn");
    }
    firstFrames(pictures).forEach(note -> out.println("note    " + note));
    notes(recipe, sheet).forEach(note -> out.println("note    " + note));
    return 0;
  }

  /// Which sources have more than what is drawn of them.
  private static List<String> firstFrames(List<Picture> pictures) {
    return IntStream.range(0, pictures.size())
        .filter(k -> pictures.get(k).traits().contains(Trait.FIRST_FRAME))
        .mapToObj(k -> "%c is the first of the frames of its file".formatted((char) ('A' + k)))
        .toList();
  }

  /// A figure is of one moment: which one of a clip, nobody has said.
  private static void requirePictures(Recipe recipe) throws IOException {
    if (recipe.along() != null && recipe.along().type() != CourseType.ALL) {
      throw Refusal.failed(
          ("the recipe is of clips, --along %s: a figure is of pictures: save it in Explore, of the"
                  + " frame that is shown")
              .formatted(recipe.along().type().id()));
    }
    for (Source source : recipe.sources()) {
      String location = source.location();
      if (ClipReader.isNoPicture(location)) {
        boolean file = location.endsWith("#all");
        throw Refusal.failed(
            "%s is a clip: a figure is of pictures: name %s"
                .formatted(
                    location,
                    file
                        ? "one slice, as in " + location.replaceAll("all$", "1")
                        : Files.isDirectory(Path.of(location))
                            ? "one of its files"
                            : "a frame of it, which mixoscope mix -o frames/ writes"));
      }
    }
  }

  /// Refuses options that would have no effect, so that nobody believes they had one.
  private void requireUse(FigureFormat format) {
    boolean moves = format == FigureFormat.GIF;
    require(sweeps.over == null || moves, "--sweep: only for a .gif");
    require(sweeps.frames == null || moves, "--frames: only for a .gif");
    require(sheets.across == null || !moves, "--across: not in a .gif");
    require(sheets.down == null || sheets.across != null, "--down: needs --across");
    require(
        look.panels == null || sheets.across == null,
        "--panels: not with --across, a sheet holds mixes");
    require(
        scale == null || moves || format == FigureFormat.PNG, "--scale: only for a .png or .gif");
  }

  /// Those of the options, else of the sheet that the recipe was taken from, unless something is
  /// asked for that no sheet has.
  private @Nullable Axes axes(FigureFormat format) {
    boolean forMix = look.panels != null || format == FigureFormat.GIF;
    return sheets.across != null ? sheets.axes() : forMix ? null : options.axes();
  }

  /// What the figure could not show.
  private List<String> notes(Recipe recipe, Sheet.@Nullable Shown sheet) {
    Stream<String> texts =
        Stream.concat(Stream.of(look.title), recipe.sources().stream().map(Source::className));
    Stream<String> codes =
        texts
            .flatMap(text -> Glyphs.missing(text).stream())
            .map(code -> "no font on this machine has " + code + ": its code is written");
    Stream<String> refusals =
        sheet == null
            ? Stream.empty()
            : Stream.concat(
                sheet.omitted().stream().map(Sheet.Omission::text),
                sheet.sheet().cells().stream()
                    .filter(cell -> cell.recipe() == null)
                    .map(FigureCommand::empty));
    return Stream.concat(codes, refusals).distinct().toList();
  }

  private static String empty(Sheet.Cell cell) {
    Objection refusal = Objects.requireNonNull(cell.refusal(), "it has no recipe");
    return "%s is empty: %s".formatted(cell.caption(), refusal.text());
  }

  /// Refuses options that make no sense together.
  static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw Refusal.usage(otherwise);
    }
  }

  static final class Scale extends Values.Range {
    Scale() {
      super(1, 4);
    }
  }
}
