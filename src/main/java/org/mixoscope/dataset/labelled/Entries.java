package org.mixoscope.dataset.labelled;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Fitted;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;
import org.mixoscope.image.Wanted;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;

/// The pictures of a data set by their numbers, see [DataSet].
interface Entries extends Closeable {
  String name(int index);

  String location(int index);

  Fitted read(int index, PictureReader reader, @Nullable Frame frame, Fit fit, Wanted wanted)
      throws PictureException;

  PixelKind kind(int index, PictureReader reader) throws PictureException;

  @Override
  default void close() throws IOException {}
}
