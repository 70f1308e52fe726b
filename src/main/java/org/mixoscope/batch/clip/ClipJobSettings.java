package org.mixoscope.batch.clip;

import org.jspecify.annotations.Nullable;
import org.mixoscope.clip.ClipFormat;
import org.mixoscope.kernel.Blending;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.KernelReason;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.kernel.SoftLabels;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.method.Method;

/// How the clips of a folder are mixed and written.
///
/// @param method how
/// @param sources how many clips are mixed, at least 2
/// @param along how a draw runs over the frames
/// @param probability that a sample is mixed at all, within [0, 1]
/// @param copies how many mixes are made of every clip, at least 1
/// @param keepOriginals whether every clip also comes as it is, after the mixes
/// @param frame the size of all samples; null for that of each sample's own clip
/// @param fit how clips of another size are brought to it
/// @param blending in which light values are blended
/// @param frames how many each sample has; null for those of its own clip
/// @param rate frames a second of folders
/// @param smoothing label smoothing ε within [0, 1), over all classes
/// @param seed key of all random streams
/// @param format what is written
public record ClipJobSettings(
    Method method,
    int sources,
    CourseType along,
    double probability,
    int copies,
    boolean keepOriginals,
    @Nullable Frame frame,
    Fit fit,
    Blending blending,
    @Nullable Integer frames,
    double rate,
    double smoothing,
    long seed,
    ClipFormat format) {
  /// @throws IllegalArgumentException if a value is out of range, or the course none for the method
  public ClipJobSettings {
    along.require(method);
    if (!(probability >= 0 && probability <= 1)) {
      throw new RefusedException(KernelReason.OUT_OF_RANGE.of("prob", probability, 0, 1));
    }
    if (copies < 1) {
      throw new RefusedException(KernelReason.TOO_SMALL.of("copies", copies, 1));
    }
    SoftLabels.requireSmoothing(smoothing);
  }
}
