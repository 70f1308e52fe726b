package org.mixoscope.app.train;

import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Page;
import org.mixoscope.app.command.Screen;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.app.ui.SteadyScroll;

/// The Train screen: on the left what is trained and how, beside it what becomes of it.
public final class TrainScreen implements Screen {
  private static final double NANOS = 1e9;

  private final TrainModel model;
  private final Messages messages;
  private final AnimationTimer timer;
  private final Page page;
  private final ObservableValue<Boolean> shown;

  /// The screen of a desk.
  public TrainScreen(Desk desk, TrainModel model) {
    this.model = model;
    messages = desk.messages();
    timer = timer();
    Actions actions = actions();
    HBox columns = new HBox(left(), right(actions));
    columns.getStyleClass().add("train-page");
    StackPane layout = new StackPane(columns);
    layout.getStyleClass().add("train");
    page = Page.of(layout, actions);
    shown =
        layout
            .sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::showingProperty)
            .orElse(false);
    shown.subscribe(on -> time());
    model.trainer().playingProperty().subscribe(on -> time());
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

  private Actions actions() {
    Trainer trainer = model.trainer();
    Actions actions = new Actions();
    actions.put(Command.UNDO, model.history()::undo, model.history().canUndoProperty());
    actions.put(Command.REDO, model.history()::redo, model.history().canRedoProperty());
    actions.put(Command.TRAIN_PLAY, trainer::toggle);
    actions.put(Command.TRAIN_STEP, trainer::step);
    actions.put(Command.TRAIN_EPOCH, trainer::finishEpoch);
    actions.put(Command.TRAIN_REWIND, trainer::rewind);
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
    if (model.isPlaying() && model.isActive() && shown.getValue()) {
      timer.start();
    } else {
      timer.stop();
    }
  }

  private SteadyScroll left() {
    VBox cards =
        new VBox(
            new DataCard(model, messages),
            new RunsColumn(model, messages),
            new NetCard(model, messages));
    cards.getStyleClass().add("train-choices");
    SteadyScroll scroll = new SteadyScroll(cards);
    scroll.getStyleClass().add("train-left");
    return scroll;
  }

  private VBox right(Actions actions) {
    ObjectProperty<PicturesView.Kind> kind = new SimpleObjectProperty<>(PicturesView.Kind.WRONG);
    Picker<PicturesView.Kind> looked =
        new Picker<>(
            "train-looked",
            List.of(PicturesView.Kind.values()),
            one -> messages.get("train.looked." + one),
            kind::set,
            messages);
    looked.show(kind.get());
    looked.visibleProperty().bind(model.optionsProperty().map(now -> now.data().points() == null));
    looked.managedProperty().bind(looked.visibleProperty());
    Explained.by(looked, messages, "train.looked");
    WorkPane work = new WorkPane(model, kind, messages);
    VBox.setVgrow(work, Priority.ALWAYS);
    VBox right = new VBox(new Transport(model, actions, looked, messages), work);
    right.getStyleClass().add("train-work");
    HBox.setHgrow(right, Priority.ALWAYS);
    right.setMinWidth(0);
    return right;
  }
}
