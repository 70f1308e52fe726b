package org.mixoscope.app.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.Hands;
import org.mixoscope.app.InWindow;
import org.mixoscope.app.Screens;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Messages;

/// Networks answer when they can: what is drawn until then is of one question, never of two.
@ExtendWith(InWindow.class)
class InsightPlotsTest {
  private final Screens.Held tasks = new Screens.Held();
  private final TrainModel model = new TrainModel(Screens.model(), tasks);

  private void answer() {
    while (!tasks.waiting.isEmpty()) {
      tasks.waiting.removeFirst().run();
    }
  }

  private LabView view() {
    return Objects.requireNonNull(model.trainer().viewProperty().get());
  }

  @Test
  void aPlotIsLaidOutWhileItWaitsForNetworksOfOtherData() {
    Hands.run(
        () -> {
          InsightPlots plots = new InsightPlots(model, new Messages(Language.ENGLISH));
          new Scene(plots, 400, 300);
          model.setActive(true);
          answer();
          for (Insight.Plot plot : Insight.Plot.values()) {
            model.insightProperty().set(model.insightProperty().get().with(plot));
            for (String data : List.of("moons", LabData.DIGITS, "blobs")) {
              model.edit(now -> now.with(LabData.of(data)));
              answer();
              model.trainer().finishEpoch();
              answer();
              LabView now = view();
              assertEquals(data, now.options().data().source());
              plots.show(now);
              plots.applyCss();
              plots.layout();
              answer();
              plots.layout();
            }
          }
        });
  }

  @Test
  void robustnessHasARowForWhatIsDoneToDataOfTheKind() {
    Hands.run(
        () -> {
          RobustnessPane pane = new RobustnessPane(model, new Messages(Language.ENGLISH));
          new Scene(pane, 400, 300);
          model.setActive(true);
          answer();
          pane.show(view());
          answer();
          assertEquals(2 * 3, bars(pane));
          model.edit(now -> now.with(LabData.of(LabData.DIGITS)));
          answer();
          pane.show(view());
          assertEquals(0, bars(pane), "those of the moons are gone");
          answer();
          assertEquals(2 * 4, bars(pane));
          assertNotEquals("", pane.getAccessibleText());
        });
  }

  private static int bars(RobustnessPane pane) {
    pane.layout();
    return pane.lookupAll(".run-bar").size();
  }
}
