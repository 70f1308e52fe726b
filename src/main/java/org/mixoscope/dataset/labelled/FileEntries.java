package org.mixoscope.dataset.labelled;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// Pictures that are files.
///
/// @param root the folder that their names start from
record FileEntries(Path root, Names names) implements Entries {
  @Override
  public String name(int index) {
    return names.get(index);
  }

  @Override
  public String location(int index) {
    return root.resolve(names.get(index)).toString();
  }

  @Override
  public Pixels read(int index, PictureReader reader, @Nullable Frame frame, Fit fit)
      throws PictureException {
    return reader.read(location(index), frame, fit);
  }
}
