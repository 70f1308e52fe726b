package org.mixoscope.app.command;

import org.mixoscope.app.state.MixModel;
import org.mixoscope.app.state.PictureCache;
import org.mixoscope.app.ui.FileDialogs;
import org.mixoscope.app.ui.Look;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Toast;

/// What all screens of a window work with.
///
/// @param model the recipe, its pictures and the mix
/// @param cache pictures as they were read
/// @param actions what commands do in every screen; buttons run them
/// @param toast where messages appear
/// @param transfer what enters and leaves
/// @param figures what leaves as a figure
public record Desk(
    MixModel model,
    PictureCache cache,
    Messages messages,
    Look look,
    FileDialogs dialogs,
    TaskRunner tasks,
    Actions actions,
    Toast toast,
    Transfer transfer,
    FigureExport figures) {
  /// A desk with nothing on it but a model.
  public static Desk of(
      MixModel model,
      PictureCache cache,
      Messages messages,
      Look look,
      FileDialogs dialogs,
      TaskRunner tasks) {
    Toast toast = new Toast(messages);
    FigureExport figures = new FigureExport(model, messages, dialogs, tasks, toast);
    return new Desk(
        model,
        cache,
        messages,
        look,
        dialogs,
        tasks,
        new Actions(),
        toast,
        new Transfer(model, messages, dialogs, tasks, toast::inform, figures),
        figures);
  }
}
