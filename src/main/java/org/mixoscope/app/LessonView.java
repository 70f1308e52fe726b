package org.mixoscope.app;

import java.util.Objects;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.learn.Classroom;
import org.mixoscope.app.learn.LessonOverlay;
import org.mixoscope.app.learn.LessonRun;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.train.TrainModel;
import org.mixoscope.app.ui.Look;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.lesson.Lesson;
import org.mixoscope.lesson.Step;
import org.mixoscope.recipe.Recipe;

/// A lesson in a window of its own that lies over that of the work: a desk, screens and networks
/// that nobody works with. Whatever is done there, the work is as it was.
final class LessonView extends StackPane {
  private final MainWindow window;
  private final LessonRun run;
  private final LessonOverlay overlay;
  private final Look look;
  private final Subscription following;

  /// @param work the desk whose pictures, language and theme it begins with
  /// @param below the window of the work
  /// @param finished called after its last step
  LessonView(Desk work, MainWindow below, Lesson lesson, Runnable finished) {
    Messages messages = new Messages(work.messages().languageProperty().get());
    following =
        messages
            .languageProperty()
            .subscribe(now -> speak(work.messages(), messages))
            .and(
                work.messages()
                    .languageProperty()
                    .subscribe(now -> speak(messages, work.messages())));
    look = work.look().another();
    PictureCache cache = new PictureCache();
    MixModel model = new MixModel(first(lesson, work), cache, work.tasks());
    Desk desk = Desk.of(model, cache, messages, look, work.dialogs(), work.tasks());
    window = MainWindow.ofLesson(desk, below);
    TrainModel train = window.train();
    Classroom.Networks networks =
        new Classroom.Networks(
            train.epochsProperty(),
            experiment -> {
              train.open(experiment, null);
              train.pause();
            });
    Classroom room = new Classroom(desk, networks, window.frontProperty(), window::show);
    run = new LessonRun(lesson, room, finished);
    overlay =
        new LessonOverlay(
            run, window, messages, () -> Learning.print(lesson, desk), below.learning()::leave);
    window.steps(run::next, run::back);
    window.lay(overlay);
    getChildren().add(window);
  }

  private static Recipe first(Lesson lesson, Desk work) {
    return lesson.steps().stream()
        .map(Step::recipe)
        .filter(Objects::nonNull)
        .map(content -> content.recipe())
        .findFirst()
        .orElseGet(() -> work.model().recipe());
  }

  /// One speaks as the other does.
  private static void speak(Messages one, Messages other) {
    if (one.languageProperty().get() != other.languageProperty().get()) {
      one.speak(other.languageProperty().get());
    }
  }

  MainWindow window() {
    return window;
  }

  LessonRun run() {
    return run;
  }

  /// Begins with a step, from 0, as if those before had been skipped.
  void start(int step) {
    run.start(step);
    window.load();
    window.requestFocus();
  }

  /// Draws everything that otherwise waits for the next frame of the screen.
  void renderNow() {
    window.renderNow();
    applyCss();
    layout();
    overlay.follow();
  }

  /// Ends it.
  ///
  /// @return whether a job was stopped, which can be resumed
  boolean close() {
    run.stop();
    following.unsubscribe();
    look.leave();
    return window.closeLesson();
  }
}
