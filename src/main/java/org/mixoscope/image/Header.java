package org.mixoscope.image;

import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;

/// What the header of a picture file says.
///
/// @param kind of its pixels
/// @param frame of the stored picture, before it is turned upright
/// @param turn how it is turned upright, as far as headers tell: those of JPEG and TIFF do
/// @param type of its numbers
/// @param scale what they stand for
/// @param shrinks whether the file can be decoded smaller than it is
public record Header(
    PixelKind kind, Frame frame, Turn turn, NumberType type, Scale scale, boolean shrinks) {
  /// Of numbers that stand for themselves, in the type that pixels of this kind have as a rule.
  public Header(PixelKind kind, Frame frame, Turn turn) {
    this(kind, frame, turn, NumberType.of(kind.type()), Scale.NONE, false);
  }

  static Header of(Encoded file) throws BadData {
    boolean shrinks = file instanceof JpegFile jpeg && jpeg.shrinks();
    return new Header(file.kind(), file.frame(), file.turn(), file.type(), file.scale(), shrinks);
  }

  /// What the header of a decoded picture said, upright.
  public static Header of(Picture picture) {
    Pixels pixels = picture.pixels();
    Stored stored = picture.stored();
    return new Header(
        PixelKind.of(pixels), pixels.frame(), Turn.UPRIGHT, stored.type(), stored.scale(), false);
  }

  /// Whether [org.mixoscope.kernel.Decoding#FAST] decodes the picture smaller for a frame.
  public boolean isShrunk(Frame wanted, Fit fit) {
    return shrinks && !JpegScale.of(turn.upright(frame), wanted, fit).isWhole();
  }
}
