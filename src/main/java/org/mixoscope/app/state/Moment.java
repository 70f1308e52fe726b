package org.mixoscope.app.state;

import org.mixoscope.app.ui.Messages;
import org.mixoscope.clip.Timing;
import org.mixoscope.recipe.Recipe;

/// Which frame of a mix of clips is shown.
///
/// @param frame from 0
/// @param timing of all frames
/// @param isVolume whether it is a slice
public record Moment(int frame, Timing timing, boolean isVolume) {
  /// The recipe of the picture that is shown.
  ///
  /// @param clip of all frames
  public Recipe of(Recipe clip) {
    return clip.at(frame, timing.frames());
  }

  /// Which frame it is, from 1, for people.
  public String name(Messages messages) {
    return messages.get(isVolume ? "labels.slice" : "labels.frame", Integer.toString(frame + 1));
  }

  /// That a screen works on this frame alone, for people.
  public String said(Messages messages) {
    return messages.get(
        isVolume ? "clip.taken.slice" : "clip.taken",
        Integer.toString(frame + 1),
        Integer.toString(timing.frames()));
  }

  /// Seconds from the start of the first frame to the start of this one.
  public double seconds() {
    return timing.start(frame) / 1e6;
  }
}
