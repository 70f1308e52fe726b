package org.mixoscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.App;
import org.mixoscope.app.Snapshot;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.dataset.Sample;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Opens the window.
@Command(
    name = "explore",
    customSynopsis =
        "mixoscope explore [A [B …] | FOLDER | EXPERIMENT | LESSON | RECIPE] [--recipe FILE|TEXT]",
    description = {
      "Opens the Explore window on two pictures; those left out are the samples cat and coffee. A"
          + " folder of pictures or a data set is opened to choose from; folders in it are classes."
          + " One without folders is A, as a clip, if it is a DICOM series or its files are called"
          + " frame and a number."
          + " An experiment that the Train screen saved is opened there, a lesson is given, and a"
          + " recipe in a .json or .mixoscope file is that of --recipe.",
      "Without any it goes on where the window was left.",
      ""
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  mixoscope explore",
      "  mixoscope explore cat.jpg cup.jpg",
      "  mixoscope explore imagenette/train",
      "  mixoscope explore --recipe mixed.png",
      "  mixoscope explore moons.json",
      "  mixoscope explore lesson.json"
    })
final class ExploreCommand implements Callable<Integer> {
  /// Its first CutMix shows what there is to see: most of the cup, and a box that the border clips.
  private static final long SEED = 259;

  private static final String INSTEAD =
      "render the window with: mixoscope snapshot A B -o FIGURE.png";

  private final PrintWriter out;

  @Mixin final Sources sources = new Sources();

  @Option(
      names = "--without-display",
      paramLabel = "FILE",
      hidden = true,
      description = "What to render the window to if there is no display.")
  @Nullable Path substitute;

  ExploreCommand(PrintWriter out) {
    this.out = out;
  }

  @Override
  public Integer call() throws RecipeException, PictureException {
    Path folder = sources.takeFolder();
    String given = sources.takeRecipe();
    Recipe recipe =
        sources.replaceIn(given == null ? start() : RecipeArgument.read(given).recipe());
    if (sources.recipe == null && !sources.pictures.isEmpty()) {
      recipe = new ClipReader(new SourceReader(new PictureReader())).atDepth(recipe);
    }
    if (hasDisplay(System.getProperty("os.name"), System.getenv())) {
      open(recipe, folder, sources.recipe == null && sources.pictures.isEmpty());
    } else if (substitute == null || folder != null) {
      throw Refusal.failed("no display; " + INSTEAD);
    } else {
      render(recipe, substitute);
    }
    return 0;
  }

  /// Linux shows windows only where one of these variables says so.
  static boolean hasDisplay(String system, Map<String, String> environment) {
    return !system.toLowerCase(Locale.ROOT).startsWith("linux")
        || !environment.getOrDefault("DISPLAY", "").isEmpty()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
  }

  /// @param resume whether nothing was asked for, so that the window goes on where it was left
  private static void open(Recipe recipe, @Nullable Path folder, boolean resume) {
    try {
      if (resume && folder == null) {
        App.resume(recipe);
      } else {
        App.explore(recipe, folder);
      }
    } catch (UnsupportedOperationException e) {
      throw Refusal.failed("the display cannot be opened; " + INSTEAD);
    }
  }

  private void render(Recipe recipe, Path file) throws PictureException {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw Refusal.failed(file + ": its folder cannot be made");
    }
    int width = SnapshotCommand.WIDTH;
    int height = SnapshotCommand.HEIGHT;
    App.snapshot(recipe, new Snapshot(width, height, 1, Theme.LIGHT, Language.ENGLISH), file);
    out.println("No display: the Explore window was rendered to " + file);
  }

  private static Recipe start() {
    return Recipe.of(new CutMix(1), SEED, Sample.ALL.get(0).source(), Sample.ALL.get(1).source());
  }
}
