package org.mixoscope.image;

import java.util.Set;
import org.mixoscope.kernel.Frame;

/// The bytes of a picture file of which only the header has been looked at, so that its size is
/// known before memory is spent on it.
sealed interface Encoded permits BmpFile, GifFile, JpegFile, PngFile, TiffFile, WebpFile {

  /// Height and width as stored, before any turning.
  Frame frame();

  /// Checks that the file is complete, then decodes it.
  Decoded decode() throws BadData;

  /// A decoded picture, not turned yet.
  ///
  /// @param rgb three bytes a pixel, of the size of [#frame]
  record Decoded(Samples rgb, Orientation orientation, Set<Trait> traits) {}

  /// Bytes of a picture and its size.
  ///
  /// @param transparent whether a pixel was not opaque and had to be laid on white
  @SuppressWarnings("ArrayRecordComponent") // Handed over once, never compared.
  record Samples(byte[] bytes, Frame frame, boolean transparent) {}
}
