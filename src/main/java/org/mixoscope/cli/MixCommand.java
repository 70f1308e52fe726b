package org.mixoscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.clip.ClipFormat;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.dataset.Departure;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.dataset.packed.NpyHeader;
import org.mixoscope.dataset.packed.PackedPicture;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureNames;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;
import org.mixoscope.recipe.Source;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Two pictures and a recipe in, the raw mixed pixels and their label out.
@Command(
    name = "mix",
    customSynopsis = "mixoscope mix [A B …] -o OUT.png [OPTIONS]",
    description = {
      "Mixes two pictures or more, or clips, writes the mixed pixels and prints what was drawn and"
          + " the label.",
      "The recipe goes into the file, so that --recipe can make the same picture again.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mixoscope mix cat.jpg cup.jpg -o mixed.png",
      "  mixoscope mix cat.jpg cup.jpg -o mixed.png --method mixup --alpha 0.2 --seed 7",
      "  mixoscope mix cat.jpg cup.jpg -o mixed.png --lambda 0.7 --at 0.5,0.5 --size 224x224",
      "  mixoscope mix cat.jpg cup.jpg -o mixed.png --box 40,30,200,160 --classes cat,cup --json",
      "  mixoscope mix cat.jpg cup.jpg -o mixed.png --mask blob.png",
      "  mixoscope mix a.dcm b.dcm -o mixed.tiff --method mixup",
      "  mixoscope mix cat.jpg cup.jpg -o mixed.png --profile keras-3 --method mixup --json",
      "  mixoscope mix walk.gif run.gif -o mixed.gif --along both",
      "  mixoscope mix a.nii.gz b.nii.gz -o mixed.nii.gz",
      "  mixoscope mix --recipe mixed.png -o again.png"
    })
final class MixCommand implements Callable<Integer> {
  private static final List<String> WRITTEN =
      Stream.of(
              PictureNames.WRITTEN,
              PictureNames.OF_ALL_NUMBERS,
              List.of(".npy"),
              ClipCommand.OF_CLIPS_ONLY)
          .flatMap(List::stream)
          .toList();

  private final PrintWriter out;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT.png",
      description =
          "The file to write: .png for the exact pixels of 8 and 16 bits, .tiff of every type of"
              + " numbers, .npy the same without the recipe, or .jpg. Of clips .gif, .mp4, .webm,"
              + " .npy, or folder/ for frames; of volumes .nii.gz, .nii, .tiff or .npy.")
  String output = "";

  @Option(
      names = "--json",
      description =
          "Print one JSON object instead: method, λ, λ̂, box, classes, label, what the label would"
              + " be by the pixels, recipe.")
  boolean json;

  @Mixin final SizeLimit limit = new SizeLimit();

  @Mixin final DepthOptions depth = new DepthOptions();

  @ArgGroup(exclusive = false, order = 5, heading = "%nClips:%n")
  @Nullable ClipOptions clipOptions;

  @Mixin final ClipLength length = new ClipLength();

  @Mixin final RecipeOptions options = new RecipeOptions();

  MixCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws RecipeException, IOException {
    boolean clip = ClipCommand.isClip(output);
    Path file = clip ? Path.of(output) : OutputFile.require(output, WRITTEN);
    SourceReader reader = new SourceReader(limit.reader());
    Recipe described = options.recipe(reader);
    boolean given = options.sources.recipe != null;
    ClipReader clips = new ClipReader(reader, length.rate);
    boolean both = PackedPicture.isNpy(file) && ClipCommand.moves(described, clips);
    if (clip || both || (ClipFormat.of(output).isPresent() && wantsClip(described))) {
      mixClips(described, given, file, clips);
      return 0;
    }
    requirePicture(described);
    OutputFile.requireNoInput(file, described, options.sources.recipe);
    MixedDepth numbers = MixedDepth.of(described, given, reader.pictures(described), depth, output);
    Recipe recipe = described.with(numbers.kind()).withWindow(numbers.window());
    Inputs inputs = reader.marked(recipe, numbers.pictures()).inputs();
    Mix mix = recipe.mix(inputs);
    Pixels mixed = mix.outcome().mix(recipe.blending(), inputs.sources());
    write(mixed, numbers.type(), file, recipe);
    MixReport report = new MixReport(recipe, mix, options.profile(), numbers);
    out.println(json ? report.json() : report.text(output));
    return 0;
  }

  /// Whether it is no mix of pictures; an animated GIF can be one, of its first frame.
  private boolean wantsClip(Recipe recipe) throws IOException {
    boolean wants = clipOptions != null || length.frames != null || recipe.along() != null;
    for (Source source : recipe.mixedSources()) {
      wants |= ClipReader.isNoPicture(source.location());
    }
    return wants;
  }

  private void mixClips(Recipe described, boolean given, Path file, ClipReader clips)
      throws IOException {
    if (depth.depth != null || depth.window != null) {
      throw Refusal.usage("--depth and --window: of pictures only, not of clips");
    }
    OutputFile.requireNoInput(file, described, options.sources.recipe);
    ClipOptions how = Objects.requireNonNullElseGet(clipOptions, ClipOptions::new);
    ClipFormat format = ClipFormat.of(output).orElseThrow();
    Recipe recipe = described;
    if (described.along() == null) {
      boolean volumes = how.along != null || format.isNifti();
      recipe = how.applyTo(volumes ? ClipCommand.whole(described, clips) : described);
    }
    new ClipCommand(output, format, clips)
        .run(recipe, given, options.profile(), length.frames, json, out);
  }

  /// Refuses what only clips have, where a picture is written.
  private void requirePicture(Recipe recipe) throws IOException {
    String option = clipOptions == null ? null : clipOptions.given();
    option = option == null && length.frames != null ? "--frames" : option;
    if (option != null || recipe.along() != null) {
      throw Refusal.usage(
          ("%s: of clips, let -o end in .gif, .mp4, .webm, .npy, .tiff, .nii.gz or be a folder/,"
                  + " not %s")
              .formatted(option == null ? "--recipe" : option, output));
    }
    for (Source source : recipe.mixedSources()) {
      if (ClipReader.isNoPicture(source.location())) {
        throw Refusal.failed(
            ("%s is a clip: let -o end in .gif, .mp4, .webm, .npy, .tiff, .nii.gz or be a folder/,"
                    + " not %s")
                .formatted(source.location(), output));
      }
    }
  }

  private static void write(Pixels mixed, NumberType type, Path file, Recipe recipe)
      throws PictureException {
    if (PackedPicture.isNpy(file)) {
      PictureWriter.writeBytes(NpyHeader.array(mixed, type), file);
    } else {
      Recipe travelling = Departure.of(recipe, OutputFile.folder(file));
      PictureWriter.write(mixed, type, file, RecipeText.json(travelling));
    }
  }
}
