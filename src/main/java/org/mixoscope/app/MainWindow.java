package org.mixoscope.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.audit.AuditScreen;
import org.mixoscope.app.batch.BatchModel;
import org.mixoscope.app.batch.BatchScreen;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Screen;
import org.mixoscope.app.compare.CompareScreen;
import org.mixoscope.app.compare.SheetPart;
import org.mixoscope.app.explore.ClassifierPart;
import org.mixoscope.app.explore.ExploreScreen;
import org.mixoscope.app.explore.FolderPart;
import org.mixoscope.app.explore.FootagePart;
import org.mixoscope.app.explore.PresenterPart;
import org.mixoscope.app.explore.RecentPart;
import org.mixoscope.app.explore.SightPart;
import org.mixoscope.app.learn.FirstHint;
import org.mixoscope.app.memory.Part;
import org.mixoscope.app.state.Predictions;
import org.mixoscope.app.state.Sight;
import org.mixoscope.app.state.Tray;
import org.mixoscope.app.text.TextModel;
import org.mixoscope.app.text.TextScreen;
import org.mixoscope.app.train.InsightPart;
import org.mixoscope.app.train.TrainModel;
import org.mixoscope.app.train.TrainPart;
import org.mixoscope.app.train.TrainScreen;
import org.mixoscope.app.tune.TuneScreen;
import org.mixoscope.app.ui.Problems;
import org.mixoscope.app.ui.ScaledRoot;
import org.mixoscope.app.ui.Skins;
import org.mixoscope.dataset.labelled.DataSetPool;

/// All that is in the window: the bar, the screen in front, messages, and what lies over them.
final class MainWindow extends StackPane {
  private final Desk desk;
  private final BatchModel batch;
  private final TrainModel train;
  private final BorderPane layout = new BorderPane();
  private final TopBar bar;
  private final Deck deck;
  private final Overlays overlays;
  private final List<Part> parts;
  private final Learning learning;
  private @Nullable Consumer<Region> place;
  private boolean wasFullScreen;

  /// @param screens makes the screen that a command shows, in the order of the bar
  /// @param first the one to begin with
  /// @param below the window of somebody's work, if this is one for a lesson
  private MainWindow(
      Desk desk,
      BatchModel batch,
      TrainModel train,
      TextModel text,
      Map<Command, Supplier<Screen>> screens,
      Command first,
      @Nullable MainWindow below) {
    this.desk = desk;
    this.batch = batch;
    this.train = train;
    deck = new Deck(desk, screens, first);
    overlays = new Overlays(desk, deck, this::requestFocus);
    learning = below == null ? new Learning(this, desk) : below.learning;
    parts =
        List.of(
            learning.part(),
            desk.figures(),
            batch,
            new TrainPart(train),
            new InsightPart(train),
            text,
            new SightPart(sight()),
            new FootagePart(desk.model()),
            new PresenterPart(sight().presentedProperty()),
            new FolderPart(desk.pool()),
            new SheetPart(desk.axes().property()),
            new RecentPart(desk.recent()),
            new ClassifierPart(desk.predictions()));
    deck.commands().forEach(command -> desk.actions().put(command, () -> show(command)));
    desk.actions().put(Command.KEEP, this::keep);
    desk.actions().put(Command.LEARN, () -> learning.ask(overlays.anchor(Command.LEARN)));
    layout.getStyleClass().add("window");
    bar = below == null ? bar(this, this::show) : bar(below, below::leaveFor);
    Skins.make(bar);
    layout.setTop(bar);
    showScreen(true);
    layout.visibleProperty().bind(overlays.presenterProperty().isNull());
    getChildren().addAll(layout, overlays);

    setFocusTraversable(true);
    Runnable explain = () -> desk.toast().inform(desk.messages().get("typing"));
    Runnable leave = below == null ? () -> {} : learning::leave;
    Keyboard.connect(this, deck, overlays, desk.player(), explain, leave);
    NearFields.connect(this);
    desk.incoming().acceptDrops(this, -1);
    desk.incoming().takeExperiments(this::train);
    desk.incoming().takeLessons(learning::begin);
    desk.model()
        .problemProperty()
        .addListener(
            (property, old, problem) -> {
              if (problem != null) {
                desk.toast().warn(Problems.text(problem, desk.messages()));
              }
            });
  }

  /// The bar, with the jobs of a window.
  ///
  /// @param go shows the screen of a job
  private TopBar bar(MainWindow jobs, Consumer<Command> go) {
    return new TopBar(desk, deck, jobs.batch.newsProperty(), jobs.train.newsProperty(), go);
  }

  /// With every screen, Explore in front.
  static MainWindow of(Desk desk) {
    return of(desk, null);
  }

  /// One that a lesson is given in, with the bar of the jobs of the work.
  ///
  /// @param below the window of the work
  static MainWindow ofLesson(Desk desk, MainWindow below) {
    return of(desk, below);
  }

  private static MainWindow of(Desk desk, @Nullable MainWindow below) {
    BatchModel batch = new BatchModel(desk.model(), desk.tasks());
    TrainModel train = new TrainModel(desk.model(), desk.tasks());
    TextModel text = new TextModel(desk.messages());
    Map<Command, Supplier<Screen>> screens = new LinkedHashMap<>();
    screens.put(Command.EXPLORE, () -> new ExploreScreen(desk));
    screens.put(Command.COMPARE, () -> new CompareScreen(desk));
    screens.put(Command.TUNE, () -> new TuneScreen(desk));
    screens.put(Command.AUDIT, () -> new AuditScreen(desk));
    screens.put(Command.BATCH, () -> new BatchScreen(desk, batch));
    screens.put(Command.TRAIN, () -> new TrainScreen(desk, train));
    screens.put(Command.TEXT, () -> new TextScreen(desk, text));
    return new MainWindow(desk, batch, train, text, screens, Command.EXPLORE, below);
  }

  /// The lessons.
  Learning learning() {
    return learning;
  }

  /// Below the bar, until somebody begins or does not want to.
  void hint() {
    layout.setTop(
        new VBox(bar, new FirstHint(desk.messages(), learning::beginNext, this::takeHint)));
  }

  private void takeHint() {
    layout.setTop(bar);
  }

  /// Lets a lesson take the place of this window; nothing moves here until [#uncover].
  void cover(Region lesson) {
    Consumer<Region> now = place;
    if (now == null) {
      Scene scene = getScene();
      now = getParent() instanceof ScaledRoot root ? root::show : scene::setRoot;
      place = now;
      wasFullScreen = scene.getWindow() instanceof Stage stage && stage.isFullScreen();
      desk.player().stop();
      deck.setSeen(false);
      takeHint();
    }
    now.accept(lesson);
  }

  /// All is as it was before the lesson.
  void uncover() {
    Consumer<Region> now = place;
    if (now != null) {
      place = null;
      now.accept(this);
      if (getScene().getWindow() instanceof Stage stage && stage.isFullScreen() != wasFullScreen) {
        stage.setFullScreen(wasFullScreen);
      }
      deck.setSeen(true);
      requestFocus();
    }
  }

  /// Leaves the lesson for a screen.
  private void leaveFor(Command command) {
    learning.leave();
    show(command);
  }

  /// Lays something over all else, whose keys are those of this window.
  void lay(Region over) {
    getChildren().add(over);
  }

  /// Lets commands go through the steps of a lesson.
  void steps(Runnable next, Runnable back) {
    desk.actions().put(Command.LESSON_NEXT, next);
    desk.actions().put(Command.LESSON_BACK, back);
  }

  /// Ends everything that moves or runs here.
  ///
  /// @return whether a job was stopped, which can be resumed
  boolean closeLesson() {
    boolean ran = batch.isRunning();
    while (overlays.close()) {
      // one after the other
    }
    desk.player().stop();
    deck.setSeen(false);
    desk.model().pictures().footage().close();
    var _ = batch.close();
    return ran;
  }

  /// The command of the screen in front.
  ReadOnlyObjectProperty<Command> frontProperty() {
    return deck.frontProperty();
  }

  /// What its screens work with.
  Desk desk() {
    return desk;
  }

  /// The screen in front.
  Screen screen() {
    return deck.screen();
  }

  /// How the mix is looked at.
  Sight sight() {
    return desk.model().sight();
  }

  /// What a classifier says of the mix.
  Predictions predictions() {
    return desk.predictions();
  }

  /// The data set that is mixed, or might be.
  BatchModel batch() {
    return batch;
  }

  /// The networks that are trained, or might be.
  TrainModel train() {
    return train;
  }

  /// What leaves something of its own to the next window.
  List<Part> parts() {
    return parts;
  }

  /// Whether a command shows one of the screens.
  boolean has(Command command) {
    return deck.commands().contains(command);
  }

  /// Shows the screen in front below the bar, or the bar alone.
  void showScreen(boolean shown) {
    layout.setCenter(shown ? deck : null);
  }

  /// Has everything read that the window need not wait for.
  void load() {
    deck.load();
  }

  /// Opens a folder of pictures, a clip or a data set, or the experiment in a file.
  void open(Path place) {
    desk.tasks()
        .run(
            () -> Files.isRegularFile(place) && !DataSetPool.mayBe(place),
            isDocument -> {
              if (isDocument) {
                desk.incoming().restore(place);
              } else {
                desk.incoming().take(place);
              }
            },
            desk.model()::report);
  }

  /// @param file that the text was found in; null if it was in none
  private void train(String text, @Nullable Path file) {
    show(Command.TRAIN);
    train
        .open(text, file)
        .ifPresent(name -> desk.toast().inform(desk.messages().get("train.opened", name)));
  }

  /// Tells the user of a defect of ours; the window goes on.
  void apologise(Throwable defect) {
    learning
        .inside()
        .filter(window -> !window.equals(this))
        .ifPresentOrElse(
            window -> window.apologise(defect),
            () -> desk.toast().warn(desk.messages().get("problem.unexpected", defect.toString())));
  }

  /// Draws everything that otherwise waits for the next frame of the screen.
  void renderNow() {
    if (place == null) {
      deck.screen().renderNow();
    } else {
      learning.given().ifPresent(LessonView::renderNow);
    }
  }

  /// Brings a screen to the front.
  void show(Command command) {
    if (command != deck.frontProperty().get()) {
      deck.show(command);
      requestFocus();
    }
  }

  private void keep() {
    boolean kept = desk.tray().keep(desk.model().recipe());
    if (!kept) {
      String full = Integer.toString(Tray.MOST);
      boolean isFull = desk.tray().kept().size() == Tray.MOST;
      desk.toast().inform(desk.messages().get(isFull ? "tray.full" : "tray.there", full));
    } else if (deck.frontProperty().get() != Command.EXPLORE
        || overlays.presenterProperty().get() != null) {
      desk.toast().inform(desk.messages().get("tray.kept"));
    }
  }
}
