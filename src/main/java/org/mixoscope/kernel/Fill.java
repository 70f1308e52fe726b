package org.mixoscope.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Locale;

/// What stands where a part of a picture is taken away.
public enum Fill implements Named {
  /// The mean colour of the picture itself.
  MEAN {
    @Override
    float valueAt(Pixels own, double mean, long noise, Frame whole, int y, int x, int channel) {
      return (float) (own.type().isWhole() ? Math.rint(mean) : mean);
    }
  },
  /// 0 in every channel.
  BLACK {
    @Override
    float valueAt(Pixels own, double mean, long noise, Frame whole, int y, int x, int channel) {
      return 0;
    }
  },
  /// Every value by chance, all as likely.
  NOISE {
    @Override
    float valueAt(Pixels own, double mean, long noise, Frame whole, int y, int x, int channel) {
      int y1 = first(y, own.height(), whole.height());
      int y2 = Math.max(y1 + 1, first(y + 1, own.height(), whole.height()));
      int x1 = first(x, own.width(), whole.width());
      int x2 = Math.max(x1 + 1, first(x + 1, own.width(), whole.width()));
      double sum = 0;
      for (int row = y1; row < y2; row++) {
        for (int column = x1; column < x2; column++) {
          long place = ((long) row * whole.width() + column) * own.channels() + channel;
          sum += chance(noise, place);
        }
      }
      double unit = sum / ((long) (y2 - y1) * (x2 - x1));
      return own.type().isWhole()
          ? (float) Math.floor(Math.min(unit, BELOW_ONE) * (own.type().white() + 1.0))
          : (float) unit;
    }
  };

  private static final double BELOW_ONE = Math.nextDown(1.0);

  abstract float valueAt(
      Pixels own, double mean, long noise, Frame whole, int y, int x, int channel);

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// A picture of the same kind, filled inside a box and black around it.
  ///
  /// @param own the picture whose part is taken away. Not modified
  /// @param box what is filled; what sticks out is left out
  /// @param noise seed of what is by chance
  /// @param whole the frame that the picture stands for: in a smaller one every value by chance is
  ///   the mean of those that it shows
  /// @return new heap memory
  public Pixels of(Pixels own, Box box, long noise, Frame whole) {
    Pixels filled = own.allocateLike();
    Box inside = box.clip(own.frame());
    MemorySegment memory = filled.memory();
    for (int channel = 0; channel < own.channels(); channel++) {
      double mean = this == MEAN ? mean(own, channel) : 0;
      for (int y = inside.y1(); y < inside.y2(); y++) {
        for (int x = inside.x1(); x < inside.x2(); x++) {
          float value = valueAt(own, mean, noise, whole, y, x, channel);
          Elements.set(own.type(), memory, filled.indexOf(y, x, channel), value);
        }
      }
    }
    return filled;
  }

  private static double mean(Pixels own, int channel) {
    double sum = 0;
    for (int y = 0; y < own.height(); y++) {
      for (int x = 0; x < own.width(); x++) {
        sum += own.valueAt(y, x, channel);
      }
    }
    return sum / own.frame().pixels();
  }

  private static int first(int at, int side, int whole) {
    return (int) ((long) at * whole / side);
  }

  /// One number of a stream without the others before it, within [0, 1): the mix of SplitMix64
  /// (Steele, Lea, Flood, 2014).
  private static double chance(long seed, long place) {
    long z = seed + (place + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
  }
}
