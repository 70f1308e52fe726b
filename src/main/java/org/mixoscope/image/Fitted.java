package org.mixoscope.image;

import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Origin;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;

/// A picture in a frame.
///
/// @param pixels HWC on the heap
/// @param origin where they came from
public record Fitted(Pixels pixels, Origin origin) {
  /// A picture that was never turned, in a frame.
  ///
  /// @param frame null for its own
  public static Fitted of(Pixels picture, @Nullable Frame frame, Fit fit) {
    return new Fitted(picture, Origin.of(picture.frame(), Turn.UPRIGHT)).in(frame, fit);
  }

  /// The same, brought from its own size to a frame.
  ///
  /// @param frame null to leave it
  Fitted in(@Nullable Frame frame, Fit fit) {
    return frame == null ? this : new Fitted(Fitter.fit(pixels, frame, fit), origin.in(frame, fit));
  }
}
