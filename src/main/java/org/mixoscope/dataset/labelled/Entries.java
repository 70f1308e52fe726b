package org.mixoscope.dataset.labelled;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Fitted;
import org.mixoscope.image.Header;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;

/// The pictures of a data set by their numbers, see [DataSet].
interface Entries extends Closeable {
  String name(int index);

  String location(int index);

  Fitted read(int index, PictureReader reader, @Nullable Frame frame, Fit fit, Wanted wanted)
      throws PictureException;

  Header header(int index, PictureReader reader) throws PictureException;

  /// How many of the first pictures are decoded smaller for a frame if that is permitted, as far as
  /// their headers can be read.
  default int shrunk(int pictures, PictureReader reader, Frame frame, Fit fit) {
    return (int)
        IntStream.range(0, pictures)
            .parallel()
            .filter(index -> isShrunk(index, reader, frame, fit))
            .count();
  }

  private boolean isShrunk(int index, PictureReader reader, Frame frame, Fit fit) {
    try {
      return header(index, reader).isShrunk(frame, fit);
    } catch (PictureException _) {
      return false; // whoever wants to mix it says why
    }
  }

  /// The bytes of a picture itself, encoded or not; whoever asks closes it.
  InputStream contents(int index) throws IOException;

  @Override
  default void close() throws IOException {}
}
