package org.mixoscope.app;

import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.learn.LearnMenu;
import org.mixoscope.app.learn.LearnPart;
import org.mixoscope.app.memory.Part;
import org.mixoscope.lesson.Lesson;
import org.mixoscope.lesson.Lessons;

/// The lessons of a window: which there are, which were taken, and the one that is given.
final class Learning {
  private final MainWindow window;
  private final Desk desk;
  private final LearnPart taken = new LearnPart();
  private final LearnMenu menu;
  private @Nullable LessonView given;

  /// @param window the work that lessons lie over
  Learning(MainWindow window, Desk desk) {
    this.window = window;
    this.desk = desk;
    menu = new LearnMenu(desk.messages(), taken, this::begin, () -> desk.incoming().chooseRecipe());
  }

  /// What it leaves to the next window.
  Part part() {
    return taken;
  }

  /// The window of the lesson that is given, if one is.
  Optional<MainWindow> inside() {
    return Optional.ofNullable(given).map(LessonView::window);
  }

  /// The lesson that is given, with its card.
  Optional<LessonView> given() {
    return Optional.ofNullable(given);
  }

  /// Shows all lessons, or takes them away again.
  ///
  /// @param anchor where
  void ask(Node anchor) {
    menu.toggle(anchor);
  }

  /// Gives a lesson that comes with the program.
  void begin(String name) {
    begin(Lessons.of(name), name);
  }

  /// The first lesson that was not taken.
  void beginNext() {
    begin(taken.next());
  }

  /// Gives a lesson, in place of one that is given.
  ///
  /// @param name of one that comes with the program, else null
  void begin(Lesson lesson, @Nullable String name) {
    end();
    LessonView view =
        new LessonView(
            desk,
            window,
            lesson,
            () -> {
              if (name != null) {
                taken.finish(name);
              }
              leave();
              desk.toast().inform(desk.messages().get("lesson.finished"));
            });
    given = view;
    window.cover(view);
    view.start();
  }

  /// Leaves the lesson before its end; the work is as it was.
  void leave() {
    LessonView view = given;
    if (view != null) {
      end();
      window.uncover();
    }
  }

  private void end() {
    LessonView view = given;
    given = null;
    if (view != null && view.close()) {
      desk.toast().inform(desk.messages().get("lesson.job-stopped"));
    }
  }
}
