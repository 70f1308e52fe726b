package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.InWindow;
import org.mixoscope.app.Screens;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.FigureSettings;
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
import org.testfx.util.WaitForAsyncUtils;

/// Window and command line write the same figures, to the byte.
@ExtendWith(InWindow.class)
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
            choose(desk, settings -> settings.with(Template.COLUMN).with(format));
            desk.figures().save();
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
          choose(desk, settings -> settings.with(FigureFormat.GIF));
          desk.figures().save();
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

  private static void choose(Desk desk, UnaryOperator<FigureSettings> change) {
    ObjectProperty<FigureSettings> settings = desk.figures().settingsProperty();
    settings.set(change.apply(settings.get()));
  }

  private static void fx(Runnable work) {
    WaitForAsyncUtils.waitForAsyncFx(60_000, work);
  }
}
