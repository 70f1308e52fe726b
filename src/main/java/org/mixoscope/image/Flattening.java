package org.mixoscope.image;

import java.util.OptionalInt;

/// Lays decoded samples on white and makes them eight-bit RGB, with one rounding, half up.
///
/// Works row by row, so that a large picture of sixteen bits needs no second copy.
final class Flattening {
  private static final int MAX_8 = 255;
  private static final long MAX_16 = 65_535;

  private final int channels;
  private final boolean sixteenBit;
  private final Alpha alpha;
  private final OptionalInt transparentGray;
  private final byte[] rgb;
  private int at;
  private boolean transparent;

  /// @param channels of the rows: grey, or blue, green, red, or those and alpha
  /// @param transparentGray the grey of one-channel rows that stands for "nothing here"
  /// @param rgb the result. Modified by [#add]
  Flattening(
      int channels, boolean sixteenBit, Alpha alpha, OptionalInt transparentGray, byte[] rgb) {
    this.channels = channels;
    this.sixteenBit = sixteenBit;
    this.alpha = alpha;
    this.transparentGray = transparentGray;
    this.rgb = rgb;
  }

  /// Whether a pixel so far was not opaque.
  boolean foundTransparency() {
    return transparent;
  }

  /// Appends the next row.
  ///
  /// @param row eight-bit samples, or sixteen-bit ones in little-endian order. Not modified
  void add(byte[] row) {
    int sampleBytes = sixteenBit ? 2 : 1;
    for (int i = 0; i < row.length; i += channels * sampleBytes, at += 3) {
      if (channels == 1) {
        gray(sample(row, i));
        continue;
      }
      int a = channels == 4 ? sample(row, i + 3 * sampleBytes) : (int) max();
      transparent |= a < max();
      rgb[at] = onWhite(sample(row, i + 2 * sampleBytes), a);
      rgb[at + 1] = onWhite(sample(row, i + sampleBytes), a);
      rgb[at + 2] = onWhite(sample(row, i), a);
    }
  }

  private void gray(int value) {
    boolean absent = transparentGray.isPresent() && transparentGray.getAsInt() == value;
    transparent |= absent;
    byte v = absent ? (byte) MAX_8 : onWhite(value, (int) max());
    rgb[at] = v;
    rgb[at + 1] = v;
    rgb[at + 2] = v;
  }

  private int sample(byte[] row, int i) {
    return sixteenBit ? (row[i] & 0xFF) | (row[i + 1] & 0xFF) << 8 : row[i] & 0xFF;
  }

  private long max() {
    return sixteenBit ? MAX_16 : MAX_8;
  }

  /// `colour · a + white · (1 − a)`, as a byte.
  private byte onWhite(int colour, int a) {
    if (!sixteenBit) {
      int painted = alpha == Alpha.STRAIGHT ? colour * a : Math.min(colour, a) * MAX_8;
      return (byte) ((painted + MAX_8 * (MAX_8 - a) + MAX_8 / 2) / MAX_8);
    }
    if (a == MAX_16) {
      return (byte) ((colour + 128) / 257);
    }
    long painted = alpha == Alpha.STRAIGHT ? (long) colour * a : Math.min(colour, a) * MAX_16;
    long sum = painted + MAX_16 * (MAX_16 - a);
    return (byte) ((sum * MAX_8 + MAX_16 * MAX_16 / 2) / (MAX_16 * MAX_16));
  }
}
