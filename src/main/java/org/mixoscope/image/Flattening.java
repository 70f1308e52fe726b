package org.mixoscope.image;

import java.util.OptionalInt;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.PixelKind;

/// Lays decoded samples on white and puts them into the order that pictures have here, with one
/// rounding, half up.
///
/// Works row by row, so that a large picture needs no second copy.
final class Flattening {
  private static final int MAX_8 = 255;
  private static final int MAX_16 = 65_535;

  private final int channels;
  private final boolean sixteenBit;
  private final Alpha alpha;
  private final OptionalInt transparentGray;
  private final PixelKind kind;
  private final byte[] out;
  private int at;
  private boolean transparent;

  /// @param channels of the rows: grey, or blue, green, red, or those and alpha
  /// @param transparentGray the grey of one-channel rows that stands for "nothing here"
  /// @param kind of the result, with as many bits as the rows; if it is grey, so are the rows,
  ///   however many channels they have
  /// @param out the result. Modified by [#add]
  Flattening(int channels, Alpha alpha, OptionalInt transparentGray, PixelKind kind, byte[] out) {
    this.channels = channels;
    this.sixteenBit = kind.type() == ElementType.UINT16;
    this.alpha = alpha;
    this.transparentGray = transparentGray;
    this.kind = kind;
    this.out = out;
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
    int to = at;
    for (int i = 0; i < row.length; i += channels * sampleBytes) {
      if (channels == 1) {
        to = gray(sample(row, i), to);
        continue;
      }
      int a = channels == 4 ? sample(row, i + 3 * sampleBytes) : max();
      transparent |= a < max();
      if (kind.channels() == 3) {
        to = put(onWhite(sample(row, i + 2 * sampleBytes), a), to);
        to = put(onWhite(sample(row, i + sampleBytes), a), to);
      }
      to = put(onWhite(sample(row, i), a), to);
    }
    at = to;
  }

  private int gray(int value, int from) {
    boolean absent = transparentGray.isPresent() && transparentGray.getAsInt() == value;
    transparent |= absent;
    int to = from;
    for (int channel = 0; channel < kind.channels(); channel++) {
      to = put(absent ? max() : value, to);
    }
    return to;
  }

  /// Puts a value to a place and gives the next one.
  private int put(int value, int to) {
    out[to] = (byte) value;
    if (!sixteenBit) {
      return to + 1;
    }
    out[to + 1] = (byte) (value >> 8);
    return to + 2;
  }

  private int sample(byte[] row, int i) {
    return sixteenBit ? (row[i] & 0xFF) | (row[i + 1] & 0xFF) << 8 : row[i] & 0xFF;
  }

  private int max() {
    return sixteenBit ? MAX_16 : MAX_8;
  }

  /// `colour · a + white · (1 − a)`.
  private int onWhite(int colour, int a) {
    return sixteenBit ? onWhite(colour, a, MAX_16) : onWhite(colour, a, MAX_8);
  }

  private int onWhite(int colour, int a, long max) {
    if (a == max) {
      return colour;
    }
    long painted = alpha == Alpha.STRAIGHT ? (long) colour * a : Math.min(colour, a) * max;
    return (int) ((painted + max * (max - a) + max / 2) / max);
  }
}
