package org.mixoscope.kernel.target;

import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.Pixels;

/// What a data set gives for a number.
///
/// @param pixels of any element type and number of channels, in a frame
/// @param origin where they came from
/// @param target what the picture is labelled with; null where it has no label
public record Example(Pixels pixels, Origin origin, @Nullable Target target) {}
