package org.mixoscope.app.command;

import java.nio.file.Path;
import org.mixoscope.app.ui.FileDialogs;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.app.ui.TaskRunner;
import org.mixoscope.app.ui.Toast;

/// Shows folders on the user's desktop, or says where they are if it has no program for that.
///
/// @param dialogs know the desktop
/// @param tasks start its program, which may take a while
/// @param messages say why it cannot
/// @param toast shows them
public record Reveal(FileDialogs dialogs, TaskRunner tasks, Messages messages, Toast toast) {
  /// Shows one.
  public void folder(Path folder) {
    tasks.run(
        () -> {
          dialogs.reveal(folder);
          return folder;
        },
        shown -> {},
        failure -> toast.warn(messages.get("reveal.failed", folder.toString())));
  }
}
