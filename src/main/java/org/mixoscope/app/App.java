package org.mixoscope.app;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.ui.Fonts;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Look;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScaledRoot;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.app.ui.SystemFileDialogs;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;

/// The desktop: where everything that the screens need is made.
public final class App {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double SMALLEST_WIDTH = 1100;
  private static final double SMALLEST_HEIGHT = 700;

  private App() {}

  /// Opens the window with a recipe; returns when it is closed.
  ///
  /// @param folder of pictures that is opened too; null for none
  public static void explore(Recipe recipe, @Nullable Path folder) {
    // The two slowest things to start, side by side.
    Thread.ofPlatform().daemon().name("mixoscope-natives").start(PictureReader::warmUp);
    CountDownLatch closed = new CountDownLatch(1);
    Platform.startup(() -> open(recipe, folder, closed));
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Platform.exit();
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
    PictureWriter.write(pixels, out, RecipeText.json(recipe));
  }

  /// A window that was rendered, and the nodes it was rendered from.
  record Rendering(Parent root, Pixels pixels) {}

  static Rendering render(Recipe recipe, PictureCache cache, Snapshot settings) {
    return render(recipe, null, cache, settings);
  }

  /// @param folder that is open; null for none
  static Rendering render(
      Recipe recipe, @Nullable Path folder, PictureCache cache, Snapshot settings) {
    Messages messages = new Messages(settings.language());
    Look look = new Look(settings.theme());
    settings.theme().applyToApplication();
    MainWindow window = window(recipe, cache, messages, look, TaskRunner.inline(), () -> null);
    ScaledRoot root = new ScaledRoot(window);
    Scene scene = new Scene(root, settings.width(), settings.height());
    look.dress(scene);
    root.applyCss();
    root.layout();
    window.load();
    if (folder != null) {
      window.open(folder);
      root.layout();
    }
    window.renderNow();
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(new Scale(settings.scale(), settings.scale()));
    return new Rendering(root, ScreenPixels.rgb(root.snapshot(parameters, null)));
  }

  private static void open(Recipe recipe, @Nullable Path folder, CountDownLatch closed) {
    Stage stage = new Stage();
    Messages messages = new Messages(Language.ofSystem());
    Look look = new Look(null);
    look.themeProperty().get().applyToApplication();
    MainWindow window =
        window(recipe, new PictureCache(), messages, look, TaskRunner.background(2), () -> stage);
    Scene scene = new Scene(new ScaledRoot(window), WIDTH, HEIGHT);
    look.dress(scene);
    stage.setScene(scene);
    stage.setTitle("Mixoscope");
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    stage.getIcons().addAll(Icons.ofWindow());
    stage.setOnHidden(e -> closed.countDown());
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, defect) -> {
              System.getLogger("mixoscope").log(System.Logger.Level.ERROR, "a defect", defect);
              window.apologise(defect);
            });
    stage.show();
    window.requestFocus();
    Platform.runLater(window::load);
    if (folder != null) {
      window.open(folder);
    }
  }

  private static MainWindow window(
      Recipe recipe,
      PictureCache cache,
      Messages messages,
      Look look,
      TaskRunner tasks,
      Supplier<@Nullable Window> owner) {
    Fonts.load();
    MixModel model = new MixModel(recipe, cache, tasks);
    SystemFileDialogs dialogs = new SystemFileDialogs(messages, owner, pasted());
    return MainWindow.of(Desk.of(model, cache, messages, look, dialogs, tasks));
  }

  /// Pictures from the clipboard are kept, since recipes refer to them.
  private static Path pasted() {
    return Path.of(System.getProperty("user.home"), ".mixoscope", "pasted");
  }
}
