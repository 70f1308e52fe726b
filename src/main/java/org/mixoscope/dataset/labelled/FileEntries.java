package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Fitted;
import org.mixoscope.image.Header;
import org.mixoscope.image.IndexPicture;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;

/// Pictures that are files.
///
/// @param root the folder that their names start from
record FileEntries(Path root, Names names) implements Entries, Masks {
  @Override
  public String name(int index) {
    return names.get(index);
  }

  @Override
  public String file(int index) {
    return location(index);
  }

  @Override
  public String location(int index) {
    String name = names.get(index);
    try {
      return root.resolve(name).toString();
    } catch (InvalidPathException e) {
      return root + "/" + name; // whoever reads it is told
    }
  }

  @Override
  public Fitted read(int index, PictureReader reader, @Nullable Frame frame, Fit fit, Wanted wanted)
      throws PictureException {
    return reader.read(location(index), frame, fit, wanted);
  }

  @Override
  public Header header(int index, PictureReader reader) throws PictureException {
    return reader.header(location(index));
  }

  @Override
  public IndexPicture indices(int index, PictureReader reader) throws PictureException {
    return reader.indices(location(index));
  }

  @Override
  public InputStream contents(int index) throws IOException {
    try {
      return Files.newInputStream(root.resolve(names.get(index)));
    } catch (InvalidPathException e) {
      throw new IOException(e);
    }
  }
}
