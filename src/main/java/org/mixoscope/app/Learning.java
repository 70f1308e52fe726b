package org.mixoscope.app;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.learn.LearnMenu;
import org.mixoscope.app.learn.LearnPart;
import org.mixoscope.app.learn.LessonPrint;
import org.mixoscope.app.memory.Part;
import org.mixoscope.app.ui.Language;
import org.mixoscope.lesson.Lesson;
import org.mixoscope.lesson.Lessons;

/// The lessons of a window: which there are, which were taken, and the one that is given.
final class Learning {
  private final MainWindow window;
  private final Desk desk;
  private final LearnPart taken = new LearnPart();
  private final LearnMenu menu;
  private @Nullable LessonView given;
  private @Nullable String named;

  /// @param window the work that lessons lie over
  Learning(MainWindow window, Desk desk) {
    this.window = window;
    this.desk = desk;
    menu =
        new LearnMenu(
            desk.messages(),
            taken,
            desk.tasks(),
            new LearnMenu.Ways(
                this::begin,
                file -> front().incoming().restore(file),
                lesson -> print(lesson, front()),
                () -> front().incoming().chooseRecipe()));
  }

  /// What it leaves to the next window.
  Part part() {
    return taken;
  }

  /// What is before somebody's eyes.
  private Desk front() {
    return inside().map(MainWindow::desk).orElse(desk);
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
    begin(Lessons.of(name), name, 0);
  }

  /// The first lesson that was not taken.
  void beginNext() {
    begin(taken.next());
  }

  /// Gives a lesson, in place of one that is given.
  ///
  /// @param file that it was read from; null if it was in none
  void begin(Lesson lesson, @Nullable Path file) {
    begin(lesson, file == null ? null : taken.open(file), 0);
  }

  /// @param name that of one that comes with the program, the file of another, null if it has none
  private void begin(Lesson lesson, @Nullable String name, int step) {
    boolean stopped = end();
    LessonView view = new LessonView(desk, window, lesson, () -> finish(name));
    given = view;
    named = name;
    window.cover(view);
    view.start(step);
    if (stopped) {
      view.window().desk().toast().inform(desk.messages().get("lesson.job-stopped"));
    }
  }

  private void finish(@Nullable String name) {
    if (name != null) {
      taken.finish(name);
    }
    uncover("lesson.finished");
  }

  /// Leaves the lesson before its end; the work is as it was, and the lesson can be gone on with.
  void leave() {
    LessonView view = given;
    if (view == null) {
      return;
    }
    Lesson lesson = view.run().lesson();
    int step = view.run().indexProperty().get();
    String name = named;
    if (!uncover("lesson.left")) {
      desk.toast()
          .offer(
              desk.messages().get("lesson.left"),
              desk.messages().get("lesson.go-on"),
              () -> begin(lesson, name, step));
    }
  }

  /// @param said the key of what is said, unless a job was stopped
  /// @return whether one was
  private boolean uncover(String said) {
    boolean stopped = end();
    window.uncover();
    desk.toast().inform(desk.messages().get(stopped ? "lesson.job-stopped" : said));
    return stopped;
  }

  /// @return whether a job was stopped
  private boolean end() {
    LessonView view = given;
    given = null;
    return view != null && view.close();
  }

  /// Writes a lesson as a handout, in the language of a desk.
  static void print(Lesson lesson, Desk on) {
    Language language = on.messages().languageProperty().get();
    LessonPrint print = new LessonPrint(lesson, language.id(), language.locale());
    String name = lesson.title().in(language.id()).replaceAll("[\\\\/:*?\"<>|]", "");
    on.outgoing().saveFile(name, ".pdf", file -> print.pdf());
  }
}
