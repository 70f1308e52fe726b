package org.mixoscope.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Turn;

/// Radiance pictures, `.hdr`: colours of three mantissas and an exponent that they share.
///
/// Unpacked here, so that what is damaged is said.
final class RadianceFile implements Encoded {
  private static final int MOST_OF_A_HEADER = 1 << 16;

  /// The only usual order: from the top, from the left.
  private static final Pattern SIZE = Pattern.compile("\n\n-Y (\\d{1,9}) \\+X (\\d{1,9})\n");

  private static final String FORMAT = "\nFORMAT=32-bit_rle_rgbe";
  private static final int RGBE = 4;
  private static final int SHORTEST_RUNS = 8;
  private static final int LONGEST_RUNS = 0x7FFF;

  /// An exponent is stored with this on it, and the mantissas are of eight bits.
  private static final int BIAS = 128 + 8;

  private final byte[] bytes;
  private final Frame frame;
  private final int at;

  private RadianceFile(byte[] bytes, Frame frame, int at) {
    this.bytes = bytes;
    this.frame = frame;
    this.at = at;
  }

  static RadianceFile open(byte[] bytes) throws BadData {
    int most = Math.min(MOST_OF_A_HEADER, bytes.length);
    String header = new String(bytes, 0, most, StandardCharsets.ISO_8859_1);
    int end = header.indexOf("\n\n");
    Matcher size = SIZE.matcher(header);
    if (end < 0 || !size.find(end) || size.start() != end) {
      throw BadData.unsupported(Unsupported.RARE_RADIANCE);
    }
    if (!header.substring(0, end).contains(FORMAT)) {
      throw BadData.unsupported(Unsupported.RARE_RADIANCE);
    }
    int height = Integer.parseInt(size.group(1));
    int width = Integer.parseInt(size.group(2));
    if (height < 1 || width < 1) {
      throw BadData.damaged();
    }
    return new RadianceFile(bytes, new Frame(height, width), size.end());
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public PixelKind kind() {
    return new PixelKind(3, ElementType.FLOAT32);
  }

  @Override
  public Decoded decode() throws BadData {
    int width = frame.width();
    // A row in runs takes at least two bytes for each 127 pixels of each of four parts.
    if ((long) frame.height() * width / 64 > bytes.length) {
      throw BadData.damaged();
    }
    byte[] room = Samples.room(frame, kind());
    ByteBuffer out = ByteBuffer.wrap(room).order(ByteOrder.nativeOrder());
    byte[] row = new byte[Math.multiplyExact(width, RGBE)];
    int from = at;
    for (int y = 0; y < frame.height(); y++) {
      from = isInRuns(from) ? unpackRuns(from + RGBE, row) : unpackPlain(from, row);
      for (int x = 0; x < width; x++) {
        int exponent = row[3 * width + x] & 0xFF;
        for (int c = 0; c < 3; c++) {
          int mantissa = row[c * width + x] & 0xFF;
          out.putFloat(exponent == 0 ? 0 : Math.scalb((float) mantissa, exponent - BIAS));
        }
      }
    }
    return new Decoded(new Samples(room, frame, kind(), false), Turn.UPRIGHT, Set.of(Trait.DEEP));
  }

  private boolean isInRuns(int from) {
    int width = frame.width();
    return width >= SHORTEST_RUNS
        && width <= LONGEST_RUNS
        && bytes[from] == 2
        && bytes[from + 1] == 2
        && ((bytes[from + 2] & 0xFF) << 8 | (bytes[from + 3] & 0xFF)) == width;
  }

  /// All reds of a row, then all greens, all blues, all exponents.
  private int unpackRuns(int start, byte[] row) throws BadData {
    int from = start;
    for (int part = 0; part < RGBE; part++) {
      int to = part * frame.width();
      int end = to + frame.width();
      while (to < end) {
        int head = bytes[from++] & 0xFF;
        boolean same = head > 128;
        int count = same ? head - 128 : head;
        if (count == 0 || count > end - to) {
          throw BadData.damaged();
        }
        for (int i = 0; i < count; i++) {
          row[to++] = bytes[same ? from : from + i];
        }
        from += same ? 1 : count;
      }
    }
    return from;
  }

  /// Pixels one after the other; one of three ones is the old way to say that the last comes again.
  private int unpackPlain(int start, byte[] row) throws BadData {
    int width = frame.width();
    for (int x = 0, from = start; x < width; x++, from += RGBE) {
      if (bytes[from] == 1 && bytes[from + 1] == 1 && bytes[from + 2] == 1) {
        throw BadData.unsupported(Unsupported.RARE_RADIANCE);
      }
      for (int part = 0; part < RGBE; part++) {
        row[part * width + x] = bytes[from + part];
      }
    }
    return start + width * RGBE;
  }
}
