package org.mixoscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.mixoscope.app.App;
import org.mixoscope.app.Snapshot;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.PictureReader;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The Explore window as a picture, for papers and slides.
@Command(
    name = "snapshot",
    customSynopsis = "mixoscope snapshot [A B …] -o FIGURE.png [OPTIONS]",
    description = {
      "Renders the Explore window of a mix to a PNG; needs no display.",
      "The options that make the mix are those of mixoscope mix.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mixoscope snapshot cat.jpg cup.jpg -o figure.png --lambda 0.7 --classes cat,cup",
      "  mixoscope snapshot cat.jpg cup.jpg -o figure.png --theme dark --lang zh --scale 2",
      "  mixoscope snapshot --recipe mixed.png -o figure.png --width 1920 --height 1080"
    })
final class SnapshotCommand implements Callable<Integer> {
  static final int WIDTH = 1280;
  static final int HEIGHT = 800;

  private final PrintWriter out;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FIGURE.png",
      description = "The PNG file to write.")
  String output = "";

  // Not the theme itself: picocli looks into the types of options, and in Theme it finds JavaFX.
  @Option(
      names = "--theme",
      paramLabel = "NAME",
      converter = ThemeChoice.class,
      description = "light or dark. The default is light.")
  String theme = "light";

  @Option(
      names = "--lang",
      paramLabel = "CODE",
      converter = LanguageChoice.class,
      description = "The language of the window: en or zh (中文). The default is en.")
  Language language = Language.ENGLISH;

  @Option(
      names = "--scale",
      paramLabel = "N",
      converter = Scale.class,
      description =
          "Pixels of the file per pixel of the window and side, 1 to 4; the file may have 100"
              + " megapixels. The default is 1.")
  int scale = 1;

  @Option(
      names = "--width",
      paramLabel = "PIXELS",
      converter = Width.class,
      description = "The width of the window, 800 to 4096 pixels. The default is 1280.")
  int width = WIDTH;

  @Option(
      names = "--height",
      paramLabel = "PIXELS",
      converter = Height.class,
      description = "The height of the window, 600 to 4096 pixels. The default is 800.")
  int height = HEIGHT;

  @Mixin final RecipeOptions options = new RecipeOptions();

  SnapshotCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws RecipeException, IOException {
    if ((long) width * height * scale * scale > Recipe.MAX_FRAME_PIXELS) {
      throw Refusal.usage(
          "--scale: a window of %d×%d pixels times %d is above 100 megapixels"
              .formatted(width, height, scale));
    }
    Path file = OutputFile.require(output, List.of(".png"));
    SourceReader reader = new SourceReader(new PictureReader(Recipe.MAX_FRAME_PIXELS));
    Recipe described = options.recipe(reader);
    Recipe recipe =
        options.sources.recipe == null ? new ClipReader(reader).atDepth(described) : described;
    OutputFile.requireNoInput(file, recipe, options.sources.recipe);
    Snapshot settings =
        new Snapshot(width, height, scale, Theme.valueOf(theme.toUpperCase(Locale.ROOT)), language);
    App.snapshot(recipe, settings, file);
    out.println("The Explore window was rendered to " + output);
    return 0;
  }

  static final class ThemeChoice extends Choice<String> {
    ThemeChoice() {
      super(new String[] {"light", "dark"}, name -> name);
    }
  }

  static final class LanguageChoice extends Choice<Language> {
    LanguageChoice() {
      super(Language.values(), Language::id);
    }
  }

  static final class Scale extends Values.Range {
    Scale() {
      super(1, 4);
    }
  }

  static final class Width extends Values.Range {
    Width() {
      super(800, 4096);
    }
  }

  static final class Height extends Values.Range {
    Height() {
      super(600, 4096);
    }
  }
}
