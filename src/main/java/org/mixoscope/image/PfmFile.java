package org.mixoscope.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mixoscope.kernel.ElementType;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Turn;

/// Portable float maps: singles, grey or colour, from the lowest row up.
final class PfmFile implements Encoded {
  /// Nobody writes a longer header.
  private static final int LONGEST_HEADER = 200;

  /// The sign of the last number is that of the byte order; what else it says is how bright the
  /// light is that 1 stands for.
  private static final Pattern HEADER =
      Pattern.compile("P([fF])\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(-?)[0-9.eE+-]+\\s");

  private final byte[] bytes;
  private final int start;
  private final Frame frame;
  private final int channels;
  private final ByteOrder order;

  private PfmFile(byte[] bytes, int start, Frame frame, int channels, ByteOrder order) {
    this.bytes = bytes;
    this.start = start;
    this.frame = frame;
    this.channels = channels;
    this.order = order;
  }

  static PfmFile open(byte[] bytes) throws BadData {
    int most = Math.min(LONGEST_HEADER, bytes.length);
    Matcher header = HEADER.matcher(new String(bytes, 0, most, StandardCharsets.ISO_8859_1));
    if (!header.lookingAt()) {
      throw BadData.damaged();
    }
    int width = Integer.parseInt(header.group(2));
    int height = Integer.parseInt(header.group(3));
    if (width < 1 || height < 1) {
      throw BadData.damaged();
    }
    return new PfmFile(
        bytes,
        header.end(),
        new Frame(height, width),
        header.group(1).equals("F") ? 3 : 1,
        header.group(4).isEmpty() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public PixelKind kind() {
    return new PixelKind(channels, ElementType.FLOAT32);
  }

  @Override
  public Decoded decode() throws BadData {
    long rowBytes = (long) frame.width() * kind().bytes();
    if (bytes.length - start < rowBytes * frame.height()) {
      throw BadData.damaged();
    }
    ByteBuffer from = ByteBuffer.wrap(bytes).order(order);
    byte[] room = Samples.room(frame, kind());
    ByteBuffer to = ByteBuffer.wrap(room).order(ByteOrder.nativeOrder());
    for (int y = frame.height() - 1; y >= 0; y--) {
      int row = (int) (start + y * rowBytes);
      for (int i = 0; i < rowBytes; i += Float.BYTES) {
        to.putInt(from.getInt(row + i));
      }
    }
    Set<Trait> traits = EnumSet.of(Trait.DEEP);
    if (channels == 1) {
      traits.add(Trait.GRAYSCALE);
    }
    return new Decoded(new Samples(room, frame, kind(), false), Turn.UPRIGHT, traits);
  }
}
