package org.mixoscope.app.state;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.clip.Timing;
import org.mixoscope.dataset.SourceReader;
import org.mixoscope.image.ImageReason;
import org.mixoscope.image.Picture;
import org.mixoscope.image.PictureException;

/// What stands for a source before anything of it moves: a picture, or the first frame of a clip.
///
/// @param timing of all frames of the clip; null of a picture
/// @param isVolume whether they are slices
record Still(Picture picture, @Nullable Timing timing, boolean isVolume) {
  /// Reads it.
  ///
  /// @throws PictureException if it cannot be read
  static Still read(SourceReader reader, String location) throws PictureException {
    return read(reader, location, () -> reader.read(location));
  }

  /// How a picture is read.
  interface Reading {
    Picture read() throws PictureException;
  }

  /// Reads it.
  ///
  /// @param picture how, if it does not move
  /// @throws PictureException if it cannot be read
  static Still read(SourceReader reader, String location, Reading picture) throws PictureException {
    try {
      ClipReader.FirstFrame first = new ClipReader(reader).first(location);
      return first == null
          ? new Still(picture.read(), null, false)
          : new Still(first.picture(), first.timing(), first.isVolume());
    } catch (PictureException e) {
      throw e;
    } catch (IOException e) {
      throw ImageReason.UNREADABLE.failure(e, location, e.getMessage());
    }
  }
}
