package org.mixoscope.dataset.annotated;

import java.util.Arrays;
import java.util.BitSet;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.target.Mask;

/// Masks as runs of pixels in COCO's way: column by column, from pixels that are not the object's
/// on, and as text in which each run is the difference from the one before the last, in digits of
/// five bits.
public final class Rle {
  private static final int DIGIT = 5;
  private static final int DIGIT_BITS = 0x1F;
  private static final int SIGN = 0x10;
  private static final int MORE = 0x20;
  private static final int FIRST = '0';

  private Rle() {}

  /// The runs of a mask.
  ///
  /// @param frame of the picture; nothing of the mask is outside
  public static int[] runs(Mask mask, Frame frame) {
    int[] runs = new int[64];
    int count = 0;
    Box box = mask.box();
    int height = frame.height();
    boolean last = false;
    int start = 0;
    for (int x = box.x1(); x < box.x2(); x++) {
      // The rows above and below the box are not the object's.
      for (int y = box.y1(); y <= box.y2(); y++) {
        boolean now = y < box.y2() && mask.contains(y, x);
        boolean goesOn = y == height && mask.contains(0, x + 1);
        if (now != last && !goesOn) {
          int at = x * height + y;
          runs = count + 1 < runs.length ? runs : Arrays.copyOf(runs, 2 * runs.length);
          runs[count++] = at - start;
          start = at;
          last = now;
        }
      }
    }
    int end = frame.width() * height;
    if (start < end || start == 0) {
      runs[count++] = end - start;
    }
    return Arrays.copyOf(runs, count);
  }

  /// The mask of runs that are as many as the pixels.
  static Mask mask(Frame frame, int[] runs) {
    int height = frame.height();
    BitSet bits = new BitSet();
    int at = 0;
    int x1 = frame.width();
    int x2 = 0;
    for (int i = 0; i < runs.length; i++) {
      if (i % 2 == 1 && runs[i] > 0) {
        bits.set(at, at + runs[i]);
        x1 = Math.min(x1, at / height);
        x2 = (at + runs[i] - 1) / height + 1;
      }
      at += runs[i];
    }
    return Mask.of(new Box(Math.min(x1, x2), 0, x2, height), (y, x) -> bits.get(x * height + y));
  }

  /// Runs as COCO's compressed text.
  public static String text(int[] runs) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < runs.length; i++) {
      int value = i > 2 ? runs[i] - runs[i - 2] : runs[i];
      boolean more = true;
      while (more) {
        int digit = value & DIGIT_BITS;
        value >>= DIGIT;
        more = (digit & SIGN) == 0 ? value != 0 : value != -1;
        text.append((char) (FIRST + (more ? digit | MORE : digit)));
      }
    }
    return text.toString();
  }

  /// The runs of a compressed text.
  ///
  /// @throws IllegalArgumentException if it is none
  public static int[] runs(String text) {
    int[] runs = new int[Math.max(1, text.length())];
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      long value = 0;
      int shift = 0;
      int digit = MORE;
      while ((digit & MORE) != 0) {
        digit = at < text.length() ? text.charAt(at++) - FIRST : -1;
        if (digit < 0 || digit > (MORE | DIGIT_BITS) || shift > Integer.SIZE) {
          throw new IllegalArgumentException("counts: are no compressed runs of pixels");
        }
        value |= (long) (digit & DIGIT_BITS) << shift;
        shift += DIGIT;
      }
      if ((digit & SIGN) != 0) {
        value |= -1L << shift;
      }
      value += count > 2 ? runs[count - 2] : 0;
      if (value < 0 || value > Integer.MAX_VALUE) {
        throw new IllegalArgumentException("counts: have a run of " + value + " pixels");
      }
      runs[count++] = (int) value;
    }
    return Arrays.copyOf(runs, count);
  }
}
