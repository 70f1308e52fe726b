package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.dataset.Sample;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;

/// Explore with soft labels: pictures to look at in `target/screenshots`, and no text cut off.
@ExtendWith(Toolkit.class)
class SoftLabelShotsTest {
  private record Shot(String about, Recipe recipe, Snapshot look) {
    @Override
    public String toString() {
      return Shots.name("soft-" + about, look);
    }
  }

  static List<Shot> shots() {
    List<Shot> shots = new ArrayList<>();
    for (Snapshot look : Shots.looks()) {
      shots.add(new Shot("few", recipe(3), look));
      shots.add(new Shot("many", recipe(40), look));
    }
    return shots;
  }

  /// Cat, of which as many classes are a part, and coffee.
  private static Recipe recipe(int classes) {
    Map<String, Double> label = new LinkedHashMap<>();
    label.put("cat", 0.6);
    for (int c = 1; c < classes; c++) {
      label.put("class " + c, 0.4 / (classes - 1));
    }
    Source cat = new Source(Sample.ALL.getFirst().location(), "cat", null, label);
    return Recipe.of(new Mixup(1), 42, cat, Sample.ALL.get(1).source());
  }

  @ParameterizedTest
  @MethodSource("shots")
  void noTextIsCutOff(Shot shot) {
    Parent root =
        Shots.of(shot.recipe(), shot.look(), "soft-" + shot.about(), MainWindow::renderNow);
    int others = shot.recipe().sources().getFirst().soft().size() - 1;
    String cat = new Messages(shot.look().language()).get("sample.cat");
    assertEquals(
        1,
        root.lookupAll(".label").stream()
            .filter(Label.class::isInstance)
            .filter(node -> ("A  " + cat + " + " + others).equals(((Label) node).getText()))
            .count());
  }
}
