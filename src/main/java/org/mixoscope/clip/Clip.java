package org.mixoscope.clip;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.image.Grid;
import org.mixoscope.image.NiftiHeader;
import org.mixoscope.image.NumberType;
import org.mixoscope.image.Picture;
import org.mixoscope.image.Scale;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.Pixels;

/// A stack of pictures that are read one after another, from the first to the last, none of which
/// stays in memory. For one thread.
interface Clip extends AutoCloseable {
  /// The size of the first frame.
  Frame frame();

  /// What the numbers of the first frame are.
  NumberType type();

  /// How many channels the first frame has.
  int channels();

  /// When each frame is shown; so many are there.
  Timing timing();

  /// Whether it is more than a picture.
  boolean moves();

  /// Whether its frames are the slices of a volume.
  default boolean isVolume() {
    return false;
  }

  /// What the numbers stand for; null if the frames differ in that.
  default @Nullable Scale scale() {
    return Scale.NONE;
  }

  /// Where the voxels of a volume lie; null if nothing says it.
  default @Nullable Grid grid() {
    return null;
  }

  /// The header of a volume of NIfTI; null of others.
  default @Nullable NiftiHeader header() {
    return null;
  }

  /// The next frame.
  ///
  /// @return good until the next one is asked for; null behind the last
  /// @throws IOException if it cannot be read
  @Nullable Picture next() throws IOException;

  /// The next frame for whoever only looks at it, in a copy of its own.
  ///
  /// @param factor how much smaller it may be on each axis, at least 1
  /// @return null behind the last
  /// @throws IOException if it cannot be read
  default @Nullable PassingFrame glimpse(int factor) throws IOException {
    Picture next = next();
    if (next == null || !moves()) {
      return next == null ? null : PassingFrame.of(next);
    }
    Pixels copy = next.pixels().allocateLike();
    MemorySegment from = next.pixels().memory();
    MemorySegment.copy(
        from, ValueLayout.JAVA_BYTE, 0, copy.memory(), ValueLayout.JAVA_BYTE, 0, copy.byteSize());
    return PassingFrame.of(new Picture(copy, next.origin(), next.traits(), next.stored()));
  }

  /// Passes the next frame, which nobody wants to see.
  ///
  /// @throws IOException if it cannot be read
  default void skip() throws IOException {
    var _ = next();
  }

  /// What has to be said of it, as far as it was read.
  ///
  /// @param letter of the source that it is
  List<Objection> notes(String letter);

  @Override
  void close();
}
