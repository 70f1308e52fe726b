package org.mixoscope.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Turn;

/// GIF: the first frame on its canvas; what it does not cover is transparent, as in browsers.
///
/// The decoder refuses a file for a fault in any later frame and fills what a frame leaves free
/// with a colour of its own. So it gets a file with the first frame alone, the canvas as large as
/// that frame.
final class GifFile implements Encoded {
  private static final int HEADER = 13;
  private static final int IMAGE = 0x2C;
  private static final int EXTENSION = 0x21;
  private static final int GRAPHIC_CONTROL = 0xF9;
  private static final int TRAILER = 0x3B;

  private final byte[] bytes;
  private final ByteBuffer data;
  private final Frame frame;

  private GifFile(byte[] bytes, ByteBuffer data, Frame frame) {
    this.bytes = bytes;
    this.data = data;
    this.frame = frame;
  }

  static GifFile open(byte[] bytes) throws BadData {
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int width = data.getShort(6) & 0xFFFF;
    int height = data.getShort(8) & 0xFFFF;
    if (width == 0 || height == 0) {
      throw BadData.damaged();
    }
    return new GifFile(bytes, data, new Frame(height, width));
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
    ByteArrayOutputStream alone = new ByteArrayOutputStream(bytes.length);
    int at = HEADER + paletteBytes(data.get(10));
    alone.write(bytes, 0, at);
    while (data.get(at) == EXTENSION) {
      int end = afterSubBlocks(at + 2);
      if ((data.get(at + 1) & 0xFF) == GRAPHIC_CONTROL) {
        alone.write(bytes, at, end - at);
      }
      at = end;
    }
    if (data.get(at) != IMAGE) {
      throw BadData.damaged();
    }
    int left = data.getShort(at + 1) & 0xFFFF;
    int top = data.getShort(at + 3) & 0xFFFF;
    int width = data.getShort(at + 5) & 0xFFFF;
    int height = data.getShort(at + 7) & 0xFFFF;
    // Some tools let the frame stick out of the canvas; that part is cut off.
    boolean fits = width <= frame.width() && height <= frame.height();
    if (width == 0 || height == 0 || !fits || left >= frame.width() || top >= frame.height()) {
      throw BadData.damaged();
    }
    // A byte of code size stands before the blocks of coded pixels.
    int end = afterSubBlocks(at + 10 + paletteBytes(data.get(at + 9)) + 1);
    alone.write(bytes, at, end - at);
    alone.write(TRAILER);
    byte[] file = alone.toByteArray();
    System.arraycopy(bytes, at + 5, file, 6, 4);
    Arrays.fill(file, file.length - 1 - (end - at) + 1, file.length - 1 - (end - at) + 5, (byte) 0);

    Samples part =
        OpenCv.flattened(
            file, new Frame(height, width), kind(), Alpha.STRAIGHT, OptionalInt.empty());
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (hasMoreFrames(end)) {
      traits.add(Trait.FIRST_FRAME);
    }
    return new Decoded(onCanvas(part, left, top), Turn.UPRIGHT, traits);
  }

  private Samples onCanvas(Samples part, int left, int top) {
    if (part.frame().equals(frame) && left == 0 && top == 0) {
      return part;
    }
    byte[] canvas = Samples.room(frame, kind());
    Arrays.fill(canvas, (byte) 255);
    int row = part.frame().width() * 3;
    int visible = Math.min(part.frame().width(), frame.width() - left) * 3;
    for (int y = 0; y < Math.min(part.frame().height(), frame.height() - top); y++) {
      int to = ((top + y) * frame.width() + left) * 3;
      System.arraycopy(part.bytes(), y * row, canvas, to, visible);
    }
    return new Samples(canvas, frame, kind(), true);
  }

  /// A fault behind the first frame does no harm.
  private boolean hasMoreFrames(int from) {
    try {
      int at = from;
      while (data.get(at) == EXTENSION) {
        at = afterSubBlocks(at + 2);
      }
      return data.get(at) == IMAGE;
    } catch (IndexOutOfBoundsException e) {
      return false;
    }
  }

  /// Bytes of the colour table that these flags announce.
  private static int paletteBytes(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  /// Sub-blocks begin with their length; one of length zero is the last.
  private int afterSubBlocks(int from) {
    int at = from;
    while (data.get(at) != 0) {
      at += (data.get(at) & 0xFF) + 1;
    }
    return at + 1;
  }
}
