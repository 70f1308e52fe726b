package org.mixoscope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.ask;
import static org.mixoscope.app.Hands.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.InWindow;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(InWindow.class)
class PickerTest {
  private static final String LONG = "one with a name that takes more room than the others";

  private final List<String> chosen = new ArrayList<>();
  private Picker<String> picker;

  @Start
  void start(Stage stage) {
    Theme.LIGHT.applyToApplication();
    picker =
        new Picker<>(
            "pick",
            List.of("a", LONG, "b"),
            value -> value,
            chosen::add,
            new Messages(Language.ENGLISH));
    picker.show("a");
    VBox around = new VBox(picker);
    around.setAlignment(Pos.TOP_LEFT);
    Scene scene = new Scene(around, 600, 300);
    new Look(Theme.LIGHT).dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  private String seen() {
    return ((Text) picker.lookup(".list-cell .text")).getText();
  }

  @Test
  void itsListIsMadeWhenItIsOpenedAndItsWidthIsThatOfTheLongestName(FxRobot robot) {
    assertEquals(List.of(), List.copyOf(picker.lookupAll(".virtual-flow")), "nobody opened it yet");
    double width = ask(picker::getWidth);
    run(() -> picker.show(LONG));
    run(() -> picker.getScene().getRoot().layout());
    assertEquals(width, ask(picker::getWidth), "another name was chosen");
    assertEquals(LONG, ask(this::seen), "nothing is cut off");
    robot.clickOn(picker);
    ListView<?> list = robot.lookup("#list-view").queryListView();
    assertEquals(
        List.of("a", LONG, "b"),
        Stream.of("a", LONG, "b")
            .filter(name -> robot.lookup("#list-view").lookup(name).tryQuery().isPresent())
            .toList(),
        "what the list shows");
    assertTrue(ask(list::getWidth) >= width, "no narrower than the box");
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    assertEquals(List.of("b"), chosen);
    assertEquals(width, ask(picker::getWidth), "its list was opened");
  }
}
