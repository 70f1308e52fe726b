package org.mixoscope.image;

import java.io.IOException;
import java.io.OutputStream;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;

/// A GIF that plays for ever, written frame by frame, so that memory does not grow with it.
///
/// A frame of at most 256 colours is written as it is; others are quantised and dithered by OpenCV
/// to 256 colours of their own.
public final class GifStream implements AutoCloseable {
  /// OpenCV's best: 256 colours and error diffusion.
  private static final int QUALITY = 8;

  private static final int HEADER = 13;
  private static final int EXTENSION = 0x21;
  private static final int TRAILER = 0x3B;
  private static final int IMAGE = 0x2C;
  private static final int FLAGS = 9;
  private static final int DESCRIPTOR = 10;
  private static final int HAS_PALETTE = 0x80;
  private static final byte[] LOOP = {
    EXTENSION, (byte) 0xFF, 11, 'N', 'E', 'T', 'S', 'C', 'A', 'P', 'E', '2', '.', '0', 3, 1, 0, 0, 0
  };

  private final OutputStream out;
  private final @Nullable String recipe;
  private @Nullable Frame size;
  private boolean exact = true;

  /// @param out what it is written to; closed with this
  /// @param recipe to be found again by [EmbeddedRecipe]; null for none
  public GifStream(OutputStream out, @Nullable String recipe) {
    this.out = out;
    this.recipe = recipe;
  }

  /// Adds a frame.
  ///
  /// @param rgb uint8 HWC of 3 channels, the same size for all frames. Not modified
  /// @param hundredths how long it stays, in hundredths of a second
  /// @throws IllegalArgumentException if the frame has another size than the first
  public void add(Pixels rgb, int hundredths) throws IOException {
    if (size == null) {
      size = rgb.frame();
      start(size);
    }
    if (!rgb.frame().equals(size)) {
      throw new IllegalArgumentException("rgb = %s: the GIF is %s".formatted(rgb, size));
    }
    out.write(new byte[] {EXTENSION, (byte) 0xF9, 4, 0});
    writeShort(hundredths);
    out.write(new byte[] {0, 0});
    GifColours few = GifColours.of(rgb);
    if (few == null) {
      exact = false;
      image(OpenCv.encode(".gif", rgb, opencv_imgcodecs.IMWRITE_GIF_QUALITY, QUALITY));
    } else {
      image(few, rgb.frame());
    }
  }

  /// Whether all frames so far had so few colours that they were written as they are.
  public boolean isExact() {
    return exact;
  }

  /// Ends the file.
  @Override
  public void close() throws IOException {
    try (out) {
      out.write(TRAILER);
    }
  }

  private void start(Frame frame) throws IOException {
    out.write(new byte[] {'G', 'I', 'F', '8', '9', 'a'});
    writeShort(frame.width());
    writeShort(frame.height());
    out.write(new byte[3]);
    if (recipe != null) {
      out.write(RecipeInGif.comment(recipe));
    }
    out.write(LOOP);
  }

  private void image(GifColours colours, Frame frame) throws IOException {
    out.write(IMAGE);
    out.write(new byte[4]);
    writeShort(frame.width());
    writeShort(frame.height());
    out.write(HAS_PALETTE | (colours.bits() - 1));
    out.write(colours.palette());
    out.write(colours.bits());
    out.write(colours.blocks());
  }

  /// The only image of a GIF, with the palette of that GIF as its own.
  private void image(byte[] gif) throws IOException {
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

  private void writeShort(int value) throws IOException {
    out.write(value);
    out.write(value >> 8);
  }
}
