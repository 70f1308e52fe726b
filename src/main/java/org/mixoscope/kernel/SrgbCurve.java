package org.mixoscope.kernel;

/// The sRGB transfer curve of IEC 61966-2-1, between stored values and linear light, both 0…1.
final class SrgbCurve {
  private static final float[] LIGHT_OF_BYTE = new float[256];

  /// Where the curve is straight, half of two neighbours lies on a border. It goes up, on whichever
  /// side of it the rounding of the float32 sum leaves it.
  private static final double HALF_UP = 1 - 0x1p-21;

  /// The light at which the nearest byte changes from i to i + 1.
  private static final float[] BORDERS = new float[255];

  private static final int CELLS = 4096;

  /// The lowest byte that light in each of 4096 equal cells can have: a start for the last steps.
  private static final byte[] FIRST_OF_CELL = new byte[CELLS + 1];

  static {
    for (int i = 0; i < 256; i++) {
      LIGHT_OF_BYTE[i] = (float) toLinear(i / 255.0);
    }
    for (int i = 0; i < 255; i++) {
      BORDERS[i] = (float) (toLinear((i + 0.5) / 255) * HALF_UP);
    }
    int value = 0;
    for (int cell = 0; cell <= CELLS; cell++) {
      while (value < 255 && (float) cell / CELLS > BORDERS[value]) {
        value++;
      }
      FIRST_OF_CELL[cell] = (byte) value;
    }
  }

  private SrgbCurve() {}

  static double toLinear(double encoded) {
    return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
  }

  static double toEncoded(double light) {
    return light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
  }

  static float decode(int stored) {
    return LIGHT_OF_BYTE[stored];
  }

  /// The nearest byte. A table and a step or two instead of a power per value.
  static byte encode(float light) {
    int value = FIRST_OF_CELL[(int) (Math.clamp(light, 0f, 1f) * CELLS)] & 0xFF;
    while (value < 255 && light > BORDERS[value]) {
      value++;
    }
    return (byte) value;
  }
}
