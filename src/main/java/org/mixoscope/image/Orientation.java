package org.mixoscope.image;

import org.mixoscope.image.Encoded.Samples;
import org.mixoscope.kernel.Frame;

/// How a stored picture must be turned to stand upright, as EXIF and TIFF number it.
enum Orientation {
  UPRIGHT(false, false, false),
  MIRRORED(false, true, false),
  UPSIDE_DOWN(false, true, true),
  FLIPPED(false, false, true),
  TRANSPOSED(true, false, false),
  /// Stored lying on its left side: to be turned clockwise.
  CLOCKWISE(true, false, true),
  TRANSVERSED(true, true, true),
  COUNTER_CLOCKWISE(true, true, false);

  private static final int TILE = 32;

  /// Bytes of the usual pixel.
  private static final int RGB = 3;

  /// Rows become columns.
  private final boolean swaps;

  /// The stored picture is read from its right border, from its lower border.
  private final boolean fromRight;

  private final boolean fromBottom;

  Orientation(boolean swaps, boolean fromRight, boolean fromBottom) {
    this.swaps = swaps;
    this.fromRight = fromRight;
    this.fromBottom = fromBottom;
  }

  /// The orientation with this EXIF number; numbers that do not exist mean upright.
  static Orientation of(int exif) {
    return exif >= 1 && exif <= values().length ? values()[exif - 1] : UPRIGHT;
  }

  /// The picture standing upright; itself if it does already.
  ///
  /// @param stored Not modified
  Samples turn(Samples stored) {
    if (this == UPRIGHT) {
      return stored;
    }
    int storedWidth = stored.frame().width();
    int storedHeight = stored.frame().height();
    int width = swaps ? storedHeight : storedWidth;
    int height = swaps ? storedWidth : storedHeight;
    // Steps through the stored bytes for a step to the right, and down, in the upright picture.
    int size = stored.kind().bytes();
    int stepX = fromRight ? -size : size;
    int stepY = storedWidth * (fromBottom ? -size : size);
    int start = (fromRight ? storedWidth - 1 : 0) * size;
    start += (fromBottom ? storedHeight - 1 : 0) * storedWidth * size;
    int right = swaps ? stepY : stepX;
    int down = swaps ? stepX : stepY;
    byte[] from = stored.bytes();
    byte[] to = new byte[from.length];
    // Tile by tile, since going down the columns of a large picture misses the cache every time.
    for (int top = 0; top < height; top += TILE) {
      for (int left = 0; left < width; left += TILE) {
        for (int y = top; y < Math.min(top + TILE, height); y++) {
          int source = start + y * down + left * right;
          int at = (y * width + left) * size;
          int end = at + Math.min(TILE, width - left) * size;
          // A loop that knows how long a pixel is takes half the time: the usual one has its own.
          if (size == RGB) {
            for (; at < end; source += right, at += RGB) {
              to[at] = from[source];
              to[at + 1] = from[source + 1];
              to[at + 2] = from[source + 2];
            }
          } else {
            for (; at < end; source += right, at += size) {
              for (int b = 0; b < size; b++) {
                to[at + b] = from[source + b];
              }
            }
          }
        }
      }
    }
    return new Samples(to, new Frame(height, width), stored.kind(), stored.transparent());
  }
}
