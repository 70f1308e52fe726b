package org.mixoscope.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.Turn;

/// JPEG: baseline and progressive, grey, colour, CMYK and YCCK.
///
/// Four channels are taken as Adobe writes them, inverted, with or without its marker, as every
/// browser does.
final class JpegFile implements Encoded {
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int APP1 = 0xE1;
  private static final int BASELINE = 0xC0;
  private static final int EXTENDED = 0xC1;
  private static final int EXIF_PREFIX = 6;

  private final byte[] bytes;
  private final Frame frame;
  private final int components;
  private final boolean baseline;
  private final Turn orientation;
  private final int afterHeader;

  private JpegFile(
      byte[] bytes,
      Frame frame,
      int components,
      boolean baseline,
      Turn orientation,
      int afterHeader) {
    this.bytes = bytes;
    this.frame = frame;
    this.components = components;
    this.baseline = baseline;
    this.orientation = orientation;
    this.afterHeader = afterHeader;
  }

  static JpegFile open(byte[] bytes) throws BadData {
    ByteBuffer data = ByteBuffer.wrap(bytes);
    Turn orientation = Turn.UPRIGHT;
    int at = 2;
    while (true) {
      at = afterMarker(data, at);
      int marker = data.get(at - 1) & 0xFF;
      if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
        throw BadData.damaged();
      }
      int length = lengthOf(marker, data, at);
      if (marker == APP1 && orientation == Turn.UPRIGHT && isExif(data, at + 2, length)) {
        int size = Math.min(length - 2, data.limit() - at - 2) - EXIF_PREFIX;
        orientation = Ifd.orientation(data.slice(at + 2 + EXIF_PREFIX, size));
      }
      if (isFrame(marker)) {
        requireDecodable(marker, data.get(at + 2));
        int height = data.getShort(at + 3) & 0xFFFF;
        int width = data.getShort(at + 5) & 0xFFFF;
        if (height == 0 || width == 0) {
          throw BadData.damaged();
        }
        return new JpegFile(
            bytes,
            new Frame(height, width),
            data.get(at + 7),
            marker == BASELINE || marker == EXTENDED,
            orientation,
            at + length);
      }
      at += length;
    }
  }

  /// The file with a segment of Adobe's behind its start, which says whether there is chroma; the
  /// format of the numbers does not. What the file says itself counts more.
  static byte[] saying(boolean chroma, byte[] file) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(file, 0, 2);
    whole.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e'});
    whole.writeBytes(new byte[] {0, 100, 0, 0, 0, 0, (byte) (chroma ? 1 : 0)});
    whole.write(file, 2, file.length - 2);
    return whole.toByteArray();
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public PixelKind kind() {
    return components == 1 ? PixelKind.GREY8 : PixelKind.RGB8;
  }

  @Override
  public Turn turn() {
    return orientation;
  }

  /// Whether it can be decoded smaller. Progressive files are decoded whole, for most of their time
  /// goes to what cannot be left out, and those of four channels.
  boolean shrinks() {
    return baseline && components != 4;
  }

  /// At which part of its size it is decoded for a frame.
  JpegScale scale(Frame wanted, Fit fit) {
    return shrinks() ? JpegScale.of(orientation.upright(frame), wanted, fit) : JpegScale.WHOLE;
  }

  @Override
  public Decoded decode() throws BadData {
    return decode(JpegScale.WHOLE);
  }

  /// The same at a part of the size.
  Decoded decode(JpegScale scale) throws BadData {
    if (!isComplete()) {
      throw BadData.damaged();
    }
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (components == 1) {
      traits.add(Trait.GRAYSCALE);
    } else if (components == 4) {
      traits.add(Trait.CMYK);
    }
    Samples samples =
        OpenCv.plain(withoutGaps(), scale.of(frame), kind().channels(), scale.factor());
    return new Decoded(samples, orientation, traits);
  }

  /// Whether the decoder itself makes pixels of a kind, and nothing has to be turned.
  boolean decodesTo(PixelKind wanted) {
    return orientation == Turn.UPRIGHT && (wanted.equals(PixelKind.RGB8) || wanted.equals(kind()));
  }

  /// Like [#decode], brought to a frame on the way.
  ///
  /// @param channels of a kind that it decodes to
  Pixels decode(int channels, JpegScale scale, Frame wanted, Fit fit) throws BadData {
    if (!isComplete()) {
      throw BadData.damaged();
    }
    return Fitter.decode(withoutGaps(), channels, frame, scale, wanted, fit);
  }

  /// Whether the end marker is there; libjpeg paints what is missing grey and says nothing. What
  /// follows the end (previews, films, padding) does not matter.
  private boolean isComplete() {
    int size = bytes.length;
    if (bytes[size - 2] == (byte) 0xFF && bytes[size - 1] == (byte) END_OF_IMAGE) {
      return true;
    }
    ByteBuffer data = ByteBuffer.wrap(bytes);
    int at = afterHeader;
    try {
      while (true) {
        at = afterMarker(data, at);
        int marker = data.get(at - 1) & 0xFF;
        if (marker == END_OF_IMAGE) {
          return true;
        }
        at += lengthOf(marker, data, at);
        if (marker == START_OF_SCAN) {
          at = endOfScan(at);
        }
      }
    } catch (IndexOutOfBoundsException e) {
      return false;
    }
  }

  /// Where the marker after the coded data lies that begins at `at`. Within the data an FF is
  /// followed by 00, by a restart marker or by another FF.
  private int endOfScan(int at) {
    for (int i = at; i < bytes.length - 1; i++) {
      if (bytes[i] == (byte) 0xFF) {
        int next = bytes[i + 1] & 0xFF;
        if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
          return i;
        }
      }
    }
    return bytes.length;
  }

  /// Behind the next marker, whose code is the byte before. Any number of FF may stand in front of
  /// it, and what does not belong to any segment, which libjpeg and browsers skip.
  private static int afterMarker(ByteBuffer data, int at) {
    int i = at;
    do {
      while (data.get(i) != (byte) 0xFF) {
        i++;
      }
      while (data.get(i) == (byte) 0xFF) {
        i++;
      }
      i++;
    } while (data.get(i - 1) == 0);
    return i;
  }

  /// How long the segment is whose length stands at `at`; restart marks and the like have none.
  private static int lengthOf(int marker, ByteBuffer data, int at) {
    boolean bare = (marker >= 0xD0 && marker <= 0xD8) || marker == 0x01;
    return bare ? 0 : data.getShort(at) & 0xFFFF;
  }

  /// The file without what stands between its first segments: libjpeg would speak of that and then
  /// be silent about the data.
  private byte[] withoutGaps() {
    ByteBuffer data = ByteBuffer.wrap(bytes);
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    int from = 0;
    int at = 2;
    while (true) {
      int after = afterMarker(data, at);
      if (bytes[at] != (byte) 0xFF) {
        kept.write(bytes, from, at - from);
        from = after - 2;
      }
      int marker = bytes[after - 1] & 0xFF;
      if (marker == START_OF_SCAN) {
        kept.write(bytes, from, from == 0 ? 0 : bytes.length - from);
        return from == 0 ? bytes : kept.toByteArray();
      }
      at = after + lengthOf(marker, data, after);
    }
  }

  /// Start of frame: C0 to CF without the tables C4, C8 and CC that live among them.
  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static void requireDecodable(int marker, int bits) throws BadData {
    if (marker == 0xC3 || marker == 0xC7 || marker == 0xCB || marker == 0xCF) {
      throw BadData.unsupported(Unsupported.LOSSLESS_JPEG);
    }
    if (bits != 8) {
      throw BadData.unsupported(Unsupported.DEEP_JPEG, bits);
    }
  }

  private static boolean isExif(ByteBuffer data, int at, int length) {
    return length > 2 + EXIF_PREFIX
        && data.getInt(at) == 0x45786966 // "Exif"
        && data.getShort(at + 4) == 0;
  }
}
