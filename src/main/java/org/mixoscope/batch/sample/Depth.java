package org.mixoscope.batch.sample;

import org.jspecify.annotations.Nullable;
import org.mixoscope.image.NumberType;

/// How deep all samples of a job are.
public enum Depth {
  /// Eight bits; sixteen are rounded, other numbers are shown by the window of their file.
  EIGHT(NumberType.UINT8),
  /// Sixteen bits; eight are multiplied by 257, other numbers are shown by the window of their
  /// file.
  SIXTEEN(NumberType.UINT16),
  /// The narrowest type that holds the numbers of all pictures.
  KEEP(null);

  private final @Nullable NumberType type;

  Depth(@Nullable NumberType type) {
    this.type = type;
  }

  /// Bits of a number in all samples; 0 where that is for the pictures to say.
  public int bits() {
    return type == null ? 0 : Byte.SIZE * type.bytes();
  }

  /// The type of all samples; null where that is for the pictures to say.
  public @Nullable NumberType type() {
    return type;
  }
}
