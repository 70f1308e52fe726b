package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.ask;
import static org.mixoscope.app.Hands.click;
import static org.mixoscope.app.Hands.clipboard;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;
import static org.mixoscope.app.Hands.text;
import static org.mixoscope.app.Hands.wheel;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.dataset.Sample;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.recipe.RecipeText;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Journeys through the sheet on which a figure is chosen.
@ExtendWith(InWindow.class)
class FigureSheetTest {
  private final MixModel model = Screens.model();
  private final Screens.Answers dialogs = new Screens.Answers();
  private MainWindow window;

  @Start
  void start(Stage stage) {
    window = Screens.show(stage, Screens.desk(model, dialogs));
  }

  @Test
  void whatIsChosenIsSeenSavedAndKept(@TempDir Path folder, FxRobot robot) throws Exception {
    open(robot);
    Image usual = preview(robot);
    assertEquals("2560 × 911 pixels", text(robot, "#figure-size"));

    click(robot, "#figure-panel-formula");
    assertTrue(preview(robot).getHeight() > usual.getHeight(), "it holds more");
    click(robot, "#figure-column");
    click(robot, "#figure-titled");
    robot.write("One pair");
    settle();
    click(robot, "#figure-PDF");
    assertTrue(text(robot, "#figure-size").startsWith("84 × "), text(robot, "#figure-size"));
    String command = command(robot);
    assertTrue(
        command.endsWith(
            "--template column --panels sources,mix,label,formula \"--title=One pair\""),
        command);
    click(robot, "#figure-same-copy");
    assertEquals(command, clipboard());

    Path file = folder.resolve("pair.pdf");
    dialogs.answer = Optional.of(file);
    push(robot, KeyCode.CONTROL, KeyCode.S);
    assertEquals("%PDF-", new String(Files.readAllBytes(file), 0, 5, StandardCharsets.ISO_8859_1));
    assertEquals(model.recipe(), RecipeText.parse(EmbeddedRecipe.of(file).orElseThrow()));
    assertTrue(text(robot, "#toast .label").endsWith("pair.pdf"), "said where one looks");

    push(robot, KeyCode.ESCAPE);
    assertFalse(sheet(robot).isVisible());
    open(robot);
    assertEquals(command, command(robot), "it is as it was left");
  }

  @Test
  void itIsLookedAtFromNearer(FxRobot robot) {
    open(robot);
    ImageView picture = robot.lookup("#figure-preview").queryAs(ImageView.class);
    double fitting = picture.getFitWidth();
    assertTrue(fitting < 1280, "all of it is seen");
    push(robot, KeyCode.DIGIT1);
    assertEquals(2560, picture.getFitWidth(), 1e-6);
    assertEquals(2560, preview(robot).getWidth(), "pixel for pixel");
    assertEquals("100 %", robot.lookup("#figure-zoom-one").queryAs(Button.class).getText());
    ScrollPane pane =
        (ScrollPane)
            Stream.iterate((Node) picture, Node::getParent)
                .filter(ScrollPane.class::isInstance)
                .findFirst()
                .orElseThrow();
    double before = pane.getHvalue();
    robot.drag(pane).moveBy(-40, 0).moveBy(-40, 0).drop();
    settle();
    assertTrue(pane.getHvalue() > before, "dragged");
    Bounds on = ask(() -> pane.localToScreen(pane.getLayoutBounds()));
    wheel(pane, new Point2D(on.getCenterX(), on.getCenterY()), 40, true);
    double turned = picture.getFitWidth();
    assertNotEquals(2560, turned, 1, "the wheel");
    push(robot, KeyCode.MINUS);
    push(robot, KeyCode.MINUS);
    double chosen = picture.getFitWidth();
    assertTrue(chosen < 2560 && 2560 < turned, "the keys");
    click(robot, "#figure-title");
    robot.write("10");
    settle();
    assertEquals(chosen, picture.getFitWidth(), 1e-6, "digits of a title are no keys");
    click(robot, "#figure-zoom-fit");
    assertEquals(
        fitting / picture.getImage().getWidth(),
        picture.getFitWidth() / picture.getImage().getWidth(),
        0.05);
  }

  @Test
  @SuppressWarnings("unchecked")
  void itIsWideAndDark(FxRobot robot) {
    open(robot);
    click(robot, "#figure-wide-slide");
    click(robot, "#figure-theme-dark");
    assertEquals("2560 × 1440 pixels", text(robot, "#figure-size"));
    assertTrue(command(robot).contains("--template wide-slide --theme dark"), command(robot));
    assertEquals(0xFF121419, preview(robot).getPixelReader().getArgb(1, 1));
    push(robot, KeyCode.ESCAPE);
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
    ComboBox<String> down = robot.lookup("#down-variable").queryAs(ComboBox.class);
    run(() -> down.setValue("alpha"));
    open(robot);
    String said = text(robot, "#figure-sheet-of");
    assertTrue(said.contains("Left out, since nothing can be mixed there: "), said);
  }

  @Test
  void itFollowsWhatItShows(FxRobot robot) {
    open(robot);
    Image before = preview(robot);
    run(() -> model.choose(MethodType.of("mosaic")));
    assertNotEquals(before, preview(robot));
    assertTrue(robot.lookup("#figure-panel-beta").query().isDisabled(), "it draws no λ");
    click(robot, "#figure-GIF");
    assertTrue(text(robot, "#figure-size").contains("12 frames"), text(robot, "#figure-size"));
    push(robot, KeyCode.ESCAPE);

    push(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
    open(robot);
    assertTrue(command(robot).contains("--across method="), command(robot));
    assertTrue(robot.lookup("#figure-GIF").query().isDisabled(), "a sheet does not move");
    assertTrue(text(robot, "#figure-size").startsWith("2560 × "), "so it is a PNG");
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
    assertTrue(RecipeText.looksLikeOne(clipboard()));
    assertEquals(Command.COMPARE, window.frontProperty().get());
  }

  @Test
  void objectsAreDrawnWhileExploreDrawsThem(FxRobot robot) {
    open(robot);
    Node objects = robot.lookup("#figure-panel-objects").query();
    assertTrue(objects.isDisabled(), "nothing is known");
    assertFalse(command(robot).contains("--panels"), command(robot));
    run(() -> model.edit(r -> r.with(0, r.sources().getFirst().withAnnotation(Sample.OBJECTS))));
    run(() -> model.edit(r -> r.with(1, r.sources().get(1).withAnnotation(Sample.OBJECTS))));
    assertFalse(objects.isDisabled());
    assertTrue(command(robot).contains("--panels sources,mix,label,objects"), command(robot));
    Image drawn = preview(robot);
    click(robot, "#figure-panel-objects");
    assertFalse(command(robot).contains("--panels"), command(robot));
    assertNotEquals(drawn, preview(robot));
    click(robot, "#figure-panel-objects");
    run(() -> model.sight().marksShownProperty().set(false));
    assertTrue(objects.isDisabled());
    assertFalse(command(robot).contains("--panels"), command(robot));
  }

  @Test
  void keysStayOnTheSheet(FxRobot robot) {
    open(robot);
    var before = model.recipe();
    for (int i = 0; i < 30; i++) {
      robot.push(KeyCode.TAB);
      settle();
      Node owner = window.getScene().getFocusOwner();
      assertTrue(
          Stream.iterate(owner, node -> node != null, Node::getParent)
              .anyMatch(sheet(robot)::equals),
          () -> "the focus left to " + owner);
    }
    robot.push(KeyCode.R);
    settle();
    assertEquals(before, model.recipe(), "what lies behind hears nothing");
  }

  private void open(FxRobot robot) {
    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    assertTrue(sheet(robot).isVisible());
  }

  private static Node sheet(FxRobot robot) {
    return robot.lookup("#figure-sheet").query();
  }

  private static Image preview(FxRobot robot) {
    return robot.lookup("#figure-preview").queryAs(ImageView.class).getImage();
  }

  private static String command(FxRobot robot) {
    return robot.lookup("#figure-command").queryAs(TextField.class).getText();
  }
}
