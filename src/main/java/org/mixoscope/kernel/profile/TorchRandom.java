package org.mixoscope.kernel.profile;

/// The numbers that torch's generator of the CPU gives after `torch.manual_seed(n)`, as far as
/// mixing takes them: `torch.distributions.Beta(a, a)` of float32 and `torch.randint`.
///
/// Bits are those of MT19937. Where a logarithm, a power or an angle is taken, the last bit of a
/// double may differ from torch's, which uses the C library of its machine; float32, which torch
/// rounds to, hides that but for one case in some hundred millions. Ours are the same on every
/// machine. Not thread-safe, as no stream is.
public final class TorchRandom {
  private static final long MANTISSA = (1L << 53) - 1;

  // torch writes these two as float32 and computes with them in double.
  private static final double THIRD = 1f / 3f;
  private static final double SQUEEZE = 0.0331f;

  private final MersenneTwister words;
  private double spareGaussian = Double.NaN;

  /// @param seed any; as in torch, only its low 32 bits count
  public TorchRandom(long seed) {
    words = new MersenneTwister((int) seed);
  }

  /// `randint(bound)`: a word modulo the bound, so that a range of one number takes a word, too.
  ///
  /// @param bound one above the largest, at least 1
  /// @throws IllegalArgumentException if it is less
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound = " + bound + ": must be at least 1");
    }
    return Integer.remainderUnsigned(words.next(), bound);
  }

  /// `Beta(alpha, alpha).sample()`: the first share of a Dirichlet of two, above 0 and below 1.
  /// Takes a number of words that is itself random.
  ///
  /// @param alpha above 0, finite
  /// @throws IllegalArgumentException if it is not
  public float beta(float alpha) {
    if (!(alpha > 0 && alpha < Float.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("alpha = " + alpha + ": must be above 0 and finite");
    }
    double one = Math.max(gamma(alpha), Double.MIN_NORMAL);
    double other = Math.max(gamma(alpha), Double.MIN_NORMAL);
    return Math.clamp((float) (one / (one + other)), Float.MIN_NORMAL, Math.nextDown(1f));
  }

  /// 53 bits, within [0, 1). Takes two words, of which the first gives the high bits.
  private double nextDouble() {
    long high = words.next();
    long low = Integer.toUnsignedLong(words.next());
    return ((high << 32 | low) & MANTISSA) / 0x1p53;
  }

  /// Marsaglia, Tsang 2000; a shape below 1 takes a detour above it.
  private double gamma(double shape) {
    if (shape < 1) {
      double scale = StrictMath.pow(1 - nextDouble(), 1 / shape);
      return largeGamma(shape + 1, scale);
    }
    return largeGamma(shape, 1);
  }

  private double largeGamma(double shape, double scale) {
    double d = shape - THIRD;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = gaussian();
      double root = 1 + c * x;
      while (root <= 0) {
        x = gaussian();
        root = 1 + c * x;
      }
      double v = root * root * root;
      double u = 1 - nextDouble();
      double square = x * x;
      if (u < 1 - SQUEEZE * square * square
          || StrictMath.log(u) < 0.5 * square + d * (1 - v + StrictMath.log(v))) {
        return scale * d * v;
      }
    }
  }

  /// Box, Muller 1958: two numbers at a time; the second one waits, whoever asks for it.
  private double gaussian() {
    if (!Double.isNaN(spareGaussian)) {
      double spare = spareGaussian;
      spareGaussian = Double.NaN;
      return spare;
    }
    double angle = 2 * Math.PI * nextDouble();
    double radius = Math.sqrt(-2 * StrictMath.log1p(-nextDouble()));
    spareGaussian = radius * StrictMath.sin(angle);
    return radius * StrictMath.cos(angle);
  }
}
