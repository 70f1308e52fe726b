package org.mixoscope.app.batch;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mixoscope.clip.ClipFormat;
import org.mixoscope.clip.ClipReader;
import org.mixoscope.kernel.course.CourseType;
import org.mixoscope.kernel.method.Method;

/// What is chosen of clips, beside what they have in common with pictures.
///
/// @param along how a draw runs over the frames; null for what is usual
/// @param format what is written; null for what is usual
/// @param frames how many each sample has, at least 1; null for those of its own clip
/// @param rate frames a second of folders of frames, within [0.01, 1000]
public record ClipMaking(
    @Nullable CourseType along,
    @Nullable ClipFormat format,
    @Nullable Integer frames,
    double rate) {
  static final int MOST_FRAMES = 1_000_000;
  static final double LEAST_RATE = 0.01;
  static final double MOST_RATE = 1000;

  /// Nothing is chosen yet.
  public static final ClipMaking USUAL = new ClipMaking(null, null, null, ClipReader.USUAL_RATE);

  CourseType along(Method method, boolean areVolumes) {
    return Objects.requireNonNullElseGet(along, () -> CourseType.usual(method, areVolumes));
  }

  /// What anybody can play, or numbers and their places, unless something else is chosen.
  ClipFormat format(boolean areVolumes) {
    ClipFormat usual = areVolumes ? ClipFormat.NIFTI_GZ : ClipFormat.MP4;
    return Objects.requireNonNullElse(format, usual);
  }

  ClipMaking with(CourseType other) {
    return new ClipMaking(other, format, frames, rate);
  }

  ClipMaking with(ClipFormat other) {
    return new ClipMaking(along, other, frames, rate);
  }

  ClipMaking withFrames(@Nullable Integer other) {
    return new ClipMaking(along, format, other, rate);
  }

  ClipMaking withRate(double other) {
    return new ClipMaking(along, format, frames, other);
  }
}
