package org.mixoscope.clip;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Picture;

/// A frame of a clip as it is passing: as large as somebody looks at it, and all of it for whoever
/// asks. Any number of threads may ask.
public final class PassingFrame {
  private final Picture seen;
  private final long bytes;
  private final Runnable letting;
  private @Nullable Supplier<Picture> making;
  private @Nullable Picture whole;

  private PassingFrame(
      Picture seen,
      long bytes,
      @Nullable Supplier<Picture> making,
      Runnable letting,
      @Nullable Picture whole) {
    this.seen = seen;
    this.bytes = bytes;
    this.making = making;
    this.letting = letting;
    this.whole = whole;
  }

  /// All that there is.
  public static PassingFrame of(Picture whole) {
    return new PassingFrame(whole, whole.pixels().byteSize(), null, () -> {}, whole);
  }

  /// Less than there is.
  ///
  /// @param seen with a factor of more than 1
  /// @param bytes of what the whole is made from
  /// @param making makes the whole, once, from that or, if it was let go, from the file
  /// @param letting lets it go
  static PassingFrame of(Picture seen, long bytes, Supplier<Picture> making, Runnable letting) {
    return new PassingFrame(seen, bytes + seen.pixels().byteSize(), making, letting, null);
  }

  /// As large as it was asked for.
  public Picture seen() {
    return seen;
  }

  /// Whether that is all there is.
  public boolean isWhole() {
    return seen.factor() == 1;
  }

  /// Has passed: nobody is likely to ask for the whole any more. Who does all the same waits for
  /// the file to be read up to it.
  public void letGo() {
    letting.run();
  }

  /// The frame to the byte, made now if it was not before.
  public synchronized Picture whole() {
    Picture known = whole;
    if (known == null) {
      if (making == null) {
        throw new IllegalStateException("a glimpse of nothing");
      }
      known = making.get();
      whole = known;
      making = null;
    }
    return known;
  }

  /// Of memory that it takes, before the whole is asked for.
  public long bytes() {
    return bytes;
  }
}
