package org.mixoscope.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Turn;

/// WebP, lossy and lossless; of an animation the first frame.
final class WebpFile implements Encoded {
  /// "RIFF", size, "WEBP".
  private static final int RIFF_HEADER = 12;

  private static final int CHUNK_HEADER = 8;
  private static final int SHORTEST = 32;

  // Chunk names as little-endian numbers.
  private static final int LOSSY = 0x20385056;
  private static final int LOSSLESS = 0x4C385056;
  private static final int EXTENDED = 0x58385056;
  private static final int EXIF = 0x46495845;
  private static final int FRAME = 0x464D4E41;

  private static final int ALPHA_FLAG = 0x10;

  private final byte[] bytes;
  private final ByteBuffer data;
  private final Frame frame;
  private final boolean alpha;

  private WebpFile(byte[] bytes, ByteBuffer data, Frame frame, boolean alpha) {
    this.bytes = bytes;
    this.data = data;
    this.frame = frame;
    this.alpha = alpha;
  }

  static WebpFile open(byte[] bytes) throws BadData {
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int at = RIFF_HEADER + CHUNK_HEADER;
    return switch (data.getInt(RIFF_HEADER)) {
      case LOSSY -> {
        int width = data.getShort(at + 6) & 0x3FFF;
        int height = data.getShort(at + 8) & 0x3FFF;
        if (width == 0 || height == 0) {
          throw BadData.damaged();
        }
        yield new WebpFile(bytes, data, new Frame(height, width), false);
      }
      case LOSSLESS -> {
        int packed = data.getInt(at + 1);
        Frame frame = new Frame((packed >> 14 & 0x3FFF) + 1, (packed & 0x3FFF) + 1);
        yield new WebpFile(bytes, data, frame, (packed >> 28 & 1) == 1);
      }
      case EXTENDED -> {
        Frame frame = new Frame(threeBytes(data, at + 7) + 1, threeBytes(data, at + 4) + 1);
        yield new WebpFile(bytes, data, frame, (data.get(at) & ALPHA_FLAG) != 0);
      }
      default -> throw BadData.damaged();
    };
  }

  @Override
  public Frame frame() {
    return frame;
  }

  @Override
  public PixelKind kind() {
    return PixelKind.RGB8;
  }

  @Override
  public Decoded decode() throws BadData {
    long end = 8 + (data.getInt(4) & 0xFFFFFFFFL);
    if (end > bytes.length) {
      throw BadData.damaged();
    }
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    Turn orientation = Turn.UPRIGHT;
    int frames = 0;
    for (long at = RIFF_HEADER; at + CHUNK_HEADER <= end; ) {
      int chunk = (int) at;
      long length = data.getInt(chunk + 4) & 0xFFFFFFFFL;
      if (length > end - at - CHUNK_HEADER) {
        throw BadData.damaged();
      }
      if (data.getInt(chunk) == EXIF) {
        orientation = exif(chunk + CHUNK_HEADER, (int) length);
      } else if (data.getInt(chunk) == FRAME) {
        frames++;
      }
      at += CHUNK_HEADER + length + (length & 1);
    }
    if (frames > 1) {
      traits.add(Trait.FIRST_FRAME);
    }
    // OpenCV refuses what is shorter; the header says where the picture ends.
    byte[] file = bytes.length < SHORTEST ? Arrays.copyOf(bytes, SHORTEST) : bytes;
    Samples rgb =
        alpha
            ? OpenCv.flattened(file, frame, kind(), Alpha.STRAIGHT, OptionalInt.empty())
            : OpenCv.plain(file, frame, 3);
    return new Decoded(rgb, orientation, traits);
  }

  /// The block should be bare; some writers put JPEG's "Exif\0\0" in front.
  private Turn exif(int at, int length) {
    int prefix = length > 6 && data.get(at) == 'E' ? 6 : 0;
    return Ifd.orientation(data.slice(at + prefix, length - prefix));
  }

  private static int threeBytes(ByteBuffer data, int at) {
    return (data.getShort(at) & 0xFFFF) | (data.get(at + 2) & 0xFF) << 16;
  }
}
