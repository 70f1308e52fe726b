package org.mixoscope.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.PixelKind;
import org.mixoscope.kernel.Turn;

/// GIF: the first frame on its canvas; what it does not cover is transparent, as in browsers, and
/// what sticks out is cut off.
///
/// Unpacked here: OpenCV refuses a file for a fault in any later frame, for a background that
/// nobody uses and for what follows the last pixel, and fills what a frame leaves free with a
/// colour of its own.
final class GifFile implements Encoded {
  private final ByteBuffer data;
  private final Frame frame;

  private GifFile(ByteBuffer data, Frame frame) {
    this.data = data;
    this.frame = frame;
  }

  static GifFile open(byte[] bytes) throws BadData {
    ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return new GifFile(data, GifImage.canvas(data));
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
    GifImage first = GifImage.read(data, GifImage.firstBlock(data), frame);
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    if (hasMoreFrames(first.end())) {
      traits.add(Trait.FIRST_FRAME);
    }
    byte[] canvas = Samples.room(frame, kind());
    Arrays.fill(canvas, (byte) 255);
    int covered = first.paint(canvas, frame);
    Samples samples = new Samples(canvas, frame, kind(), covered < frame.pixels());
    return new Decoded(samples, Turn.UPRIGHT, traits);
  }

  /// A fault behind the first frame does no harm.
  private boolean hasMoreFrames(int from) {
    try {
      return GifImage.isNext(data, from);
    } catch (IndexOutOfBoundsException e) {
      return false;
    }
  }
}
