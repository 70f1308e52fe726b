package org.mixoscope.image;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// What the values of a TIFF's pixels mean.
///
/// Palettes, printing colours and alpha are those of libtiff to the last bit, but for alpha that it
/// does not see: of palettes, of grey, behind or before other extra samples.
final class TiffColours {
  private static final int COLOUR_MAP = 320;
  private static final int EXTRA_SAMPLES = 338;

  /// Photometric interpretations.
  static final int WHITE_IS_ZERO = 0;

  static final int GRAY = 1;
  static final int RGB = 2;
  static final int PALETTE = 3;
  static final int CMYK = 5;
  static final int CIE_LAB = 8;
  static final int ICC_LAB = 9;

  /// What an extra sample is.
  private static final int PREMULTIPLIED_ALPHA = 1;

  private static final int STRAIGHT_ALPHA = 2;

  private final int photometric;
  private final int bits;
  private final int samples;
  private final int max;
  private final int outMax;
  private final int[] map;
  private final int alphaAt;
  private final Alpha alpha;
  private final double[] srgb = new double[3];

  /// @throws BadData if there are too few samples for a colour, or no palette
  TiffColours(Ifd ifd, int photometric, int bits, int samples) throws BadData {
    this.photometric = photometric;
    this.bits = bits;
    this.samples = samples;
    this.max = (1 << bits) - 1;
    this.outMax = bits == 16 ? 65_535 : 255;
    int colours = colours(photometric);
    if (samples < colours) {
      throw BadData.damaged();
    }
    this.map = photometric == PALETTE ? map(ifd) : new int[0];
    long[] extra = ifd.values(EXTRA_SAMPLES);
    int found = 0;
    while (found < extra.length && !isAlpha(extra[found])) {
      found++;
    }
    boolean given = found < extra.length && colours + found < samples;
    // Writers that forget the tag mean alpha by a fourth sample.
    boolean meant = extra.length == 0 && photometric == RGB && samples == 4;
    this.alphaAt = given || meant ? colours + found : -1;
    this.alpha =
        given && extra[found] == PREMULTIPLIED_ALPHA ? Alpha.PREMULTIPLIED : Alpha.STRAIGHT;
  }

  /// The colours of indices of at most eight bits; null of more.
  static @Nullable Palette palette(Ifd ifd) {
    long[] all = ifd.values(COLOUR_MAP);
    int count = all.length / 3;
    return count > Palette.MOST
        ? null
        : new Palette(
            IntStream.range(0, count)
                .mapToObj(
                    i ->
                        (int)
                            (all[i] >> 8 << 16
                                | all[count + i] >> 8 << 8
                                | all[2 * count + i] >> 8))
                .toList());
  }

  private static boolean isAlpha(long extra) {
    return extra == PREMULTIPLIED_ALPHA || extra == STRAIGHT_ALPHA;
  }

  /// Whether colours of this kind are made here.
  static boolean knows(int photometric) {
    return colours(photometric) > 0;
  }

  private static int colours(int photometric) {
    return switch (photometric) {
      case WHITE_IS_ZERO, GRAY, PALETTE -> 1;
      case RGB, CIE_LAB, ICC_LAB -> 3;
      case CMYK -> 4;
      default -> 0;
    };
  }

  Alpha alpha() {
    return alpha;
  }

  /// The palette: all reds, all greens, all blues.
  private int[] map(Ifd ifd) throws BadData {
    long[] sixteen = ifd.values(COLOUR_MAP);
    if (sixteen.length < 3 * (max + 1)) {
      throw BadData.damaged();
    }
    // Some writers fill only the lower bytes.
    boolean low = LongStream.of(sixteen).allMatch(value -> value < 256);
    int shift = low || bits == 16 ? 0 : 8;
    return LongStream.of(sixteen).mapToInt(value -> (int) value >> shift).toArray();
  }

  /// A row in the order of [Flattening]: blue, green, red, alpha.
  ///
  /// @param values of the pixels, one after the other. Not modified
  /// @param row bytes, or sixteen-bit samples in little-endian order. Modified
  void paint(int[] values, byte[] row) {
    for (int from = 0, to = 0; from < values.length; from += samples, to += 4) {
      switch (photometric) {
        case WHITE_IS_ZERO -> gray(row, to, outMax - scaled(values[from]));
        case GRAY -> gray(row, to, scaled(values[from]));
        case PALETTE -> {
          int index = values[from];
          put(row, to + 2, map[index]);
          put(row, to + 1, map[max + 1 + index]);
          put(row, to, map[2 * (max + 1) + index]);
        }
        case CMYK -> {
          long light = (long) outMax - scaled(values[from + 3]);
          for (int i = 0; i < 3; i++) {
            put(row, to + 2 - i, (int) (light * (outMax - scaled(values[from + i])) / outMax));
          }
        }
        case CIE_LAB, ICC_LAB -> {
          lab(values[from], values[from + 1], values[from + 2]);
          for (int i = 0; i < 3; i++) {
            put(row, to + 2 - i, (int) Math.round(srgb[i] * outMax));
          }
        }
        default -> {
          put(row, to + 2, scaled(values[from]));
          put(row, to + 1, scaled(values[from + 1]));
          put(row, to, scaled(values[from + 2]));
        }
      }
      put(row, to + 3, alphaAt < 0 ? outMax : scaled(values[from + alphaAt]));
    }
  }

  private void lab(int lightness, int a, int b) {
    double parts = bits == 16 ? 256 : 1;
    if (photometric == ICC_LAB) {
      double white = bits == 16 ? 0xFF00 : max;
      CieLab.toSrgb(lightness * 100 / white, a / parts - 128, b / parts - 128, srgb);
    } else {
      CieLab.toSrgb(lightness * 100.0 / max, signed(a) / parts, signed(b) / parts, srgb);
    }
  }

  private int signed(int value) {
    return value > max / 2 ? value - max - 1 : value;
  }

  /// One, two or four bits spread over eight.
  private int scaled(int value) {
    return bits < 8 ? value * 255 / max : value;
  }

  private void gray(byte[] row, int at, int value) {
    put(row, at, value);
    put(row, at + 1, value);
    put(row, at + 2, value);
  }

  private void put(byte[] row, int at, int value) {
    if (bits == 16) {
      row[2 * at] = (byte) value;
      row[2 * at + 1] = (byte) (value >> 8);
    } else {
      row[at] = (byte) value;
    }
  }
}
