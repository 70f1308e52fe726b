package org.mixoscope.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
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
import org.mixoscope.dataset.labelled.DataSetPool;

/// All that is in the window: the bar, the screen in front, messages, and what lies over them.
final class MainWindow extends StackPane {
  private final Desk desk;
  private final BatchModel batch;
  private final TrainModel train;
  private final BorderPane layout = new BorderPane();
  private final Deck deck;
  private final Overlays overlays;
  private final List<Part> parts;

  /// @param screens makes the screen that a command shows, in the order of the bar
  /// @param first the one to begin with
  MainWindow(
      Desk desk,
      BatchModel batch,
      TrainModel train,
      TextModel text,
      Map<Command, Supplier<Screen>> screens,
      Command first) {
    this.desk = desk;
    this.batch = batch;
    this.train = train;
    deck = new Deck(desk, screens, first);
    overlays = new Overlays(desk, deck, this::requestFocus);
    parts =
        List.of(
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
    layout.getStyleClass().add("window");
    layout.setTop(new TopBar(desk, deck, batch.newsProperty(), train.newsProperty()));
    showScreen(true);
    layout.visibleProperty().bind(overlays.presenterProperty().isNull());
    getChildren().addAll(layout, overlays);

    setFocusTraversable(true);
    Runnable explain = () -> desk.toast().inform(desk.messages().get("typing"));
    Keyboard.connect(this, deck, overlays, desk.player(), explain);
    NearFields.connect(this);
    desk.incoming().acceptDrops(this, -1);
    desk.incoming().takeExperiments(this::train);
    desk.model()
        .problemProperty()
        .addListener(
            (property, old, problem) -> {
              if (problem != null) {
                desk.toast().warn(Problems.text(problem, desk.messages()));
              }
            });
  }

  /// With every screen, Explore in front.
  static MainWindow of(Desk desk) {
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
    return new MainWindow(desk, batch, train, text, screens, Command.EXPLORE);
  }

  /// The command of the screen in front.
  ReadOnlyObjectProperty<Command> frontProperty() {
    return deck.frontProperty();
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

  /// Opens a folder of pictures or a data set, or the experiment in a file.
  void open(Path place) {
    desk.tasks()
        .run(
            () -> Files.isRegularFile(place) && !DataSetPool.mayBe(place),
            isDocument -> {
              if (isDocument) {
                desk.incoming().restore(place);
              } else {
                desk.pool().open(place);
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
    desk.toast().warn(desk.messages().get("problem.unexpected", defect.toString()));
  }

  /// Draws everything that otherwise waits for the next frame of the screen.
  void renderNow() {
    deck.screen().renderNow();
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
