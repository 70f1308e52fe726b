package org.mixoscope.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.memory.ConfigFolder;
import org.mixoscope.app.memory.MemoryFile;
import org.mixoscope.app.memory.Remembered;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.ui.Fonts;
import org.mixoscope.app.ui.Look;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScaledRoot;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.app.ui.SystemFileDialogs;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.dataset.Departure;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;

/// The desktop: where everything that the screens need is made.
public final class App {
  /// A folder for what the window leaves, in place of that of the system. Set by the build: of a
  /// window that closes by itself Java learns what a start needs.
  private static final String REHEARSAL = "mixoscope.rehearsal";

  private App() {}

  /// Opens the window with a recipe; returns when it is closed.
  ///
  /// @param folder of pictures, or experiment, that is opened too; null for none
  public static void explore(Recipe recipe, @Nullable Path folder) {
    run(remembered -> recipe, folder);
  }

  /// Opens the window as it was left; returns when it is closed.
  ///
  /// @param first the recipe for the first time
  public static void resume(Recipe first) {
    run(remembered -> Objects.requireNonNullElse(remembered.recipe(), first), null);
  }

  private static void run(Function<Remembered, Recipe> choice, @Nullable Path folder) {
    // The slowest things to start, side by side.
    Fonts.loadAside();
    PictureReader.warmUpAside();
    String rehearsal = System.getProperty(REHEARSAL);
    Path settings = rehearsal == null ? ConfigFolder.ofSystem() : Path.of(rehearsal);
    MemoryFile file = new MemoryFile(settings.resolve("settings.json"));
    CompletableFuture<MemoryFile.Found> found = CompletableFuture.supplyAsync(file::read);
    // Java keeps the texts that were once read.
    var _ = found.thenApply(Launch::messages);
    Windows windows = new Windows();
    Platform.startup(
        () -> {
          Stage stage = new Stage();
          MemoryFile.Found left = found.join();
          Look look = new Look(left.remembered().theme());
          new Launch(choice, folder, file, left, windows, look).open(stage);
          if (rehearsal != null) {
            Rehearsal.closeOnceComplete(stage);
          }
        });
    try {
      file.write(windows.left().join());
    } catch (IOException _) {
      String lost = "the settings cannot be saved in " + settings + ": is the folder yours?";
      System.getLogger("mixoscope").log(System.Logger.Level.WARNING, lost);
    } finally {
      Platform.exit();
    }
  }

  /// Renders the Explore window with a recipe to a PNG, with no display. The recipe is embedded.
  ///
  /// @throws PictureException if a picture cannot be read or the file cannot be written
  public static void snapshot(Recipe recipe, Snapshot settings, Path out) throws PictureException {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    PictureCache cache = new PictureCache();
    cache.require(recipe);
    CompletableFuture<Pixels> rendered = new CompletableFuture<>();
    Platform.startup(
        () -> {
          try {
            rendered.complete(render(recipe, cache, settings).pixels());
          } catch (RuntimeException | Error e) {
            rendered.completeExceptionally(e);
          }
        });
    Pixels pixels = rendered.join();
    Platform.exit();
    Path folder = out.toAbsolutePath().getParent();
    Recipe travelling = Departure.of(recipe, folder, cache::fingerprint);
    PictureWriter.write(pixels, out, RecipeText.json(travelling));
  }

  /// A window that was rendered, and the nodes it was rendered from.
  record Rendering(Parent root, Pixels pixels) {}

  static Rendering render(Recipe recipe, PictureCache cache, Snapshot settings) {
    return render(recipe, cache, settings, window -> {});
  }

  /// @param first what is done in the window before it is rendered
  static Rendering render(
      Recipe recipe, PictureCache cache, Snapshot settings, Consumer<MainWindow> first) {
    Messages messages = new Messages(settings.language());
    Look look = new Look(settings.theme());
    settings.theme().applyToApplication();
    Desk desk = desk(recipe, cache, messages, look, TaskRunner.inline(), () -> null);
    MainWindow window = MainWindow.of(desk);
    ScaledRoot root = new ScaledRoot(window);
    Scene scene = new Scene(root, settings.width(), settings.height());
    look.dress(scene);
    root.applyCss();
    root.layout();
    window.load();
    first.accept(window);
    root.applyCss();
    root.layout();
    window.renderNow();
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(settings.scale(), settings.scale()));
    parameters.setViewport(
        new Rectangle2D(
            0,
            0,
            (double) settings.width() * settings.scale(),
            (double) settings.height() * settings.scale()));
    return new Rendering(root, ScreenPixels.rgb(root.snapshot(parameters, null)));
  }

  static Desk desk(
      Recipe recipe,
      PictureCache cache,
      Messages messages,
      Look look,
      TaskRunner tasks,
      Supplier<@Nullable Window> owner) {
    MixModel model = new MixModel(recipe, cache, tasks);
    SystemFileDialogs dialogs = new SystemFileDialogs(messages, owner, pasted());
    return Desk.of(model, cache, messages, look, dialogs, tasks);
  }

  /// Pictures from the clipboard are kept, since recipes refer to them.
  private static Path pasted() {
    return ConfigFolder.ofSystem().resolve("pasted");
  }
}
