package org.mixoscope.image;

import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Turn;

/// What is made of a picture file for whoever mixes it.
///
/// @param frame null for the picture's own
/// @param kind of the pixels that are wanted
/// @param rescaled as [Wanted#rescaled]
/// @param scale at which the file is decoded for the frame
record Fitting(@Nullable Frame frame, Fit fit, PixelKind kind, boolean rescaled, JpegScale scale) {
  /// Decodes a file and brings it there.
  Fitted of(Encoded file) throws BadData {
    if (frame != null && file instanceof JpegFile jpeg && jpeg.decodesTo(kind)) {
      return new Fitted(
          jpeg.decode(kind.channels(), scale, frame, fit), origin(jpeg.frame(), Turn.UPRIGHT));
    }
    Picture picture = PictureReader.picture(file, scale);
    requireLight(picture);
    Picture numbers = rescaled ? picture.rescaled() : picture;
    return new Fitted(
        frame == null ? numbers.as(kind) : numbers.in(kind, null, frame, fit),
        origin(picture.origin().stored(), picture.origin().turn()));
  }

  /// Where pixels came from that were made so.
  ///
  /// @param stored the size of the picture in its file
  Origin origin(Frame stored, Turn turn) {
    Origin own = Origin.of(stored, turn);
    return frame == null ? own : own.in(frame, fit);
  }

  /// Pictures of a data set that are shown each by its own least and most number would not be
  /// comparable.
  private void requireLight(Picture picture) throws BadData {
    Stored stored = picture.stored();
    if (kind.type().isWhole() && !picture.pixels().type().isWhole() && stored.window() == null) {
      throw new BadData(ImageReason.NO_WINDOW, stored.type().id());
    }
  }
}
