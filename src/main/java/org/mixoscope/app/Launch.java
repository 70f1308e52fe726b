package org.mixoscope.app;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.memory.MemoryFile;
import org.mixoscope.app.memory.Remembered;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.ui.Icons;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Look;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.ScaledRoot;
import org.mixoscope.app.ui.StillCarets;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.recipe.Recipe;

/// The window from its first moment to its last: a place on the screen, then all screens, then the
/// pictures.
///
/// @param choice of the recipe to begin with
/// @param folder of pictures that is opened too; null for none
/// @param file that keeps what the window leaves while it is open
/// @param found what the last window left
/// @param windows those that are open
/// @param look of the window
record Launch(
    Function<Remembered, Recipe> choice,
    @Nullable Path folder,
    MemoryFile file,
    MemoryFile.Found found,
    Windows windows,
    Look look) {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;

  /// Half a screen, a quarter of a projector's: letters shrink there, and all is still to be seen.
  private static final double SMALLEST_WIDTH = 640;

  private static final double SMALLEST_HEIGHT = 420;

  /// What a system puts around a window, or more.
  private static final double FRAME = 60;

  /// Two for what is seen and one for a job of Batch, which may take hours.
  private static final int WORKERS = 3;

  /// Opens the window.
  void open(Stage stage) {
    Remembered last = found.remembered();
    stage.setTitle("Mixoscope");
    stage.setMinWidth(SMALLEST_WIDTH);
    stage.setMinHeight(SMALLEST_HEIGHT);
    CompletableFuture<Remembered> left = windows.one();
    stage.setOnHiding(e -> left.complete(last));
    Rectangle2D screen = Screen.getPrimary().getVisualBounds();
    WindowPlace place = new WindowPlace(stage);
    place.restore(last.window(), file.claim());
    Theme theme = look.themeProperty().get();
    Opening.show(
        stage,
        theme,
        Math.min(WIDTH, screen.getWidth()),
        Math.min(HEIGHT, screen.getHeight() - FRAME),
        endedBy(
            left,
            () -> {
              theme.applyToApplication();
              fill(stage, place, left);
            }));
  }

  /// Lest a defect leaves the logo on the screen for ever.
  private static Runnable endedBy(CompletableFuture<Remembered> left, Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException | Error defect) {
        left.completeExceptionally(defect);
      }
    };
  }

  /// Texts in the language of the last window.
  static Messages messages(MemoryFile.Found found) {
    return new Messages(
        Objects.requireNonNullElseGet(found.remembered().language(), Language::ofSystem));
  }

  /// One with the same mix, and with what else a window finds when the last one has closed.
  private Launch another(Remembered now) {
    return new Launch(
        remembered -> Objects.requireNonNull(remembered.recipe()),
        null,
        file,
        new MemoryFile.Found(now, null, found.place()),
        windows,
        look.another());
  }

  private static void apologiseIn(MainWindow window) {
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, defect) -> {
              System.getLogger("mixoscope").log(System.Logger.Level.ERROR, "a defect", defect);
              window.apologise(defect);
            });
  }

  private void fill(Stage stage, WindowPlace place, CompletableFuture<Remembered> left) {
    Remembered last = found.remembered();
    Messages messages = messages(found);
    TaskRunner tasks = TaskRunner.background(WORKERS);
    Desk desk =
        App.desk(choice.apply(last), new PictureCache(), messages, look, tasks, () -> stage);
    MainWindow window = MainWindow.of(desk);
    Session session = new Session(desk, window, place, file);
    session.restore(last);
    // Before there is anything to draw: what is read beside is there with the screen.
    window.load();
    desk.actions().put(Command.NEW_WINDOW, () -> another(session.now()).open(new Stage()));
    // The window in front speaks for all.
    apologiseIn(window);
    stage
        .focusedProperty()
        .subscribe(
            focused -> {
              if (focused) {
                apologiseIn(window);
              }
            });
    if (found.isFirst()) {
      window.hint();
    }
    ScaledRoot root = new ScaledRoot(window);
    show(root, window, stage.getScene());
    Opening.whileDrawing(
        stage,
        endedBy(
            left,
            () -> {
              window.showScreen(true);
              lay(root, window.screen().page().node());
              // A job that runs ends with the samples under way, so that it can be resumed.
              stage.setOnHiding(
                  e -> {
                    Remembered now = session.end();
                    look.leave();
                    desk.model().pictures().footage().close();
                    var _ = window.batch().close().thenRun(() -> left.complete(now));
                  });
              session.restoreLater(last);
              begin(stage, window, desk);
            }));
  }

  private void begin(Stage stage, MainWindow window, Desk desk) {
    // Four pictures to read and one to shrink, for lists of windows: once all else is drawn.
    Platform.runLater(() -> stage.getIcons().addAll(Icons.ofWindow()));
    if (found.problem() != null) {
      desk.toast().warn(desk.messages().get(found.problem(), found.place().toString()));
    }
    if (folder != null) {
      window.open(folder);
    }
  }

  /// The bar alone at first: while this thread makes the screen, the one that draws learns on it
  /// what takes it longest. Dressed before it is filled, a scene finds the style of each node once.
  private void show(ScaledRoot root, MainWindow window, Scene scene) {
    look.dress(scene);
    window.showScreen(false);
    scene.setRoot(root);
    StillCarets.in(scene);
    window.requestFocus();
    lay(root, root);
  }

  /// Nodes that draw when they know their size do so in the first frame.
  ///
  /// @param added what has no style yet: all else would be styled again
  private static void lay(ScaledRoot root, Node added) {
    added.applyCss();
    root.layout();
  }
}
