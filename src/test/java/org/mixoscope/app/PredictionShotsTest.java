package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.method.Settings;

/// Explore with a classifier: pictures to look at in `target/screenshots`, and no text cut off.
@ExtendWith(Toolkit.class)
class PredictionShotsTest {
  @TempDir static Path folder;

  private record Shot(Method method, Snapshot look) {
    @Override
    public String toString() {
      return "prediction-" + method.type().id();
    }
  }

  static List<Shot> shots() {
    List<Shot> shots = new ArrayList<>();
    for (Snapshot look : Shots.looks()) {
      shots.add(new Shot(new Mixup(1), look));
    }
    for (Snapshot look : Shots.smallLooks()) {
      shots.add(new Shot(new CutMix(1), look));
      shots.add(new Shot(MethodType.of("mosaic").make(Settings.INITIAL), look));
    }
    shots.add(new Shot(new Mixup(1), Shots.look(1100, Theme.LIGHT, Language.ENGLISH)));
    return shots;
  }

  @ParameterizedTest
  @MethodSource("shots")
  void noTextIsCutOff(Shot shot) throws IOException {
    Path file = Classifiers.write(folder.resolve("resnet-small.onnx"));
    Path silent = Classifiers.writeSilent(folder.resolve("silent.onnx"));
    Parent root =
        Shots.of(
            Screens.recipe(shot.method())
                .with(new Frame(256, 256), Fit.COVER)
                .with(new Draw(0.7, 0.6, 0.5)),
            shot.look(),
            shot.toString(),
            window -> {
              window.predictions().open(shot.method() instanceof Mixup ? file : silent);
              for (int pass = 0; pass < 3; pass++) {
                window.applyCss();
                window.layout();
                window.renderNow();
              }
            });

    String title = ((Label) root.lookup("#prediction-title")).getText();
    assertEquals(shot.method() instanceof Mixup ? "resnet-small.onnx" : "silent.onnx", title);
  }
}
