package org.mixoscope.kernel;

/// How one channel value of one pixel is stored, from the narrowest type to the widest.
public enum ElementType {
  /// One unsigned byte, 0…255.
  UINT8(1, 255),
  /// Two bytes without a sign in the platform's byte order, 0…65535.
  UINT16(2, 65535),
  /// One IEEE 754 single in the platform's byte order; any range (0…1 for linear-light blending).
  FLOAT32(4, 1),
  /// One IEEE 754 double in the platform's byte order; any range. Holds every whole number of 32
  /// bits, with a sign or without.
  FLOAT64(8, 1);

  private final int bytes;
  private final int white;

  ElementType(int bytes, int white) {
    this.bytes = bytes;
    this.white = white;
  }

  /// Bytes per element.
  public int bytes() {
    return bytes;
  }

  /// Whether elements are whole numbers.
  public boolean isWhole() {
    return white > 1;
  }

  /// The value of white: 255, 65535 or 1.
  public int white() {
    return white;
  }
}
