package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.ask;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.run;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.ui.Language;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(InWindow.class)
class AboutTest {
  private Desk desk;

  @Start
  void start(Stage stage) {
    desk = Screens.desk(Screens.model(), new Screens.Answers());
    Screens.show(stage, desk);
  }

  @Test
  void whatIsShippedIsListedWithItsLicenceAndCopiedAsATable(FxRobot robot) {
    push(robot, KeyCode.CONTROL, KeyCode.F1);
    assertTrue(robot.lookup("#about-sheet").query().isVisible());
    String version = text(robot);
    run(() -> desk.messages().speak(Language.CHINESE));
    assertFalse(version.equals(text(robot)), "it follows the language");
    push(robot, KeyCode.CONTROL, KeyCode.C);
    assertEquals(
        Shipped.all().stream().map(Shipped::line).toList(), Hands.clipboard().lines().toList());
    assertTrue(
        Hands.clipboard().contains("OpenCV\tApache-2.0\thttps://opencv.org"), Hands.clipboard());
    run(() -> robot.lookup("#about-copy").queryAs(Button.class).fire());
    push(robot, KeyCode.ESCAPE);
    assertFalse(robot.lookup("#about-sheet").query().isVisible());
  }

  private static String text(FxRobot robot) {
    return ask(() -> robot.lookup("#about-version").queryAs(Label.class).getText());
  }
}
