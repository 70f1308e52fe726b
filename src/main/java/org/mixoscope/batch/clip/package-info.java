/// Mixing a folder of clips: one after the other, a frame at a time, so that memory grows neither
/// with the clips nor with their number; by index, so that the same folder and settings give the
/// same samples after any interruption.
@NullMarked
package org.mixoscope.batch.clip;

import org.jspecify.annotations.NullMarked;
