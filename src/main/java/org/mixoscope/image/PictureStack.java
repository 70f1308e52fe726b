package org.mixoscope.image;

import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;

/// All pictures of a file, pages or slices, read one after another from the first to the last. For
/// one thread.
public interface PictureStack extends AutoCloseable {
  /// The size of the first.
  Frame frame();

  /// What the numbers of the first are.
  NumberType type();

  /// How many channels the first has.
  int channels();

  /// What the numbers stand for; null if the pictures differ in that.
  @Nullable Scale scale();

  /// How many there are.
  int count();

  /// Where the voxels lie; null if the file does not say.
  @Nullable Grid grid();

  /// The header of a NIfTI file; null of others.
  default @Nullable NiftiHeader header() {
    return null;
  }

  /// The next one.
  ///
  /// @return null behind the last
  /// @throws PictureException if it cannot be read
  @Nullable Picture next() throws PictureException;

  @Override
  void close();
}
