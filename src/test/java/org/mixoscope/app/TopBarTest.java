package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Screen;
import org.mixoscope.app.explore.ExploreScreen;
import org.mixoscope.app.ui.JobNews;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Theme;

@ExtendWith(Toolkit.class)
class TopBarTest {
  private static final int NARROWEST = 1100;
  private static final int WIDEST = 1900;

  /// Whatever the width was before, and whatever jobs are called.
  @ParameterizedTest
  @EnumSource
  void allOfItLiesInTheWindow(Language language) {
    List<String> tooWide =
        Hands.ask(
            () -> {
              Desk desk =
                  Screens.desk(
                      Screens.model(),
                      new Screens.Answers(),
                      language,
                      Theme.LIGHT,
                      TaskRunner.inline());
              MainWindow.of(desk); // it says what commands do
              Map<Command, Supplier<Screen>> screens = new LinkedHashMap<>();
              List.of(
                      Command.EXPLORE,
                      Command.COMPARE,
                      Command.TUNE,
                      Command.AUDIT,
                      Command.BATCH,
                      Command.TRAIN,
                      Command.TEXT)
                  .forEach(command -> screens.put(command, () -> new ExploreScreen(desk)));
              ObjectProperty<@Nullable JobNews> batch = new SimpleObjectProperty<>();
              ObjectProperty<@Nullable JobNews> seeds = new SimpleObjectProperty<>();
              TopBar bar =
                  new TopBar(
                      desk, new Deck(desk, screens, Command.EXPLORE), batch, seeds, command -> {});
              Pane window = new Pane(bar);
              desk.look().dress(new Scene(window));
              List<String> found = new ArrayList<>();
              for (String name : List.of("", "photos", "照片照片照片照片照片照片", "W".repeat(99))) {
                JobNews news =
                    name.isEmpty() ? null : new JobNews(name, JobNews.Stage.RUNNING, 99, 100);
                for (JobNews second : new JobNews[] {null, news}) {
                  batch.set(news);
                  seeds.set(second);
                  for (int width = WIDEST; width >= NARROWEST; width -= 5) {
                    resize(bar, width);
                    if (bar.getWidth() > width) {
                      found.add("%d px: %s needs %.0f".formatted(width, name, bar.getWidth()));
                    }
                  }
                }
              }
              return found;
            });

    assertTrue(tooWide.isEmpty(), () -> String.join("\n", tooWide));
  }

  /// As the window does: no narrower than it needs to be as it is now.
  private static void resize(TopBar bar, double width) {
    for (int pass = 0; pass < 3; pass++) {
      bar.resize(Math.max(width, bar.minWidth(-1)), bar.prefHeight(-1));
      bar.applyCss();
      bar.layout();
    }
  }
}
