package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.ask;
import static org.mixoscope.app.Hands.click;
import static org.mixoscope.app.Hands.push;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.explore.ClassifierPart;
import org.mixoscope.app.state.LambdaCurve;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.Predictions;
import org.mixoscope.app.ui.Language;
import org.mixoscope.app.ui.WhileVisible;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.lab.classifier.Choices;
import org.mixoscope.lab.classifier.Classifier;
import org.mixoscope.lab.classifier.PixelRange;
import org.mixoscope.recipe.Recipe;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// A user's own classifier in Explore.
@ExtendWith(InWindow.class)
class PredictionJourneyTest {
  private final MixModel model =
      Screens.model(Screens.recipe(new Mixup(1)).with(new Frame(64, 64), Fit.COVER));
  private final Screens.Answers answers = new Screens.Answers();
  private Desk desk;
  private Predictions predictions;

  @TempDir Path folder;

  @Start
  void start(Stage stage) {
    desk = Screens.desk(model, answers);
    predictions = desk.predictions();
    Screens.show(stage, desk);
  }

  @Test
  void aClassifierThatIsOpenedFollowsTheMix(FxRobot robot) throws IOException {
    Path file = Classifiers.write(folder.resolve("net.onnx"));
    answers.answer = Optional.of(file);
    Recipe before = model.recipe();
    push(robot, KeyCode.CONTROL, KeyCode.I);

    assertEquals("net.onnx", text(robot, "#prediction-title"));
    assertEquals("", text(robot, "#prediction-remarks"));
    assertEquals(before, model.recipe());
    assertFalse(ask(() -> model.history().canUndoProperty().get()));
    List<Double> first = said();
    Classifier same = Classifier.open(file, Choices.NONE);
    assertEquals(same.predict(ask(model::mixedPixels)), first);

    run(() -> model.editDraw(d -> d.withLambda(0.9)));
    assertNotEquals(first, said());
    assertEquals(same.predict(ask(model::mixedPixels)), said());
    run(() -> model.history().undo());
    assertEquals(first, said());
    assertTrue(spoken(robot, "#prediction-rows").startsWith("Prediction for the mix, "));

    push(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
    assertFalse(WhileVisible.of(robot.lookup("#predictions").query()).getValue());
    assertNull(predictions.saidProperty().get());
  }

  @Test
  void theCurveBeginsWithBAndEndsWithAAndIsNotComputedForEveryStep(FxRobot robot)
      throws IOException {
    open(Classifiers.write(folder.resolve("net.onnx")));
    LambdaCurve curve = curve();
    assertTrue(curve.isWhole());
    assertEquals(21, curve.points().size());
    assertEquals(curve.sources().get(1), curve.points().getFirst().probabilities());
    assertEquals(curve.sources().get(0), curve.points().getLast().probabilities());
    assertEquals(List.of(0.25, 0.75), curve.points().get(5).label());
    assertEquals(OptionalInt.of(1), predictions.classOf(0));
    assertEquals(OptionalInt.of(0), predictions.classOf(1));
    assertTrue(spoken(robot, "#curve-plot").startsWith("Prediction along λ, λ "));

    run(() -> model.editDraw(d -> d.withLambda(0.25)));
    assertEquals(curve, curve());

    run(() -> model.history().beginGesture());
    run(() -> model.edit(r -> r.swapped()));
    assertEquals(curve, curve(), "while something is dragged");
    run(() -> model.history().endGesture());
    assertNotEquals(curve, curve());
    assertEquals(curve.sources().reversed(), curve().sources());
  }

  @Test
  void aMethodWithoutLambdaSaysWhyThereIsNoCurve(FxRobot robot) throws IOException {
    open(Classifiers.write(folder.resolve("net.onnx")));
    run(() -> model.choose(MethodType.of("mosaic")));

    assertTrue(curve().points().isEmpty());
    assertEquals(
        "Mosaic has no λ to vary, so there is no curve along λ.", text(robot, "#curve-why"));
    assertTrue(text(robot, "#prediction-alone").startsWith("A: "));
  }

  @Test
  void whatTheFileDoesNotSayIsAssumedAloudAndCanBeChosen(FxRobot robot) throws IOException {
    open(Classifiers.writeSilent(folder.resolve("net.onnx")));
    assertEquals(
        "ImageNet pixels assumed · softmax added · no names of classes",
        text(robot, "#prediction-remarks"));
    List<Double> before = said();

    click(robot, "#prediction-settings");
    ComboBox<PixelRange> range = robot.lookup("#prediction-range").query();
    run(() -> range.setValue(PixelRange.SIGNED));
    assertNotEquals(before, said());
    assertEquals("softmax added · no names of classes", text(robot, "#prediction-remarks"));
    answers.answer =
        Optional.of(Files.writeString(folder.resolve("names.txt"), "coffee\ncat\nrocket\nother"));
    click(robot, "#prediction-choose");
    assertEquals("softmax added", text(robot, "#prediction-remarks"));
    run(() -> desk.messages().speak(Language.CHINESE));
    assertEquals("已加 softmax", text(robot, "#prediction-remarks"));

    answers.answer = Optional.of(Files.writeString(folder.resolve("few.txt"), "one\ntwo"));
    List<String> named = classifier().classes();
    run(() -> predictions.choose(Choices.NONE.with(folder.resolve("few.txt"))));
    assertEquals(named, classifier().classes(), "what does not fit changes nothing");
    assertTrue(text(robot, "#toast .label").contains("few.txt"));
  }

  @Test
  void whatIsNoNetworkIsExplainedAndTheLastStays(FxRobot robot) throws IOException {
    open(Classifiers.write(folder.resolve("net.onnx")));
    Path text = Files.writeString(folder.resolve("text.onnx"), "no network");
    run(() -> predictions.open(text));

    assertTrue(text(robot, "#toast .label").startsWith(text + " is not an ONNX file"));
    assertEquals("net.onnx", text(robot, "#prediction-title"));
  }

  @Test
  void theNextWindowOpensItAgainAndSaysOnceThatItIsGone(FxRobot robot) throws IOException {
    Path file = Classifiers.writeSilent(folder.resolve("net.onnx"));
    run(() -> predictions.open(file));
    run(() -> predictions.choose(Choices.NONE.with(PixelRange.BYTES)));
    JsonNode left = ask(() -> new ClassifierPart(predictions).remembered());
    run(predictions::close);

    run(() -> new ClassifierPart(predictions).recall(left));
    assertNull(predictions.classifierProperty().get(), "not before the first frame");
    run(predictions::load);
    assertEquals(PixelRange.BYTES, classifier().understood().assumed());
    assertEquals(left, ask(() -> new ClassifierPart(predictions).remembered()));

    run(predictions::close);
    Files.delete(file);
    run(() -> new ClassifierPart(predictions).recall(left));
    run(predictions::load);
    assertEquals(file + " does not exist. Check the path.", text(robot, "#toast .label"));
    assertTrue(ask(() -> new ClassifierPart(predictions).remembered()).isEmpty());
  }

  @Test
  void itFollowsOnlyWhereItIsSeen() throws IOException {
    open(Classifiers.write(folder.resolve("net.onnx")));
    List<Double> before = said();
    run(() -> desk.actions().run(Command.TUNE));
    run(() -> model.editDraw(d -> d.withLambda(0.05)));
    assertEquals(before, said());
    run(() -> desk.actions().run(Command.EXPLORE));
    assertNotEquals(before, said());
  }

  private void open(Path file) {
    run(() -> predictions.open(file));
  }

  private List<Double> said() {
    return ask(() -> Objects.requireNonNull(predictions.saidProperty().get()).probabilities());
  }

  private LambdaCurve curve() {
    return ask(() -> Objects.requireNonNull(predictions.curveProperty().get()));
  }

  private Classifier classifier() {
    Classifier now = ask(() -> predictions.classifierProperty().get());
    assertNotNull(now);
    return now;
  }

  private static String spoken(FxRobot robot, String query) {
    Node node = robot.lookup(query).query();
    return ask(node::getAccessibleText);
  }
}
