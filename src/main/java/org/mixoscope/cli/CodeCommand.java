package org.mixoscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.PictureReader;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import org.mixoscope.recipe.code.CodeTarget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Settings as the code that has them elsewhere.
@Command(
    name = "code",
    customSynopsis = "mixoscope code [A B …] --for NAME [OPTIONS]",
    description = {
      "Prints code with the settings of a mix: for a library that draws by itself, or a Java"
          + " program or command line that makes the same pixels again.",
      "The options that make the mix are those of mixoscope mix.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mixoscope code sample:cat sample:coffee --for torchvision --method mixup --alpha 0.2",
      "  mixoscope code cat.jpg cup.jpg --for timm --box-rule timm-1.0.29 --smoothing 0.1",
      "  mixoscope code --for java --recipe mixed.png"
    })
final class CodeCommand implements Callable<Integer> {
  private final PrintWriter out;

  @Option(
      names = "--for",
      required = true,
      paramLabel = "NAME",
      converter = TargetChoice.class,
      description =
          "torchvision (transforms.v2), timm (data.Mixup), keras (keras 3, or keras-cv for what"
              + " only that has), java, or cli for a command line.")
  CodeTarget target = CodeTarget.CLI;

  @Mixin final RecipeOptions options = new RecipeOptions();

  CodeCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws RecipeException, IOException {
    SourceReader reader = new SourceReader(new PictureReader(Recipe.MAX_FRAME_PIXELS));
    Recipe recipe = options.settings(reader);
    Optional<String> code = target.write(recipe, DrawOptions.frame(recipe, reader));
    out.println(
        code.orElseThrow(
                () ->
                    Refusal.failed(
                        "%s has no %s".formatted(target.id(), recipe.method().type().id())))
            .stripTrailing());
    return 0;
  }

  static final class TargetChoice extends Choice<CodeTarget> {
    TargetChoice() {
      super(CodeTarget.values(), CodeTarget::id);
    }
  }
}
