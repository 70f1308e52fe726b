package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.ask;
import static org.mixoscope.app.Hands.click;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;
import static org.mixoscope.app.Hands.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.memory.Part;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.recipe.Source;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// What was used lately, with mouse and keyboard.
@ExtendWith(InWindow.class)
class RecentTest {
  private final MixModel model = Screens.model();
  private Desk desk;
  private MainWindow window;

  @TempDir private Path folder;

  @Start
  void start(Stage stage) {
    desk = Screens.desk(model, new Screens.Answers());
    window = Screens.show(stage, desk);
  }

  @Test
  void picturesOfTheSameNamesAreToldApartAndFoldersAreThere(FxRobot robot) throws IOException {
    Path one = PictureFolders.of(folder.resolve("one"), 1);
    Path other = PictureFolders.of(folder.resolve("other"), 1);
    List<Source> first = pair(one);
    List<Source> second = pair(other);
    run(() -> model.edit(r -> r.withSources(first)));
    run(() -> model.edit(r -> r.withSources(second)));
    run(() -> desk.pool().reopen(one));
    run(() -> desk.pool().close());

    click(robot, "#recent");
    settle();
    assertEquals(3, list(robot).getItems().size());
    List<String> places = captions(robot);
    assertEquals(places.size(), places.stream().distinct().count(), places::toString);
    assertTrue(places.getFirst().contains("cat-000.png + rocket-000.png"), places::toString);
    assertTrue(places.getFirst().contains("other"), places::toString);
    assertEquals(
        4,
        robot.lookup(".recent-well .image-view").queryAllAs(ImageView.class).stream()
            .filter(view -> view.getImage() != null)
            .count());

    push(robot, KeyCode.DOWN);
    push(robot, KeyCode.ENTER);
    assertEquals(first, model.recipe().sources());
    click(robot, "#recent");
    settle();
    push(robot, KeyCode.ESCAPE);
    assertTrue(robot.lookup("#recent-list").tryQuery().isEmpty(), "Esc closes it");
    click(robot, "#recent");
    settle();
    run(() -> list(robot).getSelectionModel().selectLast());
    push(robot, KeyCode.ENTER);
    assertEquals(one, desk.pool().listingProperty().get().root());
  }

  @Test
  void whatIsGoneIsSaidAndCannotBeChosenAndTheListCanBeCleared(FxRobot robot) throws IOException {
    Path one = PictureFolders.of(folder.resolve("one"), 1);
    List<Source> samples = model.recipe().sources();
    run(() -> model.edit(r -> r.withSources(pair(one))));
    run(() -> model.edit(r -> r.withSources(samples)));
    Files.delete(one.resolve("cat/cat-000.png"));
    click(robot, "#recent");
    settle();
    assertTrue(captions(robot).getFirst().startsWith("Not there any more"));
    push(robot, KeyCode.ENTER);
    assertEquals(samples, model.recipe().sources());

    click(robot, "#recent-clear");
    assertEquals(List.of(), desk.recent().all());
    assertTrue(text(robot, "#recent-note").startsWith("Open pictures"));
    assertFalse(list(robot).isVisible());
  }

  @Test
  void foldersComeThroughARestart() throws IOException {
    Path one = PictureFolders.of(folder.resolve("one"), 1);
    Path other = PictureFolders.of(folder.resolve("other"), 1);
    run(() -> desk.pool().open(one));
    run(() -> desk.pool().open(other));
    Part left = part(window);
    MainWindow next =
        ask(() -> MainWindow.of(Screens.desk(Screens.model(), new Screens.Answers())));
    run(() -> part(next).recall(left.remembered()));
    assertEquals(left.remembered(), part(next).remembered());
    assertEquals(2, left.remembered().size());
    assertEquals(other.toString(), left.remembered().get(0).asText());
  }

  private static Part part(MainWindow of) {
    return of.parts().stream()
        .filter(part -> part.name().equals("recent-folders"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Source> pair(Path root) {
    return Stream.of("cat", "rocket")
        .map(name -> root.resolve(name).resolve(name + "-000.png"))
        .map(file -> Source.of(file).withClassName(file.getParent().getFileName().toString()))
        .toList();
  }

  private static ListView<?> list(FxRobot robot) {
    return robot.lookup("#recent-list").queryListView();
  }

  private static List<String> captions(FxRobot robot) {
    return robot.lookup(".recent-row .caption").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .toList();
  }
}
