package org.mixoscope.clip;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Fitter;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.Picture;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;

/// One source of a mix of clips: its frames, spread over those of the mix.
final class Track implements AutoCloseable {
  private final Clip clip;
  private final Timing timing;
  private final Timing mix;
  private final boolean rescaled;
  private int at = -1;
  private @Nullable Pixels fitted;

  /// @param mix when the frames of the mix are shown
  /// @param rescaled whether what numbers stand for is mixed in place of them
  Track(Clip clip, Timing mix, boolean rescaled) {
    this.rescaled = rescaled;
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
    for (; at < wanted; at++) {
      if (at + 1 < wanted) {
        clip.skip();
      } else {
        next = clip.next();
      }
    }
    if (next != null) {
      if (clip.isVolume()) {
        requireWindow(next, kind);
      }
      fitted = Fitter.fit((rescaled ? next.rescaled() : next).as(kind), size, fit);
    }
    Pixels now = fitted;
    if (now == null) {
      throw new IllegalStateException("a clip has a frame");
    }
    return now;
  }

  /// Slices that are shown each by its own least and most number would not be comparable.
  private static void requireWindow(Picture slice, PixelKind kind) throws ClipException {
    NumberType type = slice.stored().type();
    if (kind.type() == ElementType.UINT8 && !type.isLight() && slice.stored().window() == null) {
      throw ClipReason.NO_WINDOW.failure(null, type.id());
    }
  }

  @Override
  public void close() {
    clip.close();
  }
}
