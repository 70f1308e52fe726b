package org.mixoscope.app.command;

import java.util.Objects;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.dataset.FolderException;
import org.mixoscope.image.PictureException;

/// What went wrong, in the user's language.
public final class Problems {
  private Problems() {}

  public static String text(Exception problem, Messages messages) {
    if (problem.getCause() instanceof OutOfMemoryError) {
      return messages.get("problem.memory");
    }
    return switch (problem) {
      case PictureException picture ->
          messages.get("picture." + picture.reason(), picture.subject());
      case FolderException folder -> messages.get("folder." + folder.reason(), folder.subject());
      default -> Objects.requireNonNullElse(problem.getMessage(), problem.toString());
    };
  }
}
