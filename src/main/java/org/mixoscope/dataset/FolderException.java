package org.mixoscope.dataset;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Objecting;
import org.mixoscope.kernel.Objection;

/// A folder has no pictures to give. The message is one English sentence that names the folder,
/// what is wrong and what to do.
public final class FolderException extends IOException implements Objecting {
  private static final long serialVersionUID = 1L;

  private final Objection objection;

  FolderException(FolderReason reason, Path folder, @Nullable Throwable cause) {
    Objection about = reason.of(folder);
    super(about.text(), cause);
    objection = about;
  }

  @Override
  public Objection objection() {
    return objection;
  }
}
