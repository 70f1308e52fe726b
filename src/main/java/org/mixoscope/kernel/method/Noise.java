package org.mixoscope.kernel.method;

/// Random numbers that are the same on every machine, bit for bit: SplitMix64 (Steele, Lea, Flood,
/// "Fast splittable pseudorandom number generators", 2014), and normal ones by the quantile
/// function, which needs no more than the four operations, square roots and fdlibm's logarithm.
final class Noise {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /// Odd, and another one.
  private static final long SLAB = 0xD1B54A32D192ED03L;

  /// Of 52 bits, so that the middle of the last step is still below 1.
  private static final double STEP = 0x1p-52;

  private long state;

  /// A stream of its own for every (seed, row).
  Noise(long seed, int row) {
    state = mix(seed + row * GOLDEN);
  }

  /// A stream of its own for every (seed, slab, row); of slab 0 it is that of the row.
  Noise(long seed, int slab, int row) {
    this(slab == 0 ? seed : mix(seed ^ slab * SLAB), row);
  }

  /// One of two, each with probability ½; of a seed, not of one of its streams.
  static boolean coin(long seed) {
    return mix(~seed) < 0;
  }

  /// A number within [0, 1) for each of many things, whatever others there are.
  static double unit(long seed, int number) {
    return (mix(seed + number * GOLDEN) >>> 11) * 0x1p-53;
  }

  /// The next number of the standard normal distribution.
  double nextNormal() {
    state += GOLDEN;
    return normal(((mix(state) >>> 12) + 0.5) * STEP);
  }

  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /// The normal quantile, to about seven digits: Wichura, "Algorithm AS 241", 1988, PPND7.
  ///
  /// @param p within (0, 1)
  static double normal(double p) {
    double q = p - 0.5;
    if (Math.abs(q) <= 0.425) {
      double r = 0.180625 - q * q;
      return q
          * (((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)
          / (((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1);
    }
    double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
    double tail = r <= 5 ? nearTail(r - 1.6) : farTail(r - 5);
    return q < 0 ? -tail : tail;
  }

  private static double nearTail(double r) {
    return (((0.17023821103 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777)
        / ((0.12021132975 * r + 0.73700164250) * r + 1);
  }

  private static double farTail(double r) {
    return (((0.017337203997 * r + 0.42868294337) * r + 3.0812263860) * r + 6.6579051150)
        / ((0.012258202635 * r + 0.24197894225) * r + 1);
  }
}
