package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.Screens;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.figure.FigureFormat;
import org.mixoscope.figure.Template;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Window and command line write the same figures, to the byte.
@ExtendWith(ApplicationExtension.class)
class FigureFacesTest {
  @TempDir Path folder;

  private final Recipe recipe =
      Screens.recipe(new CutMix(1)).with(new Frame(40, 60), Fit.COVER).drawn(3);
  private final Screens.Answers dialogs = new Screens.Answers();
  private final Screens.Held held = new Screens.Held();

  @Test
  void exportOfTheWindowIsWhatTheCommandLineWrites() throws Exception {
    for (FigureFormat format : FigureFormat.values()) {
      Path ofWindow = folder.resolve("window" + format.extension());
      Path ofLine = folder.resolve("line" + format.extension());
      dialogs.answer = Optional.of(ofWindow);
      fx(
          () -> {
            Desk desk = desk(TaskRunner.inline());
            desk.figures().templateProperty().set(Template.COLUMN);
            desk.figures().save(format);
          });
      Run.of(
              "figure",
              "--recipe",
              RecipeText.line(recipe),
              "--template",
              "column",
              "--lang",
              "zh",
              "-o",
              ofLine.toString())
          .good();

      assertArrayEquals(Files.readAllBytes(ofLine), Files.readAllBytes(ofWindow), format.name());
    }
  }

  @Test
  void cancelledGifLeavesNoFile() {
    Path file = folder.resolve("sweep.gif");
    dialogs.answer = Optional.of(file);
    fx(
        () -> {
          Desk desk = desk(held);
          desk.figures().save(FigureFormat.GIF);
          Button cancel = (Button) desk.toast().lookup("#toast-cancel");
          assertTrue(cancel.isVisible(), "while the work goes on");
          cancel.fire();
          held.waiting.remove().run();
          assertFalse(cancel.isVisible(), "it is over");
        });

    assertFalse(Files.exists(file));
  }

  private Desk desk(TaskRunner tasks) {
    return Screens.desk(Screens.model(recipe), dialogs, Language.CHINESE, Theme.LIGHT, tasks);
  }

  private static void fx(Runnable work) {
    WaitForAsyncUtils.waitForAsyncFx(60_000, work);
  }
}
