package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.annotated.AnnotationException;
import org.mixoscope.image.PictureException;
import org.mixoscope.kernel.Objecting;
import org.mixoscope.kernel.Objection;

/// A data set cannot be used. The message is one English sentence that names the file, perhaps its
/// line, what is wrong and what to do.
public final class DataSetException extends IOException implements Objecting {
  private static final long serialVersionUID = 1L;

  private final Objection objection;
  private final ArrayList<String> choices;

  private DataSetException(Objection objection, @Nullable Throwable cause, List<String> choices) {
    super(objection.text(), cause);
    this.objection = objection;
    this.choices = new ArrayList<>(choices);
  }

  DataSetException(Objection objection, @Nullable Throwable cause) {
    this(objection, cause, List.of());
  }

  /// Something that the user has to choose.
  static DataSetException asking(Objection objection, List<String> choices) {
    return new DataSetException(objection, null, choices);
  }

  /// What there is to choose from, such as splits or columns; empty if that would not help.
  public List<String> choices() {
    return List.copyOf(choices);
  }

  DataSetException(Objection objection) {
    this(objection, null);
  }

  /// What reading a file or folder of a data set failed with, said about it.
  ///
  /// @param reason what to say if the failure itself does not say better
  static DataSetException unreadable(Path file, IOException e, DataSetReason reason) {
    return switch (e) {
      case DataSetException known -> known;
      case PictureException known -> new DataSetException(known.objection(), known);
      case AnnotationException known -> new DataSetException(known.objection(), known);
      case AccessDeniedException _ -> new DataSetException(DataSetReason.FORBIDDEN.of(file), e);
      default -> new DataSetException(reason.of(file), e);
    };
  }

  @Override
  public Objection objection() {
    return objection;
  }
}
