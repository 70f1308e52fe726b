package org.mixoscope.app.state;

import org.mixoscope.clip.Timing;
import org.mixoscope.recipe.Recipe;

/// Which frame of a mix of clips is shown.
///
/// @param frame from 0
/// @param timing of all frames
public record Moment(int frame, Timing timing) {
  /// The recipe of the picture that is shown.
  ///
  /// @param clip of all frames
  Recipe of(Recipe clip) {
    return clip.at(frame, timing.frames());
  }

  /// Seconds from the start of the first frame to the start of this one.
  public double seconds() {
    return timing.start(frame) / 1e6;
  }
}
