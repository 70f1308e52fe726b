package org.mixoscope.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.mixoscope.app.Hands.ask;
import static org.mixoscope.app.Hands.run;
import static org.mixoscope.app.Hands.settle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.memory.MemoryFile;
import org.mixoscope.app.memory.Remembered;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.state.Prepared;
import org.mixoscope.app.state.Step;
import org.mixoscope.app.state.View;
import org.mixoscope.app.ui.LabelBar;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.recipe.Mix;
import org.mixoscope.recipe.Recipe;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.KeyboardRobot;

/// Each feature alone works; here every one meets every other. After each pair picture, label bar,
/// captions and language say the same.
@ExtendWith(InWindow.class)
class PairsOfFeaturesTest {
  private Stage stage;
  private MixModel model;
  private Desk desk;
  private MainWindow window;
  private Session session;
  private MemoryFile file;

  @TempDir private Path folder;

  /// What a user may do at any moment.
  enum Feature {
    /// First, so that all restarts are made in the first part of the walk: each makes all screens
    /// anew that are looked at after it.
    RESTART,
    PRESENTER,
    SLOW_MOTION,
    NEXT_STEP,
    PLAY,
    KEEP,
    FOLD_TRAY,
    ZOOM,
    SWIPE,
    VIEW_A,
    VIEW_MIXED,
    ESCAPE,
    OVERLAY,
    LANGUAGE,
    THEME,
    METHOD,
    UNDO,
    EXPLORE,
    COMPARE,
    TUNE,
    AUDIT,
    BATCH,
    TRAIN
  }

  @Start
  void start(Stage shown) {
    stage = shown;
    file = new MemoryFile(folder.resolve("settings.json"));
    open(Remembered.NOTHING);
  }

  private void open(Remembered left) {
    Recipe first = left.recipe();
    model =
        first == null
            ? Screens.model()
            : new MixModel(first, new PictureCache(), TaskRunner.inline());
    desk =
        left.language() == null || left.theme() == null
            ? Screens.desk(model, new Screens.Answers())
            : Screens.desk(
                model, new Screens.Answers(), left.language(), left.theme(), TaskRunner.inline());
    window = Screens.show(stage, desk);
    session = new Session(desk, window, new WindowPlace(stage), file);
    session.restore(left);
    session.restoreLater(left);
    window.load();
  }

  /// What moves keeps a window in memory.
  @AfterEach
  void end() {
    run(this::close);
  }

  private void close() {
    desk.player().stop();
  }

  /// One walk in which each feature follows each, itself too, exactly once.
  @Test
  void everyFeatureMeetsEveryOther(FxRobot robot) {
    Feature before = null;
    for (Feature feature : walk()) {
      use(feature, robot);
      agrees(before + " × " + feature);
      before = feature;
    }
  }

  /// The words of one and of two letters that are the least of their rotations, in their order: a
  /// circle in which each pair of letters is there once.
  private static List<Feature> walk() {
    List<Feature> walk = new ArrayList<>();
    Feature[] all = Feature.values();
    for (int i = 0; i < all.length; i++) {
      walk.add(all[i]);
      for (int j = i + 1; j < all.length; j++) {
        walk.addAll(List.of(all[i], all[j]));
      }
    }
    walk.add(walk.getFirst());
    return walk;
  }

  private void use(Feature feature, FxRobot robot) {
    switch (feature) {
      case PRESENTER -> type(robot, KeyCode.F5);
      case SLOW_MOTION -> type(robot, KeyCode.D);
      case NEXT_STEP -> type(robot, KeyCode.PERIOD);
      case PLAY -> {
        type(robot, KeyCode.SPACE);
        type(robot, KeyCode.SPACE);
      }
      case KEEP -> type(robot, KeyCode.B);
      case FOLD_TRAY -> type(robot, KeyCode.SHIFT, KeyCode.B);
      case ZOOM -> type(robot, KeyCode.ADD);
      case SWIPE -> type(robot, KeyCode.I);
      case VIEW_A -> type(robot, KeyCode.DIGIT2);
      case VIEW_MIXED -> type(robot, KeyCode.DIGIT1);
      case ESCAPE -> type(robot, KeyCode.ESCAPE);
      case OVERLAY -> type(robot, KeyCode.O);
      case LANGUAGE -> type(robot, KeyCode.L);
      case THEME -> type(robot, KeyCode.T);
      case METHOD -> type(robot, KeyCode.N);
      case UNDO -> type(robot, KeyCode.CONTROL, KeyCode.Z);
      case RESTART -> run(this::restart);
      case EXPLORE -> type(robot, KeyCode.CONTROL, KeyCode.DIGIT1);
      case COMPARE -> type(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
      case TUNE -> type(robot, KeyCode.CONTROL, KeyCode.DIGIT3);
      case AUDIT -> type(robot, KeyCode.CONTROL, KeyCode.DIGIT4);
      case BATCH -> type(robot, KeyCode.CONTROL, KeyCode.DIGIT5);
      case TRAIN -> {
        type(robot, KeyCode.CONTROL, KeyCode.DIGIT6);
        run(window.train()::pause); // which would go on on the window's thread
      }
    }
    settle();
  }

  /// Without the robot's rest after each key.
  private static void type(FxRobot robot, KeyCode... keys) {
    KeyboardRobot keyboard = robot.robotContext().getKeyboardRobot();
    keyboard.pressNoWait(keys);
    keyboard.releaseNoWait(keys);
  }

  private void restart() {
    close();
    try {
      file.write(session.now());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    open(file.read().remembered());
  }

  private void agrees(String after) {
    ask(
        () -> {
          check(after);
          return after;
        });
  }

  private void check(String after) {
    window.applyCss();
    window.layout();
    Mix mix = Objects.requireNonNull(model.mix(), after);
    Step step = model.sight().slowMotion().stepProperty().get();
    for (Node bar : window.lookupAll(".label-bar")) {
      // The last step takes a while and is not waited for.
      if (isSeen(bar) && isOfTheMix(bar) && step != Step.RELABEL) {
        assertEquals(told(mix, step), shown(bar), after + ": label bar");
      }
    }
    for (Node title : window.lookupAll(".step-title")) {
      boolean wanted = step != null && isWherePicturesAreTold();
      if (isSeen(title)) {
        assertEquals(true, wanted, after + ": nothing is told, and there is a caption");
        String text = ((Label) title).getText();
        String name = desk.messages().get("step." + Objects.requireNonNull(step));
        assertEquals(name, text.substring(text.indexOf('·') + 2), after + ": caption");
      }
    }
    if (step != null && isWherePicturesAreTold()) {
      assertEquals(
          1,
          window.lookupAll(".step-title").stream().filter(PairsOfFeaturesTest::isSeen).count(),
          after + ": what is told has a caption");
    }
    for (Node box : window.lookupAll(".combo-box")) {
      if (isSeen(box) && box instanceof Picker<?> picker) {
        inOneLanguage(picker, after);
      }
    }
    picture(after);
  }

  /// The presenter's page, or Explore.
  private boolean isWherePicturesAreTold() {
    return window.lookup("#presenter") != null || window.frontProperty().get() == Command.EXPLORE;
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  private static boolean isOfTheMix(Node bar) {
    for (Parent at = bar.getParent(); at != null; at = at.getParent()) {
      if ("presenter".equals(at.getId())) {
        return true;
      }
    }
    return "mixed-label".equals(bar.getId());
  }

  /// What the label says as far as it is told.
  private List<String> told(Mix mix, @Nullable Step step) {
    double[] own = model.recipe().label(0);
    return step == null
        ? mix.label().stream().map(LabelBar::number).toList()
        : DoubleStream.of(own).mapToObj(LabelBar::number).toList();
  }

  private static List<String> shown(Node bar) {
    return ((LabelBar) bar)
        .getChildrenUnmodifiable().stream()
            .map(segment -> ((Parent) segment).getChildrenUnmodifiable().getLast())
            .map(value -> ((Label) value).getText())
            .toList();
  }

  private static <T> void inOneLanguage(ComboBox<T> combo, String after) {
    if (combo.getConverter() == null || combo.getValue() == null) {
      return;
    }
    String expected = combo.getConverter().toString(combo.getValue());
    String text =
        combo.lookupAll(".list-cell").stream()
            .filter(cell -> cell.getParent() == combo)
            .map(cell -> ((ListCell<?>) cell).getText())
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(expected);
    assertEquals(expected, text, after + ": " + combo.getId());
  }

  private void picture(String after) {
    Prepared ready = model.shownProperty().get();
    assertNotNull(ready, after);
    ImageView view = (ImageView) window.lookup("#mixed-picture");
    if (view == null || !isSeen(view)) {
      return;
    }
    window.renderNow();
    View seen = model.sight().shownProperty().getValue();
    Pixels expected = ready.screen().getFirst().allocateLike();
    model.render(seen, expected);
    Image image = view.getImage();
    int factor = (int) image.getWidth() / expected.width();
    for (int y = 0; y < expected.height(); y += 7) {
      for (int x = 0; x < expected.width(); x += 7) {
        int argb = image.getPixelReader().getArgb(x * factor, y * factor);
        assertEquals(
            (int) expected.valueAt(y, x, 0), argb & 0xFF, after + ": picture at " + x + ", " + y);
      }
    }
  }
}
