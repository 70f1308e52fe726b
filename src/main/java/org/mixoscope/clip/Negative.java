package org.mixoscope.clip;

import java.lang.ref.Cleaner;
import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.mixoscope.kernel.Pixels;

/// A decoded frame before it is brought to RGB. It lies where the decoder put it, so that nothing
/// is copied, until it is let go. Any number of threads may use it.
final class Negative {
  private static final Cleaner CLEANER = Cleaner.create();

  private final Held held;
  private final Cleaner.Cleanable letting;

  /// What is freed with it.
  private static final class Held implements Runnable {
    private final AVFrame frame;
    private boolean free;

    Held(AVFrame frame) {
      this.frame = frame;
    }

    @Override
    public void run() {
      free = true;
      avutil.av_frame_free(frame);
    }
  }

  /// @param frame is shared, not copied, and may go on to the next one
  Negative(AVFrame frame) {
    held = new Held(avutil.av_frame_clone(frame));
    letting = CLEANER.register(this, held);
  }

  /// What a [Developer] makes of it in its own size; empty if it was let go.
  synchronized Optional<Pixels> developed() {
    if (held.free) {
      return Optional.empty();
    }
    try (Developer developer = new Developer()) {
      return Optional.of(developer.whole(held.frame, new byte[0]));
    }
  }

  /// Gives the memory back to the decoder.
  synchronized void letGo() {
    letting.clean();
  }
}
