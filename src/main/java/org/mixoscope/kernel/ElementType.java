package org.mixoscope.kernel;

/// How one channel value of one pixel is stored.
public enum ElementType {
  /// One unsigned byte, 0…255.
  UINT8(1),
  /// One IEEE 754 single in the platform's byte order; any range (0…1 for linear-light blending).
  FLOAT32(4);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /// Bytes per element.
  public int bytes() {
    return bytes;
  }
}
