package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.ScaledRoot;
import org.mixoscope.app.ui.ScreenPixels;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Theme;
import org.mixoscope.dataset.Sample;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.recipe.Axis;
import org.mixoscope.recipe.Recipe;

/// The Compare screen in both themes, languages and sizes: pictures to look at in
/// `target/screenshots`, and no text cut off.
@ExtendWith(Toolkit.class)
class CompareShotsTest {
  /// @param down empty for nothing
  private record Shot(
      String name, String across, String down, int sources, Frame frame, Snapshot settings) {
    @Override
    public String toString() {
      return Shots.name("compare-" + name, settings);
    }
  }

  static List<Shot> shots() {
    List<Shot> shots = new ArrayList<>();
    for (Snapshot look : Shots.looks()) {
      shots.add(new Shot("methods", "method=all", "", 2, null, look));
    }
    Theme light = Theme.LIGHT;
    Language english = Language.ENGLISH;
    String alphas = "alpha=0.1,0.2,0.5,1,2,8";
    shots.add(shot("alphas", alphas, "draw=0:4", 2, null, 1280, light, english));
    shots.add(shot("alphas", alphas, "draw=0:4", 2, null, 1100, light, english));
    shots.add(shot("alphas", alphas, "draw=0:4", 2, null, 1920, Theme.DARK, Language.CHINESE));
    shots.add(shot("hundred", "seed=1:100", "", 2, null, 1280, light, english));
    shots.add(
        shot("square", "method=all", "lambda=0:1:5", 2, new Frame(224, 224), 1280, light, english));
    shots.add(shot("tiny", "method=all", "", 2, new Frame(32, 32), 1280, light, english));
    shots.add(shot("five", "method=all", "", 5, null, 1280, light, english));
    shots.add(shot("few", "lambda=0.2,0.5,0.8", "", 2, null, 1280, light, english));
    shots.add(
        shot("refused", "method=mixup,cutmix,fmix", "profile=all", 2, null, 1280, light, english));
    shots.add(shot("rules", "box-rule=all", "", 2, new Frame(400, 200), 1280, light, english));
    return shots;
  }

  private static Shot shot(
      String name,
      String across,
      String down,
      int sources,
      Frame frame,
      int width,
      Theme theme,
      Language language) {
    return new Shot(name, across, down, sources, frame, Shots.look(width, theme, language));
  }

  @ParameterizedTest
  @MethodSource("shots")
  void noTextIsCutOff(Shot shot) {
    List<String> cutOff =
        Hands.ask(
            () -> {
              Scene scene = scene(shot);
              Image image = scene.getRoot().snapshot(null, null);
              Shots.save(ScreenPixels.rgb(image), shot.toString());
              assertEquals(shot.settings().width(), image.getWidth());
              return Shots.cutOff(scene.getRoot());
            });
    assertEquals(List.of(), cutOff);
  }

  private static Scene scene(Shot shot) {
    Recipe recipe =
        Recipe.of(
                new CutMix(1),
                42,
                Sample.ALL.stream().limit(shot.sources()).map(Sample::source).toList())
            .with(shot.frame(), Fit.COVER);
    MixModel model = Screens.model(recipe.with(recipe.draw().withLambda(0.6)));
    Desk desk =
        Screens.desk(
            model,
            new Screens.Answers(),
            shot.settings().language(),
            shot.settings().theme(),
            TaskRunner.inline());
    MainWindow window = MainWindow.of(desk);
    Scene scene =
        new Scene(new ScaledRoot(window), shot.settings().width(), shot.settings().height());
    desk.look().dress(scene);
    layOut(scene);
    window.show(Command.COMPARE);
    layOut(scene);
    vary(scene, "across", shot.across());
    vary(scene, "down", shot.down());
    layOut(scene);
    layOut(scene);
    return scene;
  }

  @SuppressWarnings("unchecked")
  private static void vary(Scene scene, String side, String axis) {
    if (!axis.isEmpty()) {
      ComboBox<String> variable = (ComboBox<String>) scene.lookup("#" + side + "-variable");
      variable.setValue(Axis.parse(axis).name());
      if (scene.lookup("#" + side + "-checks").isVisible()) {
        return; // all are ticked
      }
      TextField values = (TextField) scene.lookup("#" + side + "-values");
      values.setText(axis.substring(axis.indexOf('=') + 1));
      values.fireEvent(new ActionEvent());
    }
  }

  private static void layOut(Scene scene) {
    Node root = scene.getRoot();
    root.applyCss();
    scene.getRoot().layout();
  }
}
