package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.awaitFrames;
import static org.mixoscope.app.Hands.centre;
import static org.mixoscope.app.Hands.drag;
import static org.mixoscope.app.Hands.onScreen;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;
import static org.mixoscope.app.Hands.text;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.state.View;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.Scale;
import org.mixoscope.dataset.Sample;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Mixer;
import org.mixoscope.kernel.Patchwork;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.BoxMethod;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.kernel.method.Parameter;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Journeys of a user with mouse and keyboard.
@ExtendWith(InWindow.class)
class ExploreScreenTest {
  private final MixModel model = Screens.model();
  private Desk desk;
  private MainWindow screen;

  @Start
  void start(Stage stage) {
    desk = Screens.desk(model, new Screens.Answers());
    screen = Screens.show(stage, desk);
  }

  @Test
  void everyStepOfTheLambdaSliderIsOnScreenByteForByte(FxRobot robot) {
    choose(robot, "mixup");
    Node thumb = robot.lookup("#lambda-slider .thumb").query();
    Point2D start = centre(thumb);
    robot.moveTo(start).press(MouseButton.PRIMARY);
    for (int step = 1; step <= 8; step++) {
      robot.moveTo(start.add(step * 9, 0));
      settle();
      assertScreenShowsTheRecipe(robot);
    }
    robot.release(MouseButton.PRIMARY);
    double lambda = model.recipe().draw().lambda();
    assertNotEquals(Screens.recipe(new Mixup(1)).draw().lambda(), lambda);
    assertEquals(
        Scale.LAMBDA.format(lambda),
        robot.lookup("#effective-lambda").queryAs(Label.class).getText());
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals(
        Screens.recipe(new Mixup(1)).draw(), model.recipe().draw(), "the drag was one step");
    assertScreenShowsTheRecipe(robot);
  }

  @Test
  void draggingTheBoxOverTheBorderClipsItAndTheLabelFollows(FxRobot robot) {
    run(() -> model.editDraw(d -> d.withLambda(0.75).at(0.5, 0.5)));
    Box before = box();
    Node box = robot.lookup("#box").query();
    double scale = scale(robot);
    Point2D start = centre(box);
    drag(robot, start, start.add(10, 0), start.add(190 * scale, 0));
    Box after = box();
    assertEquals(before.width(), after.width());
    assertTrue(after.x2() > 451, "sticks out of the picture");
    Mix mix = mix();
    assertTrue(mix.effectiveLambda() > 0.75);
    long inside = after.clip(new Frame(300, 451)).area();
    assertEquals(1 - inside / 135300.0, mix.effectiveLambda(), 1e-12);
    assertScreenShowsTheRecipe(robot);
  }

  @Test
  void cornersResizeByLambdaAndEdgesFreeTheBox(FxRobot robot) {
    run(() -> model.editDraw(d -> d.withLambda(0.75).at(0.5, 0.5)));
    dragBy(robot, "#grip11", 40, 30);
    assertTrue(model.recipe().draw().lambda() < 0.75);
    assertNull(model.recipe().draw().region());
    dragBy(robot, "#grip10", 30, 0);
    assertNotNull(model.recipe().draw().region());
    assertScreenShowsTheRecipe(robot);
    robot.doubleClickOn(robot.lookup("#lambda-slider").query().getParent().lookup(".symbol"));
    assertEquals(Screens.recipe(new CutMix(1)).draw(), model.recipe().draw());
  }

  @Test
  void keysDoWhatTheSheetSays(FxRobot robot) {
    double lambda = model.recipe().draw().lambda();
    robot.type(KeyCode.RIGHT);
    assertEquals(lambda + 0.01, model.recipe().draw().lambda(), 1e-9);
    push(robot, KeyCode.SHIFT, KeyCode.LEFT);
    assertEquals(lambda - 0.09, model.recipe().draw().lambda(), 1e-9);
    robot.type(KeyCode.M);
    assertEquals(new Mixup(1), model.recipe().method());
    robot.type(KeyCode.C);
    assertEquals(new CutMix(1), model.recipe().method());
    robot.type(KeyCode.R);
    assertEquals(1, model.recipe().index());
    robot.type(KeyCode.DIGIT4);
    assertEquals(View.WEIGHTS, model.sight().viewProperty().get());
    robot.type(KeyCode.F1);
    assertTrue(robot.lookup("#keys-sheet").query().isVisible());
    robot.type(KeyCode.ESCAPE);
    assertFalse(robot.lookup("#keys-sheet").query().isVisible());
    robot.type(KeyCode.L);
    assertEquals(Language.CHINESE, desk.messages().languageProperty().get());
  }

  @Test
  void everyMethodIsDrawnAndHasItsControls(FxRobot robot) {
    Screens.types().forEach(type -> assertHasControls(type, robot));
  }

  @Test
  void whatTheMethodMissesStandsInThePlaceOfThePicture(FxRobot robot) {
    run(() -> model.edit(r -> r.with(1, new Sample("galaxies").source())));
    run(() -> model.choose(MethodType.of("classmix")));
    Label waiting = robot.lookup(".waiting").queryAs(Label.class);
    assertTrue(waiting.isVisible());
    assertTrue(waiting.getText().startsWith("classmix needs to know what is where in B"));
    assertFalse(robot.lookup("#mixed-picture").query().isVisible());
    run(() -> model.choose(MethodType.of("mixup")));
    assertFalse(waiting.isVisible());
    assertScreenShowsTheRecipe(robot);
  }

  private void assertHasControls(MethodType type, FxRobot robot) {
    run(() -> model.choose(type));
    assertScreenShowsTheRecipe(robot);
    run(() -> model.drawNext());
    assertScreenShowsTheRecipe(robot);
    assertFalse(robot.lookup("#toast").tryQuery().isPresent(), "nothing went wrong");
    for (Parameter<?> parameter : type.parameters()) {
      boolean number = parameter instanceof Parameter.Real || parameter instanceof Parameter.Whole;
      Parameter<?> lower = type.lowerEnd(parameter);
      String id = "#" + (lower == null ? parameter : lower).id() + (number ? "-slider" : "");
      assertEquals(1, robot.lookup(id).queryAll().size());
      if (number) {
        run(robot.lookup(id).<Node>query()::requestFocus);
        if (lower != null) {
          robot.type(KeyCode.TAB);
        }
        assertKeysMove(parameter, type.upperEnd(parameter) == null, robot);
      }
    }
  }

  private void assertKeysMove(Parameter<?> parameter, boolean upwards, FxRobot robot) {
    Recipe before = model.recipe();
    robot.type(upwards ? KeyCode.RIGHT : KeyCode.LEFT);
    if (model.recipe().equals(before)) {
      robot.type(upwards ? KeyCode.LEFT : KeyCode.RIGHT); // it was at its end
    }
    assertNotEquals(
        before.method().settings().get(parameter),
        model.recipe().method().settings().get(parameter),
        parameter.id());
    assertScreenShowsTheRecipe(robot);
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals(before, model.recipe());
  }

  @Test
  void thePointFollowsThePointerAndItsKeys(FxRobot robot) {
    choose(robot, "mosaic");
    run(() -> model.editDraw(d -> d.at(0.5, 0.5)));
    Draw before = model.recipe().draw();
    double scale = scale(robot);
    Point2D start = centre(robot.lookup("#position").query());
    robot.moveTo(start).press(MouseButton.PRIMARY);
    for (int step = 1; step <= 4; step++) {
      robot.moveTo(start.add(step * 20 * scale, step * 10 * scale));
      settle();
      assertScreenShowsTheRecipe(robot);
    }
    robot.release(MouseButton.PRIMARY);
    Box first = ((Patchwork) mix().composition()).patches().getFirst().box();
    assertEquals(226 + 80, first.x2(), 2);
    assertEquals(150 + 40, first.y2(), 2);
    push(robot, KeyCode.SHIFT, KeyCode.LEFT);
    assertEquals(
        first.x2() - 10, ((Patchwork) mix().composition()).patches().getFirst().box().x2());
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals(before, model.recipe().draw(), "the drag was one step");
  }

  @Test
  void theNextMethodIsAKeyAway(FxRobot robot) {
    MethodType next = MethodType.all().get(2);
    robot.type(KeyCode.N);
    assertEquals(next, model.recipe().method().type());
    push(robot, KeyCode.SHIFT, KeyCode.N);
    assertEquals("cutmix", model.recipe().method().type().id());
    assertScreenShowsTheRecipe(robot);
  }

  @Test
  void aThirdSourceIsAddedDimmedAndRemoved(FxRobot robot) {
    Recipe before = model.recipe();
    robot.clickOn("#add-source");
    settle();
    robot.clickOn("#add-rocket");
    settle();
    assertEquals("rocket", model.recipe().sources().get(2).className());
    assertEquals(
        Set.of(PseudoClass.getPseudoClass("unused")),
        robot.lookup("#source-C").query().getPseudoClassStates().stream()
            .filter(state -> state.getPseudoClassName().equals("unused"))
            .collect(Collectors.toSet()));
    assertScreenShowsTheRecipe(robot);
    robot.clickOn("#remove-C");
    settle();
    assertEquals(before, model.recipe());
    robot.type(KeyCode.A);
    assertEquals("astronaut", model.recipe().sources().get(2).className());
    push(robot, KeyCode.CONTROL, KeyCode.Z);
    assertEquals(before, model.recipe());
  }

  @Test
  void lettersTypedIntoAClassNameAreNoCommands(FxRobot robot) {
    Recipe before = model.recipe();
    robot.doubleClickOn("#class-A").write("mrc").type(KeyCode.ENTER);
    assertEquals("mrc", model.recipe().sources().getFirst().className());
    assertEquals(before.method(), model.recipe().method());
    assertEquals(before.index(), model.recipe().index());
    assertEquals(List.of("mrc", "coffee"), mix().classes());
  }

  @Test
  void aTypedValueIsTakenAndABadOneIsNot(FxRobot robot) {
    TextField field = robot.lookup("#alpha-field").queryAs(TextField.class);
    run(field::clear);
    robot.clickOn(field).write("0.2").type(KeyCode.ENTER);
    assertEquals(new CutMix(0.2), model.recipe().method());
    run(field::clear);
    robot.clickOn(field).write("-3").type(KeyCode.ENTER);
    assertEquals(new CutMix(0.2), model.recipe().method());
    robot.clickOn("#seed-field");
    assertEquals("0.20", field.getText());
  }

  @Test
  void whyAValueIsRefusedIsSaidAtTheField(FxRobot robot) {
    TextField field = robot.lookup("#alpha-field").queryAs(TextField.class);
    run(field::clear);
    robot.clickOn(field).write("wide").type(KeyCode.ENTER);
    assertEquals("wide is no number. Type one such as 0.25.", text(robot, ".refusal"));
    run(() -> field.setText("0"));
    assertTrue(robot.lookup(".refusal").tryQuery().isEmpty(), "it is typed over");
    robot.type(KeyCode.ENTER);
    assertTrue(text(robot, ".refusal").contains("must be above 0"));
    run(() -> field.setText("0,25"));
    robot.type(KeyCode.ENTER);
    assertEquals(new CutMix(0.25), model.recipe().method());
    assertTrue(robot.lookup(".refusal").tryQuery().isEmpty());

    TextField seed = robot.lookup("#seed-field").queryAs(TextField.class);
    robot.doubleClickOn(seed).write("many");
    robot.clickOn(field);
    assertEquals("many is no whole number. Type one such as 42.", text(robot, ".refusal"));
    assertEquals(Long.toString(model.recipe().seed()), seed.getText(), "the old one is back");
  }

  @Test
  void pixelsOfSmallPicturesAreShownAsSquares(FxRobot robot) {
    run(() -> model.setFrame(new Frame(8, 12), Fit.STRETCH));
    Pixels expected = Mixer.mix(mix().composition(), model.pictures().prepared().screen());
    Image image = robot.lookup("#mixed-picture").queryAs(ImageView.class).getImage();
    int factor = (int) image.getWidth() / 12;
    assertTrue(factor > 2, "magnified");
    assertEquals(8.0 * factor, image.getHeight());
    for (int y = 0; y < 8 * factor; y++) {
      for (int x = 0; x < 12 * factor; x++) {
        int argb = image.getPixelReader().getArgb(x, y);
        assertEquals((int) expected.valueAt(y / factor, x / factor, 0), argb & 0xFF);
        assertEquals((int) expected.valueAt(y / factor, x / factor, 2), argb >> 16 & 0xFF);
      }
    }
  }

  @Test
  void theMarkerInTheDensityIsLambda(FxRobot robot) {
    Bounds plot = onScreen(robot.lookup("#beta-plot").query());
    robot.clickOn(plot.getMinX() + 8 + 0.25 * (plot.getWidth() - 16), plot.getCenterY());
    settle();
    assertEquals(0.25, model.recipe().draw().lambda(), 0.01);
    assertScreenShowsTheRecipe(robot);
  }

  @Test
  void theStatusLineNamesThePixelsUnderThePointer(FxRobot robot) {
    run(() -> model.editDraw(d -> d.withLambda(0.75).at(0.5, 0.5)));
    robot.moveTo(centre(robot.lookup("#box").query()));
    settle();
    String text = robot.lookup("#pixel-status").queryAs(Label.class).getText();
    assertTrue(text.contains("weight of A 0.000  B 1.000"), text);
  }

  private void assertScreenShowsTheRecipe(FxRobot robot) {
    awaitFrames(2);
    Prepared ready = model.pictures().prepared();
    assertNotNull(ready);
    Pixels expected =
        Mixer.mix(
            mix().composition(),
            model.recipe().blending(),
            mix().outcome().sources(ready.screen()));
    ImageView view = robot.lookup("#mixed-picture").queryAs(ImageView.class);
    byte[] shown = new byte[(int) expected.byteSize()];
    view.getImage()
        .getPixelReader()
        .getPixels(
            0,
            0,
            expected.width(),
            expected.height(),
            PixelFormat.getByteBgraPreInstance(),
            shown,
            0,
            expected.width() * 4);
    assertTrue(expected.sameAs(Pixels.of(shown, expected.frame(), 4)), "pixels on screen");
    LabelBar bar = robot.lookup("#mixed-label").queryAs(LabelBar.class);
    for (int c = 0; c < mix().classes().size(); c++) {
      HBox segment = (HBox) bar.getChildren().get(c);
      double share = mix().label().get(c);
      assertEquals(share * bar.getWidth(), segment.getWidth(), 1, "label bar");
      assertEquals(LabelBar.number(share), ((Label) segment.getChildren().getLast()).getText());
    }
  }

  /// Opens the list of methods and clicks on one.
  private void choose(FxRobot robot, String id) {
    robot.clickOn("#method");
    ListView<MethodType> list = robot.lookup(".combo-box-popup .list-view").queryListView();
    run(() -> list.scrollTo(MethodType.of(id)));
    settle();
    robot.clickOn("#method-" + id);
    run(screen::requestFocus);
    assertEquals(id, model.recipe().method().type().id());
  }

  private static void dragBy(FxRobot robot, String grip, double dx, double dy) {
    Point2D start = centre(robot.lookup(grip).query());
    drag(robot, start, start.add(dx / 2, dy / 2), start.add(dx, dy));
  }

  private Box box() {
    BoxMethod method = model.boxMethod();
    assertNotNull(method);
    return method.box(model.recipe().draw(), new Frame(300, 451));
  }

  private Mix mix() {
    Mix mix = model.mix();
    assertNotNull(mix);
    return mix;
  }

  private static double scale(FxRobot robot) {
    return robot.lookup("#mixed-picture").queryAs(ImageView.class).getFitWidth() / 451;
  }
}
