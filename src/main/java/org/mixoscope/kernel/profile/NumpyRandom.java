package org.mixoscope.kernel.profile;

/// The numbers that `numpy.random.rand`, `beta` and `randint` give after `numpy.random.seed(n)`:
/// numpy's legacy `RandomState`, whose stream is frozen for good.
///
/// Bits are those of MT19937. Where a logarithm or a power is taken, the last bit of a double may
/// differ from numpy's, which uses the C library of its machine; ours are the same on every
/// machine. Not thread-safe, as no stream is.
public final class NumpyRandom {
  private static final long MAX_SEED = 0xFFFF_FFFFL;

  private final MersenneTwister words;
  private double spareGaussian = Double.NaN;

  /// @param seed within [0, 2³²)
  /// @throws IllegalArgumentException if it is not
  public NumpyRandom(long seed) {
    if (seed < 0 || seed > MAX_SEED) {
      throw new IllegalArgumentException("seed = " + seed + ": must be within [0, 2^32)");
    }
    words = new MersenneTwister((int) seed);
  }

  /// `random_sample()`: 53 bits, within [0, 1). Takes two words.
  public double nextDouble() {
    int high = words.next() >>> 5;
    int low = words.next() >>> 6;
    return (high * 0x1p26 + low) / 0x1p53;
  }

  /// `randint(low, high)`: words are masked and drawn again until one fits. A range of one number
  /// takes no word.
  ///
  /// @param low the smallest
  /// @param high one above the largest
  /// @throws IllegalArgumentException if `low ≥ high`
  public int nextInt(int low, int high) {
    if (low >= high) {
      throw new IllegalArgumentException(
          "low = %d, high = %d: low must be below high".formatted(low, high));
    }
    int largest = high - 1 - low; // unsigned
    if (largest == 0) {
      return low;
    }
    int mask = -1 >>> Integer.numberOfLeadingZeros(largest);
    int word = words.next() & mask;
    while (Integer.compareUnsigned(word, largest) > 0) {
      word = words.next() & mask;
    }
    return low + word;
  }

  /// `beta(a, b)`, within [0, 1]. Takes a number of words that is itself random.
  ///
  /// @param a above 0, finite
  /// @param b above 0, finite
  /// @throws IllegalArgumentException if one of them is not
  public double beta(double a, double b) {
    requirePositive("a", a);
    requirePositive("b", b);
    if (a <= 1 && b <= 1) {
      return johnk(a, b);
    }
    double x = gamma(a);
    return x / (x + gamma(b));
  }

  /// Jöhnk 1964. For small parameters both powers underflow; logarithms then finish the work.
  private double johnk(double a, double b) {
    while (true) {
      double u = nextDouble();
      double v = nextDouble();
      double x = StrictMath.pow(u, 1 / a);
      double y = StrictMath.pow(v, 1 / b);
      if (x + y <= 1 && u + v > 0) {
        return x + y > 0
            ? x / (x + y)
            : shareOfPowers(StrictMath.log(u) / a, StrictMath.log(v) / b);
      }
    }
  }

  /// `eˣ / (eˣ + eʸ)` for numbers so small that both powers are 0.
  private static double shareOfPowers(double x, double y) {
    double larger = Math.max(x, y);
    double sum = StrictMath.exp(x - larger) + StrictMath.exp(y - larger);
    return StrictMath.exp(x - larger - StrictMath.log(sum));
  }

  /// `standard_gamma(shape)`.
  private double gamma(double shape) {
    if (shape == 1) {
      return exponential();
    }
    return shape < 1 ? smallGamma(shape) : largeGamma(shape);
  }

  /// Ahrens, Dieter 1974.
  private double smallGamma(double shape) {
    while (true) {
      double u = nextDouble();
      double v = exponential();
      if (u <= 1 - shape) {
        double x = StrictMath.pow(u, 1 / shape);
        if (x <= v) {
          return x;
        }
      } else {
        double y = -StrictMath.log((1 - u) / shape);
        double x = StrictMath.pow(1 - shape + shape * y, 1 / shape);
        if (x <= v + y) {
          return x;
        }
      }
    }
  }

  /// Marsaglia, Tsang 2000.
  private double largeGamma(double shape) {
    double b = shape - 1 / 3.0;
    double c = 1 / Math.sqrt(9 * b);
    while (true) {
      double x = gaussian();
      double root = 1 + c * x;
      while (root <= 0) {
        x = gaussian();
        root = 1 + c * x;
      }
      double v = root * root * root;
      double u = nextDouble();
      if (u < 1 - 0.0331 * (x * x) * (x * x)
          || StrictMath.log(u) < 0.5 * x * x + b * (1 - v + StrictMath.log(v))) {
        return b * v;
      }
    }
  }

  private double exponential() {
    return -StrictMath.log(1 - nextDouble());
  }

  /// The polar method makes two numbers at a time; the second one waits, whoever asks for it.
  private double gaussian() {
    if (!Double.isNaN(spareGaussian)) {
      double spare = spareGaussian;
      spareGaussian = Double.NaN;
      return spare;
    }
    double x;
    double y;
    double square;
    do {
      x = 2 * nextDouble() - 1;
      y = 2 * nextDouble() - 1;
      square = x * x + y * y;
    } while (square >= 1 || square == 0);
    double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
    spareGaussian = factor * x;
    return factor * y;
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "%s = %s: must be above 0 and finite".formatted(name, value));
    }
  }
}
