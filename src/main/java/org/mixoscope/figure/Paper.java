package org.mixoscope.figure;

import java.util.List;
import java.util.Locale;

/// What a figure is drawn on, and in which colours, as 0xRRGGBB. Areas of a source have the same
/// colour on each; letters and numbers of it are lighter where it is dark, to be read.
public enum Paper {
  /// White.
  LIGHT(0xFFFFFF, 0x1B1F26, 0x5F6B7A, 0xC9CFD8, 0xE6E4FA, 0x4F4BB5) {
    @Override
    int ofSource(int k) {
      return Ink.ofSource(k);
    }
  },
  /// Nearly black, for a dark room.
  DARK(0x121419, 0xEEF0F5, 0xA0A8B8, 0x3A404D, 0x2A2850, 0x8F86FF) {
    @Override
    int ofSource(int k) {
      return LETTERS.get(k);
    }
  };

  private static final List<Integer> LETTERS =
      List.of(0xFF9A4D, 0x6EA6FF, 0x3CC7B8, 0xF07CC0, 0xAB95F5, 0xD2AD42, 0xA3B2C7, 0xE98576);

  private final int rgb;
  private final int text;
  private final int muted;
  private final int line;
  private final int area;
  private final int curve;

  Paper(int rgb, int text, int muted, int line, int area, int curve) {
    this.rgb = rgb;
    this.text = text;
    this.muted = muted;
    this.line = line;
    this.area = area;
    this.curve = curve;
  }

  /// Its name on the command line.
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The colour of letters and numbers of source k.
  abstract int ofSource(int k);

  /// Its own colour, 0xRRGGBB.
  public int rgb() {
    return rgb;
  }

  int text() {
    return text;
  }

  int muted() {
    return muted;
  }

  int line() {
    return line;
  }

  int area() {
    return area;
  }

  int curve() {
    return curve;
  }
}
