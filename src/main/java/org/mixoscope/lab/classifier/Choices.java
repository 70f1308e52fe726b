package org.mixoscope.lab.classifier;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;

/// What the user says of a network whose file does not.
///
/// @param range what it takes for pixels; null for what is usual
/// @param size of pictures, where it takes any; null for what is usual
/// @param names a file with the names of classes; null for what is found beside the network
public record Choices(@Nullable PixelRange range, @Nullable Frame size, @Nullable Path names) {
  /// Nothing is said.
  public static final Choices NONE = new Choices(null, null, null);

  /// The same with another range of pixels.
  public Choices with(@Nullable PixelRange other) {
    return new Choices(other, size, names);
  }

  /// The same with another size of pictures.
  public Choices with(@Nullable Frame other) {
    return new Choices(range, other, names);
  }

  /// The same with another file of names.
  public Choices with(@Nullable Path other) {
    return new Choices(range, size, other);
  }
}
