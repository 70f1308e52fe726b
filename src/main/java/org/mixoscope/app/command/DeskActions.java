package org.mixoscope.app.command;

import javafx.beans.binding.BooleanBinding;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.ObservableHistory;
import org.mixoscope.app.state.PoolModel;
import org.mixoscope.app.state.Sources;
import org.mixoscope.app.state.VariedAxes;
import org.mixoscope.app.ui.Toast;
import org.mixoscope.kernel.method.MethodType;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.code.CodeTarget;

/// What commands do in every screen, as far as they need nothing of the window.
final class DeskActions {
  private final Desk desk;
  private final Actions actions;
  private final MixModel model;

  private DeskActions(Desk desk) {
    this.desk = desk;
    actions = desk.actions();
    model = desk.model();
  }

  static void bind(Desk desk) {
    DeskActions all = new DeskActions(desk);
    all.bindPlayer();
    all.bindDraw();
    all.bindMethod();
    all.bindHistory();
    all.bindPool();
    all.bindTransfer();
    all.bindLook();
  }

  private void bindPlayer() {
    Player player = desk.player();
    actions.put(Command.PLAY, player::toggle);
    actions.put(Command.SWEEP, player::sweep);
    actions.put(
        Command.SLOW_MOTION,
        () -> {
          actions.run(Command.EXPLORE);
          player.slowMotion();
        });
    actions.put(Command.PREVIOUS_STEP, player::backward);
    actions.put(Command.NEXT_STEP, player::forward);
  }

  private void bindDraw() {
    actions.put(Command.RESAMPLE, model::drawNext);
    actions.put(Command.NEW_SEED, model::nextSeed, model.seedLockedProperty().not());
    actions.put(Command.LAMBDA_LESS, () -> model.nudgeLambda(-0.01));
    actions.put(Command.LAMBDA_MORE, () -> model.nudgeLambda(0.01));
    actions.put(Command.LAMBDA_MUCH_LESS, () -> model.nudgeLambda(-0.1));
    actions.put(Command.LAMBDA_MUCH_MORE, () -> model.nudgeLambda(0.1));
  }

  private void bindMethod() {
    Sources sources = model.sources();
    actions.put(Command.MIXUP, () -> model.choose(MethodType.of("mixup")));
    actions.put(Command.CUTMIX, () -> model.choose(MethodType.of("cutmix")));
    actions.put(Command.MASK, () -> model.choose(MethodType.of("mask")));
    actions.put(Command.NEXT_METHOD, () -> model.chooseNext(1));
    actions.put(Command.PREVIOUS_METHOD, () -> model.chooseNext(-1));
    actions.put(
        Command.ADD_SOURCE,
        () -> {
          if (sources.canAdd()) {
            sources.addSample();
          }
        });
    actions.put(Command.REMOVE_SOURCE, () -> sources.remove(model.recipe().sources().size() - 1));
    actions.put(Command.SWAP, () -> model.edit(r -> r.swapped()));
  }

  private void bindHistory() {
    ObservableHistory<Recipe> history = model.history();
    Toast toast = desk.toast();
    VariedAxes axes = desk.axes();
    // What nobody sees is not undone.
    BooleanBinding sheetInFront = desk.figures().axesProperty().isNotNull();
    BooleanBinding axisUndo = sheetInFront.and(axes.canUndoProperty());
    BooleanBinding axisRedo = sheetInFront.and(axes.canRedoProperty());
    actions.put(
        Command.UNDO,
        () -> {
          if (toast.undo()) {
            return;
          }
          if (axisUndo.get()) {
            axes.undo();
          } else {
            history.undo();
          }
        },
        axisUndo.or(history.canUndoProperty()).or(toast.offersUndo()));
    model.recipeProperty().addListener((property, old, now) -> toast.withdraw());
    actions.put(
        Command.REDO,
        () -> {
          if (axisRedo.get()) {
            axes.redo();
          } else {
            history.redo();
          }
        },
        axisRedo.or(history.canRedoProperty()));
    actions.put(Command.RESET, model::reset);
  }

  private void bindPool() {
    PoolModel pool = desk.pool();
    actions.put(Command.NEXT_PAIR, () -> pool.step(1));
    actions.put(Command.PREVIOUS_PAIR, () -> pool.step(-1));
    actions.put(Command.RANDOM_PAIR, pool::random);
    actions.put(Command.NEXT_A, () -> pool.step(0, 1));
    actions.put(Command.PREVIOUS_A, () -> pool.step(0, -1));
    actions.put(Command.NEXT_B, () -> pool.step(1, 1));
    actions.put(Command.PREVIOUS_B, () -> pool.step(1, -1));
  }

  private void bindTransfer() {
    Incoming incoming = desk.incoming();
    actions.put(Command.OPEN_A, () -> incoming.chooseSource(0));
    actions.put(Command.OPEN_B, () -> incoming.chooseSource(1));
    actions.put(Command.OPEN_FOLDER, incoming::chooseFolder);
    actions.put(Command.OPEN_RECIPE, incoming::chooseRecipe);
    actions.put(Command.OPEN_CLASSIFIER, incoming::chooseClassifier);
    actions.put(
        Command.CLOSE_CLASSIFIER,
        desk.predictions()::close,
        desk.predictions().settingProperty().isNotNull());
    actions.put(Command.PASTE, incoming::paste);
    Outgoing outgoing = desk.outgoing();
    actions.put(Command.COPY_PICTURE, outgoing::copyPicture);
    actions.put(Command.COPY_FIGURE, desk.figures()::copy);
    actions.put(Command.COPY_RECIPE, outgoing::copyRecipe);
    for (CodeTarget target : CodeTarget.values()) {
      actions.put(CodeCopies.command(target), () -> desk.code().copy(target));
    }
    actions.put(Command.EXPORT, desk.figures()::save);
    actions.putWhile(
        Command.SAVE_CLIP,
        outgoing::saveClip,
        model.pictures().footage().timingProperty().isNotNull());
    actions.put(Command.SAVE_RECIPE, outgoing::saveRecipe);
  }

  private void bindLook() {
    actions.put(Command.THEME, desk.look()::toggle);
    actions.put(
        Command.LANGUAGE,
        () -> desk.messages().speak(desk.messages().languageProperty().get().other()));
    actions.put(
        Command.TRAY, () -> desk.tray().openProperty().set(!desk.tray().openProperty().get()));
  }
}
