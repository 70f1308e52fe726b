package org.mixoscope.image;

import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;

/// What the header of a picture file says.
///
/// @param kind of its pixels
/// @param frame of the stored picture, before it is turned upright
public record Header(PixelKind kind, Frame frame) {}
