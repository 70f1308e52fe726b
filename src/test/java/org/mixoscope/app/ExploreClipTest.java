package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mixoscope.app.Hands.ask;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;
import static org.mixoscope.app.Hands.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.explore.FootagePart;
import org.mixoscope.app.state.Footage;
import org.mixoscope.app.state.KeptMix;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.ui.Language;
import org.mixoscope.image.NiftiBuilder;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.Window;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.course.ChangingLambda;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.course.FrameRun;
import org.mixoscope.kernel.course.MovingBox;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.FMix;
import org.mixoscope.kernel.method.FMixField;
import org.mixoscope.kernel.method.Method;
import org.mixoscope.kernel.method.Mixup;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.Source;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/// Clips in Explore: chosen frames, courses, and what is saved.
@ExtendWith(InWindow.class)
class ExploreClipTest {
  private static final Frame SIZE = new Frame(24, 32);
  private static final int FRAMES = 6;

  private final MixModel model = Screens.model();
  private final Footage footage = model.pictures().footage();
  private final Screens.Answers answers = new Screens.Answers();
  private Desk desk;

  @TempDir private Path folder;

  @Start
  void start(Stage stage) {
    desk = Screens.desk(model, answers);
    Screens.show(stage, desk);
  }

  @BeforeEach
  void open() throws IOException {
    Source a = Gifs.write(folder, "walk", 1, FRAMES, SIZE);
    Source b = Gifs.write(folder, "run", 2, 4, new Frame(30, 30));
    run(() -> model.sources().use(List.of(a, b)));
  }

  private static byte[] bytes(Pixels pixels) {
    return pixels.memory().asSlice(0, pixels.byteSize()).toArray(ValueLayout.JAVA_BYTE);
  }

  private static Optional<Node> bar(FxRobot robot) {
    return robot.lookup("#clip-bar").tryQuery();
  }

  @Test
  void whatIsShownIsWhatIsWrittenInEveryFrameOfEveryCourse(FxRobot robot) throws IOException {
    for (CourseType type : CourseType.values()) {
      Method method =
          switch (type) {
            case FADE -> new Mixup(1);
            case FIELD -> new FMix(1, 3, 0, FMixField.ISOTROPIC);
            default -> model.recipe().method();
          };
      run(() -> model.edit(r -> r.with(method).with(r.draw().withLambda(0.6)).along(type)));
      Path frames = folder.resolve(type.id());
      answers.answer = Optional.of(frames);
      run(() -> desk.actions().run(Command.SAVE_CLIP));
      List<Path> written;
      try (Stream<Path> files = Files.list(frames)) {
        written = files.filter(file -> file.toString().endsWith(".png")).sorted().toList();
      }
      assertEquals(FRAMES, written.size(), type.id());
      assertTrue(Files.isRegularFile(frames.resolve("recipe.json")), "the recipe goes with it");
      for (int t = FRAMES - 1; t >= 0; t--) {
        int frame = t;
        run(() -> footage.seek(frame));
        assertArrayEquals(
            bytes(new PictureReader().read(written.get(t)).pixels()),
            bytes(model.mixedPixels()),
            type.id() + " " + t);
      }
    }
  }

  @Test
  void boxAndFormulaAreThoseOfTheFrame(FxRobot robot) {
    for (CourseType type :
        List.of(CourseType.ALL, CourseType.RUN, CourseType.BOTH, CourseType.PATH)) {
      run(() -> model.edit(r -> r.with(new CutMix(1)).with(r.draw().withLambda(0.6)).along(type)));
      for (int t = 0; t < FRAMES; t++) {
        int frame = t;
        run(() -> footage.seek(frame));
        double share = 1 - Objects.requireNonNull(model.mix()).effectiveLambda();
        String said = type.id() + " " + t + ", B has " + share;
        assertEquals(1 - share, formula(robot), 1e-9, said);
        Rectangle box = robot.lookup("#box").queryAs(Rectangle.class);
        Bounds picture = ask(() -> robot.lookup("#mixed-picture").query().getBoundsInParent());
        boolean seen = ask(() -> box.getParent().isVisible());
        assertEquals(type != CourseType.RUN && share > 0, seen, said);
        // λ of the screen is that of the draw; where the frame has another one it is said.
        String reason = text(robot, "#lambda-reason");
        assertEquals(type == CourseType.RUN || share == 0, reason.contains("has only"), reason);
        assertEquals(
            type == CourseType.BOTH && share > 0,
            reason.startsWith("Frame " + (t + 1) + " has λ"),
            reason);
        if (seen) {
          double area = box.getWidth() * box.getHeight();
          assertEquals(share, area / (picture.getWidth() * picture.getHeight()), 1e-3, said);
        }
      }
    }
  }

  @Test
  void slowMotionBeginsWithTheLabelOfA(FxRobot robot) {
    String whole = shareOfA(robot);
    run(() -> model.sight().slowMotion().start());
    assertEquals("1.000", shareOfA(robot));
    assertEquals("[1.000, 0.000]", text(robot, "#frame-vector"));
    run(() -> model.sight().slowMotion().stop());
    assertEquals(whole, shareOfA(robot));
  }

  /// As the large bar says it.
  private static String shareOfA(FxRobot robot) {
    return robot
        .from(robot.lookup("#mixed-label").<Node>query())
        .lookup(".segment.source-a .label")
        .queryAllAs(Label.class)
        .stream()
        .map(Label::getText)
        .filter(said -> said.matches("[01]\\.\\d+"))
        .findFirst()
        .orElseThrow();
  }

  /// What `1 − w·h/(W·H)` of the formula comes to.
  private static double formula(FxRobot robot) {
    String lines =
        ask(
            () ->
                robot.lookup(".formula-lines Text").queryAll().stream()
                    .map(node -> ((Text) node).getText())
                    .collect(Collectors.joining()));
    Matcher found = Pattern.compile("1 − (\\d+)·(\\d+) ⁄ \\((\\d+)·(\\d+)\\)").matcher(lines);
    assertTrue(found.find(), lines);
    double[] sides =
        IntStream.rangeClosed(1, 4).mapToDouble(i -> Integer.parseInt(found.group(i))).toArray();
    return 1 - sides[0] * sides[1] / (sides[2] * sides[3]);
  }

  @Test
  void keysStepAndPlayTheClipOnlyWhileThereIsOne(FxRobot robot) {
    Recipe before = model.recipe();
    robot.type(KeyCode.PERIOD).type(KeyCode.PERIOD);
    settle();
    assertEquals(2, footage.frameProperty().get());
    assertEquals("3 / 6 · 0.2 s", text(robot, "#clip-place"));
    robot.type(KeyCode.COMMA).type(KeyCode.COMMA).type(KeyCode.COMMA);
    settle();
    assertEquals(FRAMES - 1, footage.frameProperty().get(), "it loops");
    robot.type(KeyCode.SPACE);
    settle();
    assertTrue(footage.playingProperty().get());
    assertFalse(desk.player().runningProperty().get());
    robot.type(KeyCode.SPACE);
    settle();
    assertFalse(footage.playingProperty().get());
    assertEquals(before, model.recipe(), "scrubbing is no step of the history");

    run(() -> model.sources().use(Screens.recipe(new Mixup(1)).sources()));
    assertFalse(bar(robot).orElseThrow().getParent().isVisible());
    assertFalse(footage.isOpen());
    robot.type(KeyCode.SPACE);
    settle();
    assertTrue(desk.player().runningProperty().get(), "Space plays draws again");
    robot.type(KeyCode.SPACE);
  }

  @Test
  void otherScreensSayAndTakeTheFrameThatIsShown(FxRobot robot) throws IOException {
    run(() -> model.edit(r -> r.with(new CutMix(1)).with(r.draw().withLambda(0.6).at(0.5, 0.5))));
    run(() -> model.edit(r -> r.with(new MovingBox(0, 0))));
    run(() -> footage.seek(FRAMES - 1));
    double shown = Objects.requireNonNull(model.mix()).effectiveLambda();
    assertEquals(
        shown, KeptMix.of(model.recipe(), FRAMES - 1, new PictureCache()).effectiveLambda());
    run(() -> desk.tray().keep(model.recipe()));
    String kept = ask(() -> robot.lookup(".tray-item").query().getAccessibleText());
    assertTrue(kept.contains("Frame 6"), kept);

    run(() -> desk.actions().run(Command.AUDIT));
    assertEquals(
        "Frame 6 of 6 of the clips is what this screen works on", text(robot, "#audit-moment"));
    run(() -> desk.actions().run(Command.COMPARE));
    assertTrue(text(robot, "#compare-count").startsWith("Frame 6 of 6"), "it is said");
    run(() -> desk.actions().run(Command.TUNE));
    assertEquals("Samples are of the first frames of clips", text(robot, "#tune-reduced"));
    assertNull(model.problemProperty().get());
    run(() -> desk.actions().run(Command.EXPLORE));
    robot.type(KeyCode.F5);
    settle();
    assertEquals("Frame 6; the label is that of all", text(robot, "#presenter-moment"));
    robot.type(KeyCode.ESCAPE);
  }

  private Path volume(String name, int slices) throws IOException {
    short[] numbers = new short[8 * 6 * slices];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (short) (1000 * (i / 48) - 700 + i % 48);
    }
    byte[] bytes = new NiftiBuilder(ByteOrder.LITTLE_ENDIAN, 8, 6, slices, numbers).bytes();
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void allSlicesOfFilesAreAVolumeThatCutMixTakesACuboidOf(FxRobot robot) throws IOException {
    Path a = volume("a.nii", 4);
    Path b = volume("b.nii", 3);
    run(() -> model.pictures().open(Map.of(0, Source.of(a), 1, Source.of(b))));
    run(() -> model.edit(r -> r.with(new CutMix(1)).with(r.draw().withLambda(0.5))));
    assertFalse(footage.isOpen(), "one slice");
    robot.clickOn("#slice-all-A").clickOn("#slice-all-B");
    settle();
    assertEquals(CourseType.BOTH, Objects.requireNonNull(model.recipe().along()).type());
    assertEquals("Slice 1 / 4", text(robot, "#clip-place"));
    assertEquals("Slice 1", text(robot, "#frame-name"));
    double sum = 0;
    for (int t = 0; t < 4; t++) {
      int slice = t;
      run(() -> footage.seek(slice));
      sum += Objects.requireNonNull(model.mix()).effectiveLambda();
      assertEquals(
          new Window(-700, 3 * 1000 - 700 + 47),
          Objects.requireNonNull(Objects.requireNonNull(model.pictures().prepared()).measure())
              .usual(),
          "all slices through one window");
    }
    assertEquals(sum / 4, Objects.requireNonNull(model.clipLabelProperty().get()).getFirst(), 1e-9);
    assertTrue(sum < 4, "B is in some of them");
    answers.answer = Optional.empty();
    run(() -> desk.actions().run(Command.SAVE_CLIP));
    assertEquals(".nii.gz", answers.offered, "what a GIF would not hold");

    robot.clickOn("#slice-all-A").clickOn("#slice-all-B");
    settle();
    assertFalse(footage.isOpen());
    assertNull(model.recipe().along(), "a slice is a picture");
    run(() -> desk.actions().run(Command.UNDO));
    assertTrue(footage.isOpen());
  }

  @Test
  void theNextWindowGoesOnAtTheFrameTheSpeedAndTheEnd(FxRobot robot) {
    FootagePart part = new FootagePart(model);
    AtomicInteger told = new AtomicInteger();
    part.changes().addListener(e -> told.incrementAndGet());
    run(() -> footage.seek(3));
    run(() -> footage.speedProperty().set(0.5));
    run(() -> footage.loopingProperty().set(false));
    JsonNode left = ask(part::remembered);
    run(() -> footage.seek(4));
    assertEquals(2, told.get(), "each time that it was looked at");

    MixModel next = ask(() -> Screens.model(model.recipe()));
    run(() -> new FootagePart(next).recall(left));
    Footage there = next.pictures().footage();
    assertEquals(3, Objects.requireNonNull(next.pictures().moment()).frame());
    assertEquals(0.5, there.speedProperty().get());
    assertFalse(there.loopingProperty().get());
    MixModel other = ask(() -> Screens.model(model.recipe().swapped()));
    run(() -> new FootagePart(other).recall(left));
    assertEquals(0, other.pictures().footage().frameProperty().get(), "that was of other clips");
    ObjectNode wrong = left.<ObjectNode>deepCopy().put("speed", 7);
    assertThrows(IllegalArgumentException.class, () -> new FootagePart(other).recall(wrong));
  }

  @Test
  void theCourseIsOneStepOfTheHistoryAndItsFieldsSayIt(FxRobot robot) {
    run(() -> model.edit(r -> r.along(CourseType.RUN)));
    robot.doubleClickOn("#course-from").write("2\n");
    robot.doubleClickOn("#course-to").write("4\n");
    settle();
    assertEquals(0.5, model.recipe().draw().lambda(), 1e-9);
    for (int t = 0; t < FRAMES; t++) {
      int frame = t;
      run(() -> footage.seek(frame));
      double share = Objects.requireNonNull(model.mix()).effectiveLambda();
      assertEquals(t >= 1 && t <= 3 ? 0 : 1, share, "frame " + t);
    }
    assertEquals(
        List.of(0.5, 0.5), model.clipLabelProperty().get(), "half of all frames, over the clip");
    assertEquals("[1.000, 0.000]", text(robot, "#frame-vector"), "and of this frame");

    run(() -> model.choose(new Mixup(1).type()));
    assertNull(model.recipe().along(), "a course that has nothing to change goes");
    run(() -> desk.actions().run(Command.UNDO));
    assertEquals(FrameRun.class, Objects.requireNonNull(model.recipe().along()).getClass());
    run(() -> model.edit(r -> r.with(new Mixup(1)).with(new ChangingLambda(0.25))));
    robot.doubleClickOn("#course-lambda").write("1\n");
    settle();
    assertEquals(new ChangingLambda(1), model.recipe().along());
  }

  @Test
  void theNewestFrameThatWasAskedForStaysAndTheSliderFollows(FxRobot robot) {
    run(
        () -> {
          footage.seek(5);
          footage.seek(1);
          footage.seek(4);
        });
    assertEquals(5, robot.lookup("#clip-frame").queryAs(Slider.class).getValue());
    assertEquals(4, Objects.requireNonNull(model.pictures().moment()).frame());
    run(() -> desk.messages().speak(Language.CHINESE));
    assertEquals("5 / 6 · 0.4 秒", text(robot, "#clip-place"));
    assertEquals("第 5 帧", text(robot, "#frame-name"));
    run(() -> model.edit(Recipe::swapped));
    assertEquals(3, Objects.requireNonNull(model.pictures().moment()).frame(), "B has four");
  }
}
