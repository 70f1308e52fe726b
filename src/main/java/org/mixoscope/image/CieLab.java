package org.mixoscope.image;

/// CIE L\*a\*b\* of the white D50, as printers and TIFF have it, in the colours of a screen.
final class CieLab {
  /// The white D50.
  private static final double[] WHITE = {0.96422, 1, 0.82521};

  /// From XYZ of D50 to linear sRGB, whose white is D65: Bradford's adaptation is in it.
  private static final double[][] TO_SRGB = {
    {3.1338561, -1.6168667, -0.4906146},
    {-0.9787684, 1.9161415, 0.0334540},
    {0.0719453, -0.2289914, 1.4052427}
  };

  /// Where the curve of lightness becomes a line.
  private static final double KNEE = 6.0 / 29;

  private CieLab() {}

  /// One colour; what a screen cannot show is clipped.
  ///
  /// @param lightness 0 to 100
  /// @param a green to red, −128 to 128
  /// @param b blue to yellow, −128 to 128
  /// @param srgb red, green, blue, each 0 to 1. Modified
  static void toSrgb(double lightness, double a, double b, double[] srgb) {
    double middle = (lightness + 16) / 116;
    double x = WHITE[0] * linear(middle + a / 500);
    double y = WHITE[1] * linear(middle);
    double z = WHITE[2] * linear(middle - b / 200);
    for (int i = 0; i < 3; i++) {
      double[] row = TO_SRGB[i];
      srgb[i] = curved(Math.clamp(row[0] * x + row[1] * y + row[2] * z, 0, 1));
    }
  }

  private static double linear(double t) {
    return t > KNEE ? t * t * t : 3 * KNEE * KNEE * (t - 4.0 / 29);
  }

  private static double curved(double light) {
    return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
  }
}
