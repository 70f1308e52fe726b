package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.ask;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;
import static org.mixoscope.app.Hands.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.ui.Language;
import org.mixoscope.dataset.Measure;
import org.mixoscope.image.DicomBuilder;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.PictureWriter;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Levels;
import org.mixoscope.recipe.Source;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Window and level on the Explore screen.
@ExtendWith(InWindow.class)
class WindowTest {
  private static final int SIDE = 64;
  private static final String BUTTON = "#window-button";

  @TempDir static Path folder;

  private final MixModel model = Screens.model();
  private final Screens.Answers answers = new Screens.Answers();
  private Desk desk;

  @Start
  void start(Stage stage) {
    desk = Screens.desk(model, answers);
    Screens.show(stage, desk);
    stage.setHeight(720);
  }

  private void openSlices() throws IOException {
    Path a = slice("a.dcm", 1);
    Path b = slice("b.dcm", 2);
    run(() -> model.pictures().open(Map.of(0, Source.of(a), 1, Source.of(b))));
    settle();
  }

  private static Path slice(String name, long seed) throws IOException {
    short[] numbers = new short[SIDE * SIDE];
    int[] values = new Random(seed).ints(numbers.length, 0, 4096).toArray();
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (short) values[i];
    }
    return Files.write(folder.resolve(name), DicomBuilder.slice(SIDE, SIDE, numbers));
  }

  private Levels window() {
    return ask(() -> Objects.requireNonNull(model.recipe().window()));
  }

  private Levels levels(double center, double width) {
    return ask(
        () -> {
          Measure measure = Objects.requireNonNull(model.pictures().prepared()).measure();
          return Objects.requireNonNull(measure).levels(center, width);
        });
  }

  @Test
  void theButtonIsThereOnlyForMoreThanEightBits(FxRobot robot) throws IOException {
    assertFalse(ask(() -> robot.lookup(BUTTON).query().isVisible()));
    run(() -> desk.outgoing().exportPicture(1));
    assertEquals(".png", answers.offered);
    openSlices();
    assertTrue(ask(() -> robot.lookup(BUTTON).query().isVisible()));
    run(() -> desk.actions().run(Command.TUNE));
    assertEquals("Samples are of 8 bits, as the files say", text(robot, "#tune-reduced"));

    Path real = folder.resolve("real.tiff");
    Pixels numbers =
        Pixels.of(new int[4], new Frame(2, 2), ElementType.UINT8).as(ElementType.FLOAT32);
    numbers.put(0, -1.5);
    PictureWriter.write(numbers, NumberType.FLOAT32, real, null);
    run(() -> model.pictures().open(Map.of(0, Source.of(real), 1, Source.of(real))));
    run(() -> desk.outgoing().exportPicture(1));
    assertEquals(".tiff", answers.offered, "what a .png would lose");
  }

  @Test
  void windowsAreChosenAndTypedAndUndone(FxRobot robot) throws IOException {
    openSlices();
    robot.clickOn(BUTTON);
    settle();
    robot.clickOn("#window-preset-bone");
    assertEquals(levels(400, 1800), window());
    robot.clickOn("#window-all");
    settle();
    assertTrue(window().low() >= -1024 && window().low() < -1000, "the least number");
    robot.clickOn("#window-own");
    assertNull(ask(() -> model.recipe().window()));
    robot.doubleClickOn("#window-center").write("50").type(KeyCode.ENTER);
    assertEquals(levels(50, 400), window());
    robot.doubleClickOn("#window-width").write("0").type(KeyCode.ENTER);
    settle();
    assertEquals(levels(50, 400), window(), "refused");
    assertTrue(robot.lookup(".refusal").tryQuery().isPresent());
    run(() -> model.history().undo());
    assertNull(ask(() -> model.recipe().window()));
  }

  @Test
  void aNewLanguageClosesIt(FxRobot robot) throws IOException {
    openSlices();
    robot.type(KeyCode.H);
    settle();
    assertTrue(robot.lookup("#window-pane").tryQuery().isPresent());
    run(() -> desk.messages().speak(Language.CHINESE));
    settle();
    assertFalse(robot.lookup("#window-pane").tryQuery().isPresent());
    robot.clickOn(BUTTON);
    settle();
    assertEquals("骨", ask(() -> ((Labeled) robot.lookup("#window-preset-bone").query()).getText()));
  }

  @Test
  void theRightButtonDragsTheWindowInOneStepAndAClickStillOpensTheMenu(FxRobot robot)
      throws IOException {
    openSlices();
    Levels before = levels(40, 400);
    Point2D middle = ask(() -> Hands.centre(robot.lookup("#mixed-picture").query()));
    robot.moveTo(middle).press(MouseButton.SECONDARY);
    robot.moveBy(20, -10).moveBy(60, -30);
    robot.release(MouseButton.SECONDARY);
    settle();
    Levels after = window();
    assertTrue(after.high() - after.low() > before.high() - before.low(), "wider");
    assertTrue(after.high() + after.low() > before.high() + before.low(), "higher");
    assertEquals(0, menus(), "a drag opens no menu");
    run(() -> model.history().undo());
    assertNull(ask(() -> model.recipe().window()), "one step");

    robot.moveTo(middle).clickOn(MouseButton.SECONDARY);
    settle();
    assertEquals(1, menus());
    assertNull(ask(() -> model.recipe().window()));
  }

  private static long menus() {
    return ask(
        () ->
            Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .filter(Window::isShowing)
                .count());
  }

  @Test
  void thePixelUnderThePointerIsWhatIsStoredWithItsUnit(FxRobot robot) throws IOException {
    openSlices();
    robot.moveTo("#mixed-picture");
    settle();
    String said = ask(() -> ((Labeled) robot.lookup("#pixel-status").query()).getText());
    assertTrue(said.matches(".*A +−?[0-9]+ HU +B +−?[0-9]+ HU.*−?[0-9]+ HU.*"), said);
  }

  /// Numbers of 16 bits with a sign in three slices, each of one number.
  private static Path volume() throws IOException {
    int slices = 3;
    ByteBuffer bytes = ByteBuffer.allocate(352 + 2 * SIDE * SIDE * slices);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(0, 348);
    short[] dimensions = {3, SIDE, SIDE, (short) slices, 1, 1, 1, 1};
    for (int i = 0; i < dimensions.length; i++) {
      bytes.putShort(40 + 2 * i, dimensions[i]);
    }
    bytes.putShort(70, (short) 4).putShort(72, (short) 16).putFloat(108, 352);
    bytes.put(344, (byte) 'n').put(345, (byte) '+').put(346, (byte) '1');
    for (int i = 0; i < SIDE * SIDE * slices; i++) {
      bytes.putShort(352 + 2 * i, (short) (100 * (i / (SIDE * SIDE)) - 50));
    }
    return Files.write(folder.resolve("volume.nii"), bytes.array());
  }

  @Test
  void aSliceOfAVolumeIsChosenAndPartOfTheRecipe(FxRobot robot) throws IOException {
    assertFalse(ask(() -> robot.lookup("#slice-A").tryQuery().isPresent()), "one picture a file");
    Path file = volume();
    run(() -> model.pictures().open(Map.of(0, Source.of(file), 1, Source.of(file))));
    settle();
    assertEquals(-50, first(), "the first slice");
    run(() -> robot.lookup("#slice-A").query().requestFocus());
    robot.type(KeyCode.RIGHT);
    settle();
    assertEquals(file + "#2", ask(() -> model.recipe().sources().getFirst().location()));
    assertEquals(50, first());
    assertEquals(file.toString(), ask(() -> model.recipe().sources().getLast().location()));
    run(() -> model.history().undo());
    settle();
    assertEquals(-50, first());
    assertEquals(1, ask(() -> ((Slider) robot.lookup("#slice-A").query()).getValue()));
  }

  /// The first number of A.
  private double first() {
    return ask(
        () ->
            Objects.requireNonNull(model.pictures().prepared())
                .full()
                .sources()
                .getFirst()
                .number(0));
  }
}
