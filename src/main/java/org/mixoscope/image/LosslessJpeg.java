package org.mixoscope.image;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;

/// JPEG of the lossless process with Huffman codes, as DICOM has it: up to 16 bits, grey or colour.
///
/// Follows ITU-T T.81, annex H. OpenCV's decoder takes eight bits only.
final class LosslessJpeg {
  private static final int MARK = 0xFF;
  private static final int FRAME = 0xC3;
  private static final int CODES = 0xC4;
  private static final int SCAN = 0xDA;
  private static final int RESTARTS = 0xDD;
  private static final int FIRST_RESTART = 0xD0;
  private static final int LAST_RESTART = 0xD7;
  private static final int FIRST_FRAME = 0xC0;
  private static final int LAST_FRAME = 0xCF;
  private static final int LONGEST_CODE = 16;

  private final ByteBuffer data;
  private final Frame expected;
  private final int channels;
  private final int[] samples;
  private final int[] names;
  private final @Nullable Codes[] codes = new Codes[4];
  private int bits;
  private int interval;

  private LosslessJpeg(byte[] file, Frame expected, int channels) {
    data = ByteBuffer.wrap(file);
    this.expected = expected;
    this.channels = channels;
    samples = new int[Math.toIntExact(expected.pixels() * channels)];
    names = new int[channels];
  }

  /// Decodes a file.
  ///
  /// @param expected its size
  /// @return its numbers, pixel by pixel
  /// @throws IndexOutOfBoundsException if the file ends too early
  static int[] decode(byte[] file, Frame expected, int channels) throws BadData {
    LosslessJpeg one = new LosslessJpeg(file, expected, channels);
    one.segments();
    return one.samples;
  }

  private void segments() throws BadData {
    int decoded = 0;
    for (int at = 2; decoded < channels; ) {
      if (number(at) != MARK) {
        throw BadData.damaged();
      }
      int marker = number(at + 1);
      if (marker == MARK) {
        at++;
        continue;
      }
      int from = at + 4;
      at += 2 + pair(at + 2);
      switch (marker) {
        case FRAME -> frame(from);
        case CODES -> codes(from, at);
        case RESTARTS -> interval = pair(from);
        case SCAN -> {
          decoded += number(from);
          at = scan(from, at);
        }
        default -> {
          if (marker >= FIRST_FRAME && marker <= LAST_FRAME) {
            throw BadData.damaged();
          }
        }
      }
    }
  }

  private int number(int at) {
    return data.get(at) & 0xFF;
  }

  private int pair(int at) {
    return data.getShort(at) & 0xFFFF;
  }

  private void frame(int at) throws BadData {
    bits = number(at);
    boolean fits = pair(at + 1) == expected.height() && pair(at + 3) == expected.width();
    if (!fits || bits < 2 || bits > Short.SIZE || number(at + 5) != channels) {
      throw BadData.damaged();
    }
    for (int c = 0; c < channels; c++) {
      names[c] = number(at + 6 + 3 * c);
      // Channels of several sizes have no place in a file without loss.
      if (number(at + 7 + 3 * c) != 0x11) {
        throw BadData.unsupported(Unsupported.LOSSLESS_JPEG);
      }
    }
  }

  private void codes(int from, int end) throws BadData {
    for (int at = from; at < end; ) {
      int place = number(at);
      if (place >= codes.length) {
        throw BadData.damaged();
      }
      int[] counts = new int[LONGEST_CODE + 1];
      int all = 0;
      for (int length = 1; length <= LONGEST_CODE; length++) {
        counts[length] = number(at + length);
        all += counts[length];
      }
      at += 1 + LONGEST_CODE;
      int[] sizes = new int[all];
      for (int i = 0; i < all; i++) {
        sizes[i] = number(at + i);
      }
      at += all;
      codes[place] = new Codes(counts, sizes);
    }
  }

  /// @param from where the header of the scan is
  /// @param start where its bits begin
  /// @return where the next segment begins
  private int scan(int from, int start) throws BadData {
    int count = number(from);
    if (count < 1 || count > channels) {
      throw BadData.damaged();
    }
    int[] which = new int[count];
    Codes[] by = new Codes[count];
    for (int i = 0; i < count; i++) {
      which[i] = channel(number(from + 1 + 2 * i));
      Codes own = codes[number(from + 2 + 2 * i) >> 4 & 3];
      if (own == null) {
        throw BadData.damaged();
      }
      by[i] = own;
    }
    int predictor = number(from + 1 + 2 * count);
    int shift = number(from + 3 + 2 * count) & 0xF;
    if (predictor < 1 || predictor > 7 || shift >= bits || bits == 0) {
      throw BadData.damaged();
    }
    Bits in = new Bits(start);
    int width = expected.width();
    int pixels = (int) expected.pixels();
    int first = 0;
    for (int p = 0; p < pixels; p++) {
      if (interval > 0 && p > 0 && p % interval == 0) {
        in.restart();
        first = p;
      }
      for (int i = 0; i < count; i++) {
        int guess = guess(p, first, width, which[i], predictor, shift);
        samples[p * channels + which[i]] = (guess + by[i].difference(in) & 0xFFFF) << shift;
      }
    }
    return in.end();
  }

  private int channel(int name) throws BadData {
    for (int c = 0; c < channels; c++) {
      if (names[c] == name) {
        return c;
      }
    }
    throw BadData.damaged();
  }

  /// What a sample is guessed to be by those before it.
  ///
  /// @param first the pixel with which all began anew
  private int guess(int p, int first, int width, int c, int predictor, int shift) {
    if (p == first) {
      return 1 << (bits - shift - 1);
    }
    if (p - first < width) {
      return before(p - 1, c, shift);
    }
    int above = before(p - width, c, shift);
    if (p % width == 0) {
      return above;
    }
    int left = before(p - 1, c, shift);
    int corner = before(p - width - 1, c, shift);
    return switch (predictor) {
      case 1 -> left;
      case 2 -> above;
      case 3 -> corner;
      case 4 -> left + above - corner;
      case 5 -> left + ((above - corner) >> 1);
      case 6 -> above + ((left - corner) >> 1);
      default -> (left + above) >> 1;
    };
  }

  private int before(int p, int c, int shift) {
    return samples[p * channels + c] >> shift;
  }

  /// Bits after each other; an FF among them has 00 behind it.
  private final class Bits {
    private int at;
    private int held;
    private int left;

    Bits(int start) {
      at = start;
    }

    int next() throws BadData {
      if (left == 0) {
        held = number(at++);
        left = Byte.SIZE;
        if (held == MARK && number(at++) != 0) {
          throw BadData.damaged();
        }
      }
      left--;
      return held >> left & 1;
    }

    int next(int count) throws BadData {
      int all = 0;
      for (int i = 0; i < count; i++) {
        all = all << 1 | next();
      }
      return all;
    }

    void restart() throws BadData {
      left = 0;
      int marker = number(at + 1);
      if (number(at) != MARK || marker < FIRST_RESTART || marker > LAST_RESTART) {
        throw BadData.damaged();
      }
      at += 2;
    }

    /// Where the marker behind the bits is.
    int end() {
      int mark = at;
      while (number(mark) != MARK || number(mark + 1) == 0) {
        mark++;
      }
      return mark;
    }
  }

  /// Huffman codes of how many bits a difference has.
  ///
  /// @param counts how many codes there are of each length
  /// @param sizes what they stand for, the shortest first
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Codes(int[] counts, int[] sizes) {
    int difference(Bits in) throws BadData {
      int size = size(in);
      if (size == 0) {
        return 0;
      }
      if (size >= Short.SIZE) {
        return 1 << (Short.SIZE - 1); // has no bits of its own
      }
      int value = in.next(size);
      return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
    }

    private int size(Bits in) throws BadData {
      int code = 0;
      int first = 0;
      int index = 0;
      for (int length = 1; length <= LONGEST_CODE; length++) {
        code = code << 1 | in.next();
        if (code - first < counts[length]) {
          return sizes[index + code - first];
        }
        index += counts[length];
        first = (first + counts[length]) << 1;
      }
      throw BadData.damaged();
    }
  }
}
