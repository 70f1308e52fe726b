package org.mixoscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mixoscope.dataset.Departure;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureNames;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.RecipeText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Two pictures and a recipe in, the raw mixed pixels and their label out.
@Command(
    name = "mix",
    customSynopsis = "mixoscope mix [A B …] -o OUT.png [OPTIONS]",
    description = {
      "Mixes two pictures or more, writes the mixed pixels and prints what was drawn and the"
          + " label.",
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
      "  mixoscope mix cat.jpg cup.jpg -o mixed.png --profile keras-3 --method mixup --json",
      "  mixoscope mix --recipe mixed.png -o again.png"
    })
final class MixCommand implements Callable<Integer> {
  private final PrintWriter out;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT.png",
      description = "The file to write: .png for the exact pixels, or .jpg.")
  String output = "";

  @Option(
      names = "--json",
      description =
          "Print one JSON object instead: method, λ, λ̂, box, classes, label, what the label would"
              + " be by the pixels, recipe.")
  boolean json;

  @Mixin final SizeLimit limit = new SizeLimit();

  @Mixin final RecipeOptions options = new RecipeOptions();

  MixCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws RecipeException, PictureException {
    Path file = OutputFile.require(output, PictureNames.WRITTEN);
    SourceReader reader = new SourceReader(limit.reader());
    Recipe recipe = options.recipe(reader);
    OutputFile.requireNoInput(file, recipe, options.sources.recipe);
    Inputs inputs = reader.read(recipe);
    Mix mix = recipe.mix(inputs);
    Pixels mixed = mix.outcome().mix(recipe.blending(), inputs.sources());
    Recipe travelling = Departure.of(recipe, OutputFile.folder(file));
    PictureWriter.write(mixed, file, RecipeText.json(travelling));
    MixReport report = new MixReport(recipe, mix, options.profile());
    out.println(json ? report.json() : report.text(output));
    return 0;
  }
}
