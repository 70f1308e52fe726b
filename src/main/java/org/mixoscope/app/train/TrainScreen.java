package org.mixoscope.app.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Page;
import org.mixoscope.app.command.Screen;
import org.mixoscope.app.state.ObservableHistory;
import org.mixoscope.app.ui.Drops;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.app.ui.SteadyScroll;
import org.mixoscope.app.ui.Toast;
import org.mixoscope.dataset.labelled.DataSetPool;

/// The Train screen: on the left what is trained and how, beside it what becomes of it.
public final class TrainScreen implements Screen {
  private static final double NANOS = 1e9;

  private final Desk desk;
  private final TrainModel model;
  private final Documents documents;
  private final DataSource source;
  private final Messages messages;
  private final AnimationTimer timer;
  private final Page page;
  private final ObservableValue<Boolean> shown;
  private @Nullable WorkPane presented;

  /// The screen of a desk.
  public TrainScreen(Desk desk, TrainModel model) {
    this.desk = desk;
    this.model = model;
    messages = desk.messages();
    documents = new Documents(model, desk);
    source = new DataSource(model, desk);
    timer = timer();
    Actions actions = actions();
    HBox columns = new HBox(left(), right(actions));
    columns.getStyleClass().add("train-page");
    StackPane layout = new StackPane(columns);
    layout.getStyleClass().add("train");
    page = Page.of(layout, actions);
    Drops.accept(layout, this::take);
    model.optionsProperty().map(now -> now.data().own()).subscribe(own -> remember(own));
    shown =
        layout
            .sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::showingProperty)
            .orElse(false);
    shown.subscribe(on -> time());
    model.trainer().playingProperty().subscribe(on -> time());
    model.waitingProperty().subscribe(on -> time());
  }

  private void remember(@Nullable OwnData own) {
    if (own != null) {
      desk.recent().add(own.source());
    }
  }

  /// A data set is trained on; what is none is for the window.
  private void take(Path file) {
    desk.tasks()
        .run(
            () -> Files.isDirectory(file) || DataSetPool.mayBe(file),
            isData -> {
              if (isData) {
                source.take(file);
              } else {
                desk.incoming().take(file);
              }
            },
            desk.model()::report);
  }

  @Override
  public Page page() {
    return page;
  }

  @Override
  public void setInFront(boolean inFront) {
    model.setActive(inFront);
    time();
  }

  @Override
  public Optional<Region> presented() {
    WorkPane known = presented;
    if (known == null) {
      known = new WorkPane(desk, model, false);
      known.setId("train-presented");
      presented = known;
    }
    return Optional.of(known);
  }

  private Actions actions() {
    Trainer trainer = model.trainer();
    Actions actions = new Actions();
    Toast toast = desk.toast();
    ObservableHistory<LabOptions> history = model.history();
    actions.put(
        Command.UNDO,
        () -> {
          if (!toast.undo()) {
            history.undo();
          }
        },
        Bindings.or(toast.offersUndo(), history.canUndoProperty()));
    history.presentProperty().subscribe(toast::withdraw);
    actions.put(Command.REDO, model.history()::redo, model.history().canRedoProperty());
    BooleanBinding ready = model.waitingProperty().not();
    actions.put(Command.TRAIN_PLAY, trainer::toggle, ready);
    actions.put(Command.TRAIN_STEP, trainer::step, ready);
    actions.put(Command.TRAIN_EPOCH, trainer::finishEpoch, ready);
    actions.put(Command.TRAIN_REWIND, trainer::rewind, ready);
    documents.bind(actions);
    return actions;
  }

  private AnimationTimer timer() {
    return new AnimationTimer() {
      private long last;

      @Override
      public void start() {
        last = System.nanoTime();
        super.start();
      }

      @Override
      public void handle(long now) {
        long then = System.nanoTime();
        model.trainer().frame((then - last) / NANOS);
        last = then;
      }
    };
  }

  /// Networks are trained, frame by frame, only while somebody looks, and no more in a window that
  /// closed.
  private void time() {
    if (model.isPlaying()
        && model.isActive()
        && shown.getValue()
        && !model.waitingProperty().get()) {
      timer.start();
    } else {
      timer.stop();
    }
  }

  private SteadyScroll left() {
    VBox cards =
        new VBox(
            new DataCard(model, source, messages),
            new RunsColumn(model, messages),
            new NetCard(model, messages),
            new KeptCard(model, documents, desk.toast(), messages));
    cards.getStyleClass().add("train-choices");
    SteadyScroll scroll = new SteadyScroll(cards);
    scroll.getStyleClass().add("train-left");
    return scroll;
  }

  private VBox right(Actions actions) {
    Picker<Look> looked =
        new Picker<>(
            "train-looked",
            List.of(),
            one -> messages.get("train.looked." + one),
            one -> model.insightProperty().set(model.insightProperty().get().with(one)),
            messages);
    Runnable offer =
        () -> {
          LabData data = model.options().data();
          looked.offer(Look.of(data), model.insightProperty().get().look().on(data));
        };
    model.insightProperty().subscribe(now -> offer.run());
    model.optionsProperty().subscribe(now -> offer.run());
    Explained.by(looked, messages, "train.looked");
    WorkPane work = new WorkPane(desk, model, true);
    VBox.setVgrow(work, Priority.ALWAYS);
    OutMenu out = new OutMenu(model, documents, messages);
    VBox right = new VBox(new Transport(model, actions, looked, out, messages), work);
    right.getStyleClass().add("train-work");
    HBox.setHgrow(right, Priority.ALWAYS);
    right.setMinWidth(0);
    return right;
  }
}
