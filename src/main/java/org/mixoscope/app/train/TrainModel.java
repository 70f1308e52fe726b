package org.mixoscope.app.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.UnaryOperator;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.mixoscope.app.memory.Part;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.ObservableHistory;
import org.mixoscope.app.ui.TaskRunner;

/// What is chosen on the Train screen, with a history of its own, and the networks that are trained
/// by it while somebody looks. The seed is that of Explore.
public final class TrainModel implements Part {
  private final MixModel explore;
  private final Trainer trainer;
  private final ObservableHistory<LabOptions> history;
  private boolean active;
  private boolean visited;
  private boolean inGesture;

  /// @param explore has the seed
  public TrainModel(MixModel explore, TaskRunner tasks) {
    this.explore = explore;
    trainer = new Trainer(tasks, explore::report);
    history = new ObservableHistory<>(LabOptions.USUAL, this::follow);
    history.gestureProperty().subscribe(on -> inGesture = false);
    explore.recipeProperty().addListener((property, old, now) -> follow());
  }

  /// What is chosen.
  ReadOnlyObjectProperty<LabOptions> optionsProperty() {
    return history.presentProperty();
  }

  LabOptions options() {
    return history.present();
  }

  /// Undo, redo and gestures of the choices.
  ObservableHistory<LabOptions> history() {
    return history;
  }

  /// The networks that are trained.
  Trainer trainer() {
    return trainer;
  }

  /// Whether they are trained now, or would be if somebody looked.
  public boolean isPlaying() {
    return trainer.playingProperty().get();
  }

  /// Trains no more until somebody begins again.
  public void pause() {
    trainer.pause();
  }

  /// Trains to the end of the epoch and pauses.
  public void finishEpoch() {
    trainer.finishEpoch();
  }

  @Override
  public String name() {
    return "train";
  }

  @Override
  public JsonNode remembered() {
    return LabOptionsJson.tree(options());
  }

  @Override
  public void recall(JsonNode left) {
    history.restart(LabOptionsJson.read(left));
  }

  @Override
  public Observable changes() {
    return optionsProperty();
  }

  // Commands

  /// Trains only while somebody looks; the first look begins.
  void setActive(boolean now) {
    active = now;
    follow();
    if (now && !visited) {
      visited = true;
      trainer.play();
    }
  }

  boolean isActive() {
    return active;
  }

  /// Chooses something else, as a step that can be undone.
  ///
  /// @throws IllegalArgumentException if it cannot be: then all stays as it was
  void edit(UnaryOperator<LabOptions> change) {
    history.move(change.apply(options()));
  }

  /// Takes a preset and begins with it.
  void show(LabPreset preset) {
    edit(now -> preset.options());
    trainer.play();
  }

  private void follow() {
    if (active) {
      trainer.follow(options(), explore.recipe().seed(), inGesture);
      inGesture = history.gestureProperty().get();
    }
  }
}
