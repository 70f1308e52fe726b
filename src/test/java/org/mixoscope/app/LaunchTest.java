package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.ask;
import static org.mixoscope.app.Hands.awaitFrames;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.memory.MemoryFile;
import org.mixoscope.app.memory.Remembered;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Look;
import org.mixoscope.app.ui.ScaledRoot;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Recipe;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(InWindow.class)
class LaunchTest {
  private static final Recipe RECIPE = Screens.recipe(new Mixup(1));
  private static final Remembered LAST =
      new Remembered(
          new Remembered.Place(10, 20, 980, 710, false),
          Theme.DARK,
          Language.CHINESE,
          RECIPE.drawn(7),
          "TUNE",
          List.of(),
          List.of(RECIPE),
          true,
          Map.of());

  private final Windows windows = new Windows();
  private final CompletableFuture<Remembered> left = windows.left();
  private Thread.@Nullable UncaughtExceptionHandler before;
  private Stage stage;

  @TempDir private Path folder;

  /// Not that of the other tests: a launch limits its size.
  @BeforeEach
  void make() {
    stage = ask(Stage::new);
    before = ask(() -> Thread.currentThread().getUncaughtExceptionHandler());
  }

  @AfterEach
  void putBack() {
    run(
        () -> {
          stage.setOnHiding(null);
          stage.hide();
          Thread.currentThread().setUncaughtExceptionHandler(before);
        });
  }

  private Launch launch(Function<Remembered, Recipe> choice) {
    Path file = folder.resolve("settings.json");
    return new Launch(
        choice,
        null,
        new MemoryFile(file),
        new MemoryFile.Found(LAST, null, file),
        windows,
        ask(() -> new Look(LAST.theme())));
  }

  @Test
  void theWindowIsThereBeforeItsScreensAndLeavesWhatItFound() throws Exception {
    run(
        () -> {
          launch(Remembered::recipe).open(stage);
          assertTrue(stage.isShowing());
          assertInstanceOf(
              ImageView.class, stage.getScene().getRoot().getChildrenUnmodifiable().getFirst());
          assertEquals(Theme.DARK.page(), stage.getScene().getFill());
          assertEquals(980, stage.getWidth());
        });
    awaitScreens();
    assertTrue(
        ask(() -> stage.getScene().lookup("#training-recipes") != null), "the screen left last");
    assertFalse(left.isDone());
    run(stage::close);
    Remembered now = left.get(1, TimeUnit.MINUTES);
    assertEquals(LAST.recipe(), now.recipe());
    assertEquals(LAST.window(), now.window());
    assertEquals(LAST.screen(), now.screen());
    assertEquals(LAST.language(), now.language());
  }

  @Test
  void anotherWindowBeginsWithTheSameMixAndTheLastOneToCloseCounts() throws Exception {
    run(() -> launch(Remembered::recipe).open(stage));
    awaitScreens();
    press(stage, KeyCode.N, true, true);
    Stage other =
        ask(
            () ->
                Window.getWindows().stream()
                    .filter(one -> one instanceof Stage && one.isShowing() && !one.equals(stage))
                    .map(Stage.class::cast)
                    .findFirst()
                    .orElseThrow());
    WaitForAsyncUtils.waitFor(
        60, TimeUnit.SECONDS, () -> ask(() -> other.getScene().getRoot() instanceof ScaledRoot));
    assertTrue(other.getX() > stage.getX(), "beside the first");
    List<String> dark = List.copyOf(stage.getScene().getStylesheets());
    press(other, KeyCode.T, false, false);
    assertNotEquals(dark, stage.getScene().getStylesheets(), "all windows have one theme");
    assertEquals(stage.getScene().getStylesheets(), other.getScene().getStylesheets());
    run(stage::close);
    assertFalse(left.isDone());
    run(other::close);
    assertEquals(LAST.recipe(), left.get(1, TimeUnit.MINUTES).recipe());
    assertEquals(LAST.language(), left.get(1, TimeUnit.MINUTES).language());
  }

  private static void press(Stage in, KeyCode code, boolean withShift, boolean withControl) {
    run(
        () ->
            Event.fireEvent(
                in.getScene().getRoot().getChildrenUnmodifiable().getFirst(),
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", code, withShift, withControl, false, false)));
  }

  @Test
  void closedBeforeItsScreensAreMadeItLeavesAllAsItWas() throws Exception {
    run(
        () -> {
          launch(
                  last -> {
                    throw new AssertionError("screens are made for nobody");
                  })
              .open(stage);
          stage.close();
          stage.setOnHiding(null);
        });
    assertEquals(LAST, left.get(1, TimeUnit.MINUTES));
    Stage other = ask(Stage::new);
    run(other::show);
    awaitFrames(5);
    run(other::close);
    assertFalse(stage.getScene().getRoot() instanceof ScaledRoot);
  }

  @Test
  void closedWhileOnlyItsBarIsThereItLeavesAllAsItWas() throws Exception {
    run(
        () -> {
          launch(Remembered::recipe).open(stage);
          stage
              .getScene()
              .rootProperty()
              .addListener((property, logo, bar) -> Platform.runLater(stage::close));
        });
    assertEquals(LAST, left.get(1, TimeUnit.MINUTES));
  }

  @Test
  void aDefectInAScreenEndsTheProgramInsteadOfLeavingTheLogo() {
    IllegalStateException defect = new IllegalStateException("a defect");
    run(
        () ->
            launch(
                    last -> {
                      throw defect;
                    })
                .open(stage));
    ExecutionException end =
        assertThrows(ExecutionException.class, () -> left.get(1, TimeUnit.MINUTES));
    assertEquals(defect, end.getCause());
  }

  private void awaitScreens() throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        1, TimeUnit.MINUTES, () -> stage.getScene().getRoot() instanceof ScaledRoot);
    settle();
  }
}
