package org.mixoscope.kernel.target;

import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.Pixels;

/// What a data set gives for a number.
///
/// @param pixels of any element type and number of channels, in a frame
/// @param origin where they came from
/// @param target what the picture is labelled with
public record Example(Pixels pixels, Origin origin, Target target) {}
