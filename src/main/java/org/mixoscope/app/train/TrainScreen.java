package org.mixoscope.app.train;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.mixoscope.app.command.Actions;
import org.mixoscope.app.command.Command;
import org.mixoscope.app.command.Desk;
import org.mixoscope.app.command.Page;
import org.mixoscope.app.command.Screen;
import org.mixoscope.app.ui.Card;
import org.mixoscope.app.ui.Explained;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.OptionRow;
import org.mixoscope.app.ui.Picker;
import org.mixoscope.app.ui.SteadyScroll;

/// The Train screen: on the left what is trained, beside it the runs, their curves, and what can be
/// said of them.
public final class TrainScreen implements Screen {
  private static final double NANOS = 1e9;

  private final TrainModel model;
  private final Messages messages;
  private final ObjectProperty<PicturesView.Kind> kind =
      new SimpleObjectProperty<>(PicturesView.Kind.WRONG);
  private final Picker<PicturesView.Kind> looked;
  private final HBox lanes = new HBox();
  private final List<RunPane> panes = new ArrayList<>();
  private final CurvePlot accuracy;
  private final CurvePlot loss;
  private final ReliabilityPlot reliability = new ReliabilityPlot();
  private final Label look = OptionRow.note("train-look", "note");
  private final Label changes = new Label();
  private final AnimationTimer timer;
  private final Page page;

  /// The screen of a desk.
  public TrainScreen(Desk desk, TrainModel model) {
    this.model = model;
    messages = desk.messages();
    accuracy = new CurvePlot(CurvePlot.Kind.ACCURACY, messages);
    loss = new CurvePlot(CurvePlot.Kind.LOSS, messages);
    looked =
        new Picker<>(
            "train-looked",
            List.of(PicturesView.Kind.values()),
            one -> messages.get("train.looked." + one),
            kind::set,
            messages);
    looked.managedProperty().bind(looked.visibleProperty());
    Explained.by(looked, messages, "train.looked");
    kind.subscribe(
        now -> {
          looked.show(now);
          show();
        });
    Actions actions = actions();
    HBox columns = new HBox(left(), work(actions));
    columns.getStyleClass().add("train-page");
    StackPane layout = new StackPane(columns);
    layout.getStyleClass().add("train");
    page = Page.of(layout, actions);
    timer = timer();
    model.playingProperty().subscribe(on -> time());
    model.viewProperty().subscribe(now -> show());
    model.optionsProperty().subscribe(now -> showOptions());
    messages
        .languageProperty()
        .addListener(
            (property, old, now) -> {
              show();
              showOptions();
            });
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
    Actions actions = new Actions();
    actions.put(Command.UNDO, model.history()::undo, model.history().canUndoProperty());
    actions.put(Command.REDO, model.history()::redo, model.history().canRedoProperty());
    actions.put(Command.TRAIN_PLAY, model::toggle);
    actions.put(Command.TRAIN_STEP, model::step);
    actions.put(Command.TRAIN_EPOCH, model::finishEpoch);
    actions.put(Command.TRAIN_REWIND, model::rewind);
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
        model.frame((then - last) / NANOS);
        last = then;
      }
    };
  }

  /// Frames are only of interest while networks are trained that somebody looks at.
  private void time() {
    if (model.playingProperty().get() && model.isActive()) {
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

  private VBox work(Actions actions) {
    lanes.getStyleClass().add("settings");
    VBox.setVgrow(lanes, Priority.ALWAYS);
    lanes.setMinHeight(0);
    HBox plots =
        new HBox(
            titled("train.accuracy", accuracy),
            titled("train.loss", loss),
            titled("train.reliability", reliability));
    plots.getStyleClass().addAll("card", "train-plots");
    changes.setId("train-changes");
    changes.setWrapText(true);
    changes.setMinHeight(Region.USE_PREF_SIZE);
    changes.getStyleClass().add("changes");
    Label title = Card.title(messages.bind("tune.changes"));
    Explained.by(title, messages, "train.changes");
    VBox said = Card.of(title, changes, look);
    said.getStyleClass().add("train-said");
    VBox work = new VBox(new Transport(model, actions, looked, messages), lanes, plots, said);
    work.getStyleClass().add("train-work");
    HBox.setHgrow(work, Priority.ALWAYS);
    work.setMinWidth(0);
    return work;
  }

  private VBox titled(String key, Region plot) {
    Label title = Card.title(messages.bind(key));
    Explained.by(plot, messages, key);
    Explained.by(title, messages, key);
    VBox.setVgrow(plot, Priority.ALWAYS);
    VBox box = new VBox(title, plot);
    box.setPrefWidth(1);
    box.setMinWidth(0);
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private void showOptions() {
    look.setText(
        LabPreset.of(model.options())
            .map(preset -> messages.get(preset.key() + ".look"))
            .orElse(""));
    looked.setVisible(model.options().data().points() == null);
  }

  private void show() {
    LabView now = model.viewProperty().get();
    if (now == null) {
      return;
    }
    int runs = now.lanes().size();
    if (panes.size() != runs) {
      fill(runs);
    }
    panes.forEach(pane -> pane.show(now));
    accuracy.show(now);
    loss.show(now);
    reliability.show(now);
    changes.setText(
        Outcome.of(now)
            .map(outcome -> outcome.text(now.options(), messages))
            .orElseGet(() -> messages.get("train.change.waiting")));
  }

  private void fill(int runs) {
    panes.clear();
    for (int k = 0; k < runs; k++) {
      RunPane pane = new RunPane(k, kind, messages);
      pane.setPrefWidth(1);
      pane.setMinWidth(0);
      HBox.setHgrow(pane, Priority.ALWAYS);
      panes.add(pane);
    }
    lanes.getChildren().setAll(List.<Node>copyOf(panes));
  }
}
