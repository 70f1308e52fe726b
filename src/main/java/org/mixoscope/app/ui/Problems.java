package org.mixoscope.app.ui;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.mixoscope.kernel.Objecting;

/// What went wrong, in the user's language.
public final class Problems {
  private Problems() {}

  /// What to say of a failure. Only what the system itself reports is said in its own words.
  public static String text(Exception problem, Messages messages) {
    return switch (problem) {
      case Objecting objecting -> messages.get(objecting.objection());
      case Exception e when e.getCause() instanceof OutOfMemoryError ->
          messages.get("problem.memory");
      // Whose own words are the file alone.
      case NoSuchFileException gone -> messages.get("problem.gone", gone.getFile());
      case AccessDeniedException denied -> messages.get("problem.denied", denied.getFile());
      default -> Objects.requireNonNullElse(problem.getMessage(), problem.toString());
    };
  }
}
