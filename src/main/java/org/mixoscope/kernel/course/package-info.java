/// How one draw runs over the frames of a clip, or the slices of a volume: which draw each of them
/// has. What a frame then is, methods say, as of a picture.
@NullMarked
package org.mixoscope.kernel.course;

import org.jspecify.annotations.NullMarked;
