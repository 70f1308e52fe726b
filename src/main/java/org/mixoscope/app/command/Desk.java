package org.mixoscope.app.command;

import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.state.PoolModel;
import org.mixoscope.app.state.Predictions;
import org.mixoscope.app.state.Recent;
import org.mixoscope.app.state.Tray;
import org.mixoscope.app.state.VariedAxes;
import org.mixoscope.app.ui.FileDialogs;
import org.mixoscope.app.ui.FrameMenu;
import org.mixoscope.app.ui.Look;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Toast;

/// What all screens of a window work with.
///
/// @param model the recipe, its pictures and the mix
/// @param pool where the next sources come from
/// @param predictions what a classifier says of the mix
/// @param cache pictures as they were read
/// @param actions what commands do in every screen; buttons run them
/// @param toast where messages appear
/// @param incoming what comes in
/// @param outgoing what goes out
/// @param reveal shows folders on the desktop
/// @param figures what leaves as a figure
/// @param player what moves by itself
/// @param code the settings as code
/// @param tray the kept mixes
/// @param recent pictures that were mixed lately, folders that were open
/// @param axes what the sheet of Compare varies
public record Desk(
    MixModel model,
    PoolModel pool,
    Predictions predictions,
    PictureCache cache,
    Messages messages,
    Look look,
    FileDialogs dialogs,
    TaskRunner tasks,
    Actions actions,
    Toast toast,
    Incoming incoming,
    Outgoing outgoing,
    Reveal reveal,
    FigureExport figures,
    Player player,
    CodeCopies code,
    Tray tray,
    Recent recent,
    VariedAxes axes) {
  /// A desk with nothing on it but a model, its commands bound.
  public static Desk of(
      MixModel model,
      PictureCache cache,
      Messages messages,
      Look look,
      FileDialogs dialogs,
      TaskRunner tasks) {
    Toast toast = new Toast(messages, Command.UNDO.keysText());
    PoolModel pool = new PoolModel(model, tasks);
    Predictions predictions = new Predictions(model, tasks);
    Reveal reveal = new Reveal(dialogs, tasks, messages, toast);
    Saving saving = new Saving(messages, tasks, toast, reveal, model::report);
    FigureExport figures = new FigureExport(model, cache, messages, dialogs, tasks, toast, saving);
    Actions actions = new Actions();
    Recent recent = new Recent(model);
    VariedAxes axes = new VariedAxes(model.recipeProperty());
    recent.follow(pool);
    Desk desk =
        new Desk(
            model,
            pool,
            predictions,
            cache,
            messages,
            look,
            dialogs,
            tasks,
            actions,
            toast,
            new Incoming(
                model, pool, predictions, recent, messages, dialogs, tasks, toast, axes, actions),
            new Outgoing(model, cache, messages, dialogs, tasks, toast, saving),
            reveal,
            figures,
            new Player(model),
            new CodeCopies(model, pool, messages, toast),
            new Tray(),
            recent,
            axes);
    DeskActions.bind(desk);
    return desk;
  }

  /// A menu of the frame of the mix: every screen that has one has its own.
  public FrameMenu frameMenu() {
    return new FrameMenu(
        model
            .revisionProperty()
            .map(
                count ->
                    new FrameMenu.Choice(
                        model.recipe().frame(), model.recipe().fit(), model.frame())),
        model::setFrame,
        messages);
  }
}
