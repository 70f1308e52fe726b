package org.mixoscope.image;

import org.mixoscope.image.Encoded.Samples;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Turn;

/// Turns stored pictures upright.
final class Turning {
  private static final int TILE = 32;

  /// Bytes of the usual pixel.
  private static final int RGB = 3;

  private Turning() {}

  /// The picture standing upright; itself if it does already.
  ///
  /// @param stored Not modified
  static Samples turn(Turn turn, Samples stored) {
    if (turn == Turn.UPRIGHT) {
      return stored;
    }
    int storedWidth = stored.frame().width();
    int storedHeight = stored.frame().height();
    Frame upright = turn.upright(stored.frame());
    int width = upright.width();
    int height = upright.height();
    // Steps through the stored bytes for a step to the right, and down, in the upright picture.
    int size = stored.kind().bytes();
    int stepX = turn.fromRight() ? -size : size;
    int stepY = storedWidth * (turn.fromBottom() ? -size : size);
    int start = (turn.fromRight() ? storedWidth - 1 : 0) * size;
    start += (turn.fromBottom() ? storedHeight - 1 : 0) * storedWidth * size;
    int right = turn.swaps() ? stepY : stepX;
    int down = turn.swaps() ? stepX : stepY;
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
    return new Samples(to, upright, stored.kind(), stored.transparent());
  }
}
