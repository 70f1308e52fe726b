package org.mixoscope.image;

import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Turn;

/// What the header of a picture file says.
///
/// @param kind of its pixels
/// @param frame of the stored picture, before it is turned upright
/// @param turn how it is turned upright, as far as headers tell: those of JPEG and TIFF do
public record Header(PixelKind kind, Frame frame, Turn turn) {}
