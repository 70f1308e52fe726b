package org.mixoscope.image;

import java.io.ByteArrayOutputStream;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// A GIF that plays for ever, made frame by frame, so that long ones can be watched and given up.
///
/// Every frame is quantised and dithered by OpenCV to 256 colours of its own.
public final class AnimatedGif {
  /// OpenCV's best: 256 colours and error diffusion.
  private static final int QUALITY = 8;

  private static final int HEADER = 13;
  private static final int EXTENSION = 0x21;
  private static final int TRAILER = 0x3B;
  private static final int FLAGS = 9;
  private static final int DESCRIPTOR = 10;
  private static final int HAS_PALETTE = 0x80;
  private static final byte[] LOOP = {
    EXTENSION, (byte) 0xFF, 11, 'N', 'E', 'T', 'S', 'C', 'A', 'P', 'E', '2', '.', '0', 3, 1, 0, 0, 0
  };

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private @Nullable Frame size;

  /// Without frames.
  public AnimatedGif() {}

  /// Adds a frame.
  ///
  /// @param rgb uint8 HWC of 3 channels, the same size for all frames. Not modified
  /// @param hundredths how long it stays, in hundredths of a second
  /// @throws IllegalArgumentException if the frame has another size than the first
  public void add(Pixels rgb, int hundredths) {
    if (size == null) {
      size = rgb.frame();
      start(size);
    }
    if (!rgb.frame().equals(size)) {
      throw new IllegalArgumentException("rgb = %s: the GIF is %s".formatted(rgb, size));
    }
    out.writeBytes(new byte[] {EXTENSION, (byte) 0xF9, 4, 0});
    writeShort(hundredths);
    out.writeBytes(new byte[] {0, 0});
    image(OpenCv.encode(".gif", rgb, opencv_imgcodecs.IMWRITE_GIF_QUALITY, QUALITY));
  }

  /// The file with the frames so far.
  ///
  /// @param recipe to be found again by [EmbeddedRecipe]
  /// @throws IllegalStateException if there is no frame
  public byte[] bytes(String recipe) {
    if (size == null) {
      throw new IllegalStateException("a GIF needs a frame");
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream(out.size() + 1);
    whole.writeBytes(out.toByteArray());
    whole.write(TRAILER);
    return RecipeInGif.put(whole.toByteArray(), recipe);
  }

  private void start(Frame frame) {
    out.writeBytes(new byte[] {'G', 'I', 'F', '8', '9', 'a'});
    writeShort(frame.width());
    writeShort(frame.height());
    out.writeBytes(new byte[3]);
    out.writeBytes(LOOP);
  }

  /// The only image of a GIF, with the palette of that GIF as its own.
  private void image(byte[] gif) {
    int palette = paletteBytes(gif[HEADER - 3]);
    int at = HEADER + palette;
    while (gif[at] == EXTENSION) {
      at = afterSubBlocks(gif, at + 2);
    }
    int own = paletteBytes(gif[at + FLAGS]);
    out.write(gif, at, FLAGS);
    if (own > 0) {
      out.write(gif[at + FLAGS]);
      out.write(gif, at + DESCRIPTOR, own);
    } else {
      out.write(HAS_PALETTE | (gif[HEADER - 3] & 7));
      out.write(gif, HEADER, palette);
    }
    int data = at + DESCRIPTOR + own;
    out.write(gif, data, afterSubBlocks(gif, data + 1) - data);
  }

  private static int paletteBytes(int flags) {
    return (flags & HAS_PALETTE) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  private static int afterSubBlocks(byte[] gif, int from) {
    int at = from;
    while (gif[at] != 0) {
      at += 1 + (gif[at] & 0xFF);
    }
    return at + 1;
  }

  private void writeShort(int value) {
    out.write(value);
    out.write(value >> 8);
  }
}
