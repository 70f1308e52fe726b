package org.mixoscope.dataset.labelled;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.packed.RecordFile;
import org.mixoscope.image.Conversion;
import org.mixoscope.image.Fitted;
import org.mixoscope.image.Header;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;

/// Pictures that are records of binary files.
///
/// @param files in their order
record RawEntries(List<RecordFile> files) implements Entries {
  @Override
  public String name(int index) {
    At at = at(index);
    return at.file.name(at.record);
  }

  @Override
  public String location(int index) {
    At at = at(index);
    return at.file.location(at.record);
  }

  @Override
  public Fitted read(int index, PictureReader reader, @Nullable Frame frame, Fit fit, Wanted wanted)
      throws PictureException {
    At at = at(index);
    Pixels whole = Conversion.to(wanted.of(at.file.kind()), at.file.read(at.record));
    return Fitted.of(whole, frame, fit);
  }

  @Override
  public Header header(int index, PictureReader reader) {
    RecordFile file = at(index).file;
    return new Header(file.kind(), file.frame(), Turn.UPRIGHT);
  }

  @Override
  public InputStream contents(int index) throws IOException {
    At at = at(index);
    return new ByteArrayInputStream(at.file.contents(at.record));
  }

  private record At(RecordFile file, int record) {}

  private At at(int index) {
    int left = index;
    for (RecordFile file : files) {
      if (left < file.count()) {
        return new At(file, left);
      }
      left -= file.count();
    }
    throw new IndexOutOfBoundsException(index);
  }

  @Override
  public void close() throws IOException {
    for (RecordFile file : files) {
      file.close();
    }
  }
}
