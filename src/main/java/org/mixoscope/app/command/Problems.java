package org.mixoscope.app.command;

import java.io.IOException;
import java.util.Objects;
import org.mixoscope.app.ui.Messages;
import org.mixoscope.batch.BatchException;
import org.mixoscope.dataset.FolderException;
import org.mixoscope.dataset.labelled.DataSetException;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RefusedException;

/// What went wrong, in the user's language.
public final class Problems {
  private Problems() {}

  /// Why a value cannot be had; what no screen has words for is in English.
  public static String text(Objection refusal, Messages messages) {
    return refusal.kind() == Objection.Kind.OTHER
        ? refusal.message()
        : messages.get("refused." + refusal.kind(), refusal.details().toArray());
  }

  public static String text(Exception problem, Messages messages) {
    if (problem.getCause() instanceof OutOfMemoryError) {
      return messages.get("problem.memory");
    }
    return switch (problem) {
      case PictureException picture ->
          messages.get("picture." + picture.reason(), picture.subject());
      case FolderException folder -> messages.get("folder." + folder.reason(), folder.subject());
      case RefusedException refused -> text(refused.objection(), messages);
      case DataSetException set
          when set.getCause() instanceof IOException cause
              && set.reason() == DataSetException.Reason.CAUSE ->
          text(cause, messages);
      case DataSetException set -> messages.get("dataset." + set.reason(), set.details().toArray());
      case BatchException job -> messages.get("job." + job.reason(), job.details().toArray());
      default -> Objects.requireNonNullElse(problem.getMessage(), problem.toString());
    };
  }
}
