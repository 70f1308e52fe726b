package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.settle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.IndexedCheckModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.image.EmbeddedRecipe;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Journeys through the Compare screen with mouse and keyboard.
@ExtendWith(InWindow.class)
class CompareScreenTest {
  private final MixModel model = Screens.model();
  private final Screens.Answers dialogs = new Screens.Answers();
  private MainWindow window;

  @Start
  void start(Stage stage) {
    window = Screens.show(stage, Screens.desk(model, dialogs));
  }

  @Test
  void aClickOnACellOpensItInExploreAndUndoGoesBack(FxRobot robot) {
    Recipe before = model.recipe();
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
    assertEquals(Command.COMPARE, window.frontProperty().get());
    assertEquals(MethodType.all().size(), cells(robot).size());
    choose(robot, "across", "lambda");
    values(robot, "across", "0.2,0.5,0.8");
    assertEquals(3, cells(robot).size());
    Node last = cells(robot).get(2);
    robot.moveTo(last);
    settle();
    String status = robot.lookup("#compare-status").queryAs(Label.class).getText();
    assertTrue(status.startsWith("λ = 0.8 · λ 0.800 · λ̂ "), status);
    robot.clickOn(last);
    settle();
    assertEquals(Command.EXPLORE, window.frontProperty().get());
    assertEquals(before.with(before.draw().withLambda(0.8)), model.recipe());
    assertEquals("0.800", robot.lookup("#lambda-field").queryAs(TextField.class).getText());
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals(before, model.recipe());
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
    assertEquals("0.2,0.5,0.8", field(robot, "across").getText(), "the sheet is as it was");
    assertEquals(3, cells(robot).size());
  }

  @Test
  void arrowsSelectAndEnterOpens(FxRobot robot) {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
    double lambda = model.recipe().draw().lambda();
    assertEquals(1, selected(robot));
    push(robot, KeyCode.LEFT);
    assertEquals(0, selected(robot));
    push(robot, KeyCode.LEFT);
    assertEquals(0, selected(robot), "there is nothing before the first");
    push(robot, KeyCode.DOWN);
    int below = selected(robot);
    assertEquals(
        cells(robot).get(0).getLayoutX(), cells(robot).get(below).getLayoutX(), "right below");
    push(robot, KeyCode.UP);
    push(robot, KeyCode.RIGHT);
    push(robot, KeyCode.RIGHT);
    assertEquals(lambda, model.recipe().draw().lambda(), "arrows do not change λ here");
    assertTrue(
        cells(robot).get(2).getAccessibleText().startsWith("CutMix min–max · λ̂ "),
        cells(robot).get(2).getAccessibleText());
    push(robot, KeyCode.ENTER);
    assertEquals(Command.EXPLORE, window.frontProperty().get());
    assertEquals("cutmix-minmax", model.recipe().method().type().id());
  }

  @Test
  void twoVariablesMakeAGrid(FxRobot robot) {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
    choose(robot, "across", "alpha");
    assertEquals("0.1,0.2,0.5,1,2,8", field(robot, "across").getText());
    assertTrue(robot.lookup("#compare-lambda").query().isDisabled(), "α decides λ");
    choose(robot, "down", "box-rule");
    assertEquals(6 * 7, cells(robot).size());
    tick(robot, "down", "legacy", "fastai");
    assertEquals(12, cells(robot).size());
    robot.clickOn(cells(robot).get(6));
    settle();
    CutMix expected = new CutMix(0.1, BoxRule.FASTAI, true);
    assertEquals(expected, model.recipe().method());
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
    choose(robot, "down", "");
    assertEquals(6, cells(robot).size());
    assertFalse(field(robot, "down").isVisible());
  }

  @Test
  void aWrongValueIsExplainedAndTheSheetStays(FxRobot robot) {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
    choose(robot, "across", "alpha");
    values(robot, "across", "0.5,blur");
    Label problem = robot.lookup("#compare-problem").queryAs(Label.class);
    assertTrue(problem.isVisible());
    assertTrue(problem.getText().startsWith("alpha = blur: "), problem.getText());
    assertTrue(
        field(robot, "across")
            .getPseudoClassStates()
            .contains(PseudoClass.getPseudoClass("danger")));
    assertEquals(6, cells(robot).size());
    values(robot, "across", "0.5,1");
    assertFalse(problem.isVisible());
    assertEquals(2, cells(robot).size());
  }

  @Test
  void whatNoMethodCanMixIsLeftOutAndSaid(FxRobot robot) {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
    Label omitted = robot.lookup("#compare-omitted").queryAs(Label.class);
    assertFalse(omitted.isVisible(), "samples are lent what methods need");
    choose(robot, "across", "alpha");
    choose(robot, "down", "method");
    long having = MethodType.all().stream().filter(type -> type.parameter("alpha") != null).count();
    assertEquals(6 * having, cells(robot).size());
    assertTrue(
        omitted.getText().startsWith("Left out, since nothing can be mixed there: CutMix min–max,"),
        omitted.getText());
    assertTrue(omitted.getText().endsWith("(no parameter alpha)."), omitted.getText());
    push(robot, KeyCode.L);
    assertTrue(omitted.getText().endsWith("（没有参数 alpha）。"), omitted.getText());
  }

  @Test
  void methodsAreLeftOutByTheirTicksAndUndoBringsThemBack(FxRobot robot) {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
    int all = MethodType.all().size();
    Recipe before = model.recipe();
    robot.clickOn("#across-checks");
    settle();
    robot.push(KeyCode.DOWN).push(KeyCode.SPACE).push(KeyCode.ESCAPE);
    settle();
    assertEquals(all - 1, cells(robot).size());
    push(robot, KeyCode.R);
    assertNotEquals(before, model.recipe());
    robot.clickOn("#across-flip");
    settle();
    assertEquals(all, cells(robot).size());
    robot.clickOn("#across-flip");
    settle();
    assertEquals(List.of("cutmix"), checks(robot, "across").getCheckModel().getCheckedItems());
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals(all, cells(robot).size());
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals(all - 1, cells(robot).size());
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals(before, model.recipe(), "steps are undone in their order");
    assertEquals(all - 1, cells(robot).size());
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals(all, cells(robot).size());
    push(robot, KeyCode.CONTROL, KeyCode.Y);
    assertEquals(all - 1, cells(robot).size());
  }

  @Test
  void aSheetOfNothingIsRefused(FxRobot robot) {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
    tick(robot, "across");
    Label problem = robot.lookup("#compare-problem").queryAs(Label.class);
    assertEquals("method=: a value is missing", problem.getText());
    assertFalse(cells(robot).isEmpty(), "the sheet before stays");
    tick(robot, "across", "fmix");
    assertFalse(problem.isVisible());
    assertEquals(1, cells(robot).size());
  }

  @Test
  void theSliderMovesTheLambdaOfAllInOneStep(FxRobot robot) {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
    Recipe before = model.recipe();
    Slider slider = robot.lookup("#compare-lambda").queryAs(Slider.class);
    Node thumb = slider.lookup(".thumb");
    robot.drag(thumb).moveBy(-20, 0).moveBy(-20, 0).drop();
    settle();
    double lambda = model.recipe().draw().lambda();
    assertNotEquals(before.draw().lambda(), lambda);
    String mixup = cells(robot).getFirst().getAccessibleText();
    assertTrue(mixup.contains("λ %.3f · λ̂ %.3f".formatted(lambda, lambda)), mixup);
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals(before, model.recipe());
  }

  @Test
  void theSheetIsCopiedAndSavedWithItsRecipe(FxRobot robot, @TempDir Path folder) throws Exception {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
    tick(robot, "across", "mixup", "cutmix", "fmix", "gridmix");
    robot.clickOn("#compare-copy");
    settle();
    String text =
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Clipboard.getSystemClipboard().getString());
    assertEquals(model.recipe(), RecipeText.parse(text));
    Path file = folder.resolve("sheet.png");
    dialogs.answer = Optional.of(file);
    robot.clickOn("#compare-save");
    settle();
    Recipe saved = model.recipe();
    RecipeText.Content inside = RecipeText.read(EmbeddedRecipe.of(file).orElseThrow());
    assertEquals(saved, inside.recipe());
    assertEquals(RecipeText.read(text), inside, "the same as on the clipboard");
    Image image = new Image(file.toUri().toString());
    assertEquals(2560, image.getWidth(), "a slide at double size");
    assertEquals(0xFFFFFFFF, image.getPixelReader().getArgb(1, 1), "on white");
  }

  @Test
  void aSavedSheetBringsItselfBack(FxRobot robot) {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
    choose(robot, "across", "lambda");
    choose(robot, "down", "method");
    values(robot, "across", "0:1:3");
    tick(robot, "down", "mixup", "fmix");
    Recipe saved = model.recipe();
    robot.clickOn("#compare-copy");
    settle();
    choose(robot, "down", "");
    values(robot, "across", "0.5");
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT1);
    push(robot, KeyCode.R);
    assertNotEquals(saved, model.recipe());

    push(robot, KeyCode.CONTROL, KeyCode.V);

    assertEquals(Command.COMPARE, window.frontProperty().get());
    assertEquals(saved, model.recipe());
    assertEquals("0,0.5,1", field(robot, "across").getText());
    assertEquals(List.of("mixup", "fmix"), checks(robot, "down").getCheckModel().getCheckedItems());
    assertEquals(6, cells(robot).size());
  }

  @Test
  void theExportMenuIsThatOfTheScreenInFront(FxRobot robot) throws Exception {
    push(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
    export(robot, "menu-COPY_PICTURE");
    assertNotEquals(Objects.requireNonNull(model.frame()).width(), copiedWidth(), "the sheet");
    assertTrue(exportItem(robot, "export-picture-2").isDisable(), "there is no one picture here");

    push(robot, KeyCode.CONTROL, KeyCode.DIGIT1);
    export(robot, "menu-COPY_PICTURE");
    assertEquals(Objects.requireNonNull(model.frame()).width(), copiedWidth(), "the mix");
    assertFalse(exportItem(robot, "export-picture-2").isDisable());
  }

  private static void export(FxRobot robot, String id) {
    WaitForAsyncUtils.asyncFx(() -> exportItem(robot, id).fire());
    settle();
  }

  private static MenuItem exportItem(FxRobot robot, String id) {
    return robot.lookup("#export-menu").queryAs(MenuButton.class).getItems().stream()
        .filter(item -> id.equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  private static double copiedWidth() throws Exception {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000, () -> Clipboard.getSystemClipboard().getImage().getWidth());
  }

  private static List<Node> cells(FxRobot robot) {
    return new ArrayList<>(robot.lookup(".mix").queryAll());
  }

  private static int selected(FxRobot robot) {
    List<Node> cells = cells(robot);
    for (int k = 0; k < cells.size(); k++) {
      if (cells.get(k).getPseudoClassStates().contains(PseudoClass.getPseudoClass("selected"))) {
        return k;
      }
    }
    return -1;
  }

  private static TextField field(FxRobot robot, String side) {
    return robot.lookup("#" + side + "-values").queryAs(TextField.class);
  }

  @SuppressWarnings("unchecked")
  private static void choose(FxRobot robot, String side, String variable) {
    ComboBox<String> box = robot.lookup("#" + side + "-variable").queryAs(ComboBox.class);
    WaitForAsyncUtils.asyncFx(() -> box.setValue(variable));
    settle();
  }

  private static CheckComboBox<?> checks(FxRobot robot, String side) {
    return robot.lookup("#" + side + "-checks").queryAs(CheckComboBox.class);
  }

  /// Ticks some methods and no others, as the mouse does.
  @SuppressWarnings("unchecked")
  private static void tick(FxRobot robot, String side, String... ticked) {
    IndexedCheckModel<String> model =
        (IndexedCheckModel<String>) checks(robot, side).getCheckModel();
    WaitForAsyncUtils.asyncFx(
        () -> {
          List.of(ticked).forEach(model::check);
          List.copyOf(model.getCheckedItems()).stream()
              .filter(one -> !List.of(ticked).contains(one))
              .forEach(model::clearCheck);
        });
    settle();
  }

  private static void values(FxRobot robot, String side, String text) {
    WaitForAsyncUtils.asyncFx(() -> field(robot, side).clear());
    settle();
    robot.clickOn(field(robot, side)).write(text).push(KeyCode.ENTER);
    settle();
  }
}
