package org.mixoscope.dataset.labelled;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.IndexPicture;
import org.mixoscope.image.PictureException;
import org.mixoscope.image.PictureReader;

/// The masks of pictures, by their numbers.
interface Masks {
  /// What a mask is called, for messages.
  String location(int index);

  /// Where a recipe finds a mask again: its file, or what it is inside a larger one; null for
  /// nowhere.
  default @Nullable String file(int index) {
    return null;
  }

  /// Lets go of files that nobody else does.
  default void release() throws IOException {}

  /// Any number of threads.
  IndexPicture indices(int index, PictureReader reader) throws PictureException;
}
