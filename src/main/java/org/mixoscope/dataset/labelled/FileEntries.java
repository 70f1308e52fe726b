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
    Path file = path(index);
    return file == null ? root + "/" + names.get(index) : file.toString();
  }

  /// The file; null if none can be called so, which whoever reads its location is told.
  private @Nullable Path path(int index) {
    try {
      return root.resolve(names.get(index));
    } catch (InvalidPathException e) {
      return null;
    }
  }

  @Override
  public Fitted read(int index, PictureReader reader, @Nullable Frame frame, Fit fit, Wanted wanted)
      throws PictureException {
    Path file = path(index);
    return file == null
        ? reader.read(location(index), frame, fit, wanted)
        : reader.read(file, frame, fit, wanted);
  }

  @Override
  public Header header(int index, PictureReader reader) throws PictureException {
    Path file = path(index);
    return file == null ? reader.header(location(index)) : reader.header(file);
  }

  @Override
  public IndexPicture indices(int index, PictureReader reader) throws PictureException {
    Path file = path(index);
    return file == null ? reader.indices(location(index)) : reader.indices(file);
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
