package org.mixoscope.image;

import java.util.EnumSet;
import java.util.Set;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Turn;

/// The netpbm formats PBM, PGM and PPM, in text and in bytes; of several in one file the first.
///
/// Unpacked here: OpenCV does not scale values whose largest is not 255 or 65535.
final class PnmFile implements Encoded {
  private static final int MAX_8 = 255;
  private static final int MAX_16 = 65_535;

  private final byte[] bytes;

  /// Where the values begin.
  private final int start;

  private final Frame frame;

  /// The digit of the mark: 1 to 3 for bits, grey and colours in text, 4 to 6 the same in bytes.
  private final int variant;

  /// The largest value, which is white.
  private final int max;

  private PnmFile(byte[] bytes, int start, Frame frame, int variant, int max) {
    this.bytes = bytes;
    this.start = start;
    this.frame = frame;
    this.variant = variant;
    this.max = max;
  }

  static PnmFile open(byte[] bytes) throws BadData {
    int variant = bytes[1] - '0';
    Text header = new Text(bytes, 2);
    int width = header.number();
    int height = header.number();
    int max = variant % 3 == 1 ? 1 : header.number();
    if (width < 1 || height < 1 || max < 1 || max > MAX_16) {
      throw BadData.damaged();
    }
    // One blank stands before the values.
    return new PnmFile(bytes, header.at + 1, new Frame(height, width), variant, max);
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public PixelKind kind() {
    return new PixelKind(
        variant % 3 == 0 ? 3 : 1, max > MAX_8 ? ElementType.UINT16 : ElementType.UINT8);
  }

  @Override
  public Decoded decode() throws BadData {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (kind().channels() == 1) {
      traits.add(Trait.GRAYSCALE);
    }
    if (max > MAX_8) {
      traits.add(Trait.SIXTEEN_BIT);
    }
    Samples samples = new Samples(values(), frame, kind(), false);
    return new Decoded(samples, Turn.UPRIGHT, traits);
  }

  private byte[] values() throws BadData {
    long count = frame.pixels() * kind().channels();
    // A value takes at least a bit.
    if (count / 8 > bytes.length - start) {
      throw BadData.damaged();
    }
    byte[] out = Samples.room(frame, kind());
    Text text = new Text(bytes, start);
    for (int i = 0; i < count; i++) {
      switch (variant) {
        case 1 -> out[i] = white(text.bit());
        case 4 -> out[i] = white(packedBit(i));
        case 2, 3 -> put(out, i, text.number());
        default -> put(out, i, max > MAX_8 ? sixteen(start + 2 * i) : bytes[start + i] & 0xFF);
      }
    }
    return out;
  }

  /// In the order of little-endian machines, spread over all that there is.
  private void put(byte[] out, int i, int value) {
    long all = max > MAX_8 ? MAX_16 : MAX_8;
    long scaled = (Math.min(value, max) * all + max / 2) / max;
    if (max > MAX_8) {
      out[2 * i] = (byte) scaled;
      out[2 * i + 1] = (byte) (scaled >> 8);
    } else {
      out[i] = (byte) scaled;
    }
  }

  /// A set bit is black.
  private static byte white(int bit) {
    return (byte) (bit == 0 ? MAX_8 : 0);
  }

  /// Rows begin with a byte of their own, high bits first.
  private int packedBit(int i) {
    int x = i % frame.width();
    int row = (frame.width() + 7) / 8;
    return (bytes[start + i / frame.width() * row + x / 8] >> (7 - x % 8)) & 1;
  }

  private int sixteen(int at) {
    return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
  }

  /// Reads numbers between blanks and comments.
  private static final class Text {
    private final byte[] bytes;
    private int at;

    Text(byte[] bytes, int at) {
      this.bytes = bytes;
      this.at = at;
    }

    int number() throws BadData {
      skip();
      int from = at;
      int value = 0;
      while (at < bytes.length && isDigit(bytes[at])) {
        value = value * 10 + bytes[at++] - '0';
        if (value > Integer.MAX_VALUE / 10 - 1) {
          throw BadData.damaged();
        }
      }
      if (at == from) {
        throw BadData.damaged();
      }
      return value;
    }

    /// Nothing needs to stand between bits.
    int bit() throws BadData {
      skip();
      int bit = bytes[at++] - '0';
      if (bit != 0 && bit != 1) {
        throw BadData.damaged();
      }
      return bit;
    }

    private void skip() {
      while (isBlank(bytes[at]) || bytes[at] == '#') {
        if (bytes[at++] == '#') {
          while (bytes[at] != '\n' && bytes[at] != '\r') {
            at++;
          }
        }
      }
    }

    private static boolean isDigit(byte letter) {
      return letter >= '0' && letter <= '9';
    }

    private static boolean isBlank(byte letter) {
      return letter == ' ' || (letter >= '\t' && letter <= '\r');
    }
  }
}
