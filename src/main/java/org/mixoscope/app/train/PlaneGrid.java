package org.mixoscope.app.train;

import org.mixoscope.app.ui.SourceColour;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.lab.Network;

/// The part of the plane that is seen, cut into cells, and the colours of what lies there. Classes
/// have the colours of sources: the first two those of A and B.
final class PlaneGrid {
  /// Cells a side.
  static final int SIDE = 100;

  /// What is seen reaches from −1.7 to 1.7, both ways.
  static final double BOUND = 1.7;

  /// Of a pixel: blue, green, red and what these were multiplied by.
  static final int CHANNELS = 4;

  private static final int OPAQUE = 255;
  private static final int FAINTEST = 40;
  private static final int STRONGEST = 170;
  private static final float[][] CENTRES = centres();

  private PlaneGrid() {}

  private static float[][] centres() {
    float[][] centres = new float[SIDE * SIDE][2];
    for (int i = 0; i < centres.length; i++) {
      int row = i / SIDE;
      centres[i][0] = (float) ((i % SIDE + 0.5) / SIDE * 2 * BOUND - BOUND);
      centres[i][1] = (float) (BOUND - (row + 0.5) / SIDE * 2 * BOUND);
    }
    return centres;
  }

  /// What a network says everywhere: the colours of the classes by their probabilities, the
  /// stronger the surer.
  ///
  /// @return BGRA, premultiplied, of the frame SIDE×SIDE
  static Pixels colours(Network network) {
    float[][] probabilities = network.predict(CENTRES);
    byte[] bytes = new byte[probabilities.length * CHANNELS];
    for (int i = 0; i < probabilities.length; i++) {
      float[] row = probabilities[i];
      float most = 0;
      for (float p : row) {
        most = Math.max(most, p);
      }
      float even = 1f / row.length;
      float sure = Math.clamp((most - even) / (1 - even), 0, 1);
      int alpha = Math.round(FAINTEST + sure * (STRONGEST - FAINTEST));
      int colour = blend(row);
      for (int c = 0; c < CHANNELS - 1; c++) {
        int value = (colour >> (8 * c)) & OPAQUE;
        bytes[i * CHANNELS + c] = (byte) ((value * alpha + OPAQUE / 2) / OPAQUE);
      }
      bytes[i * CHANNELS + CHANNELS - 1] = (byte) alpha;
    }
    return Pixels.of(bytes, new Frame(SIDE, SIDE), CHANNELS);
  }

  /// The colours of the classes, as much of each as a label has.
  ///
  /// @return 0xRRGGBB
  static int blend(float[] label) {
    float red = 0;
    float green = 0;
    float blue = 0;
    float sum = 0;
    for (int c = 0; c < label.length; c++) {
      int colour = SourceColour.of(c).rgb();
      red += label[c] * (colour >> 16);
      green += label[c] * (colour >> 8 & 0xFF);
      blue += label[c] * (colour & 0xFF);
      sum += label[c];
    }
    float whole = Math.max(sum, Float.MIN_NORMAL);
    return Math.round(red / whole) << 16
        | Math.round(green / whole) << 8
        | Math.round(blue / whole);
  }
}
