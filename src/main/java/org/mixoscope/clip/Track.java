package org.mixoscope.clip;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.Picture;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// One source of a mix of clips: its frames, spread over those of the mix.
final class Track implements AutoCloseable {
  private final Clip clip;
  private final Timing timing;
  private final Timing mix;
  private int at = -1;
  private @Nullable Pixels fitted;

  /// @param mix when the frames of the mix are shown
  Track(Clip clip, Timing mix) {
    this.clip = clip;
    this.timing = clip.timing();
    this.mix = mix;
  }

  Clip clip() {
    return clip;
  }

  /// Which frame of the source is shown in the middle of one of the mix.
  int frame(int t) {
    return timing.at(mix.middle(t));
  }

  /// How many frames of the source are in none of the mix.
  int leftOut() {
    int shown = 0;
    for (int t = 0; t < mix.frames(); t++) {
      shown += t == 0 || frame(t) != frame(t - 1) ? 1 : 0;
    }
    return timing.frames() - shown;
  }

  /// How many frames of the mix show the same as the one before.
  int repeated() {
    int repeated = 0;
    for (int t = 1; t < mix.frames(); t++) {
      repeated += frame(t) == frame(t - 1) ? 1 : 0;
    }
    return repeated;
  }

  /// The frame that is shown in one of the mix, which must be asked for in their order.
  ///
  /// @return good until a later one is asked for
  /// @throws IOException if it cannot be read
  Pixels pixels(int t, Frame size, Fit fit, PixelKind kind) throws IOException {
    int wanted = frame(t);
    Picture next = null;
    while (at < wanted) {
      next = clip.next();
      at++;
    }
    if (next != null) {
      fitted = Fitter.fit(next.as(kind), size, fit);
    }
    Pixels now = fitted;
    if (now == null) {
      throw new IllegalStateException("a clip has a frame");
    }
    return now;
  }

  @Override
  public void close() {
    clip.close();
  }
}
