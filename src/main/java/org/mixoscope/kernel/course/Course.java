package org.mixoscope.kernel.course;

import org.mixoscope.kernel.Draw;

/// How one draw runs over the frames of a clip. It gives every frame a draw of its own, and so one
/// weight for every source at every point of space and time; the label follows their mean.
///
/// The first three are those of Yun, Oh, Heo, Han, Kim, "VideoMix: Rethinking Data Augmentation for
/// Video Classification", 2020: spatial, temporal and spatio-temporal VideoMix.
public sealed interface Course
    permits AllFrames, FrameRun, Cuboid, MovingBox, ChangingLambda, WholeField {
  /// What kind of course it is.
  CourseType type();

  /// The draw of one frame. Pure.
  ///
  /// @param draw of the clip
  /// @param t which frame, within [0, frames)
  /// @param frames how many there are, at least 1
  Draw at(Draw draw, int t, int frames);
}
