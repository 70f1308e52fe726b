package org.mixoscope.kernel.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.ReferenceCsv;
import org.mixoscope.kernel.ReferenceCsv.Row;

/// Numbers that numpy gave after a seed.
@BesideWindows
class NumpyRandomReferenceTest {
  /// Powers and logarithms may differ in their last bits, relative to the number's size.
  private static final double LAST_BITS = 1e-12;

  @ParameterizedTest
  @MethodSource("rows")
  void numbersAreNumpysAndSoIsTheStreamAfterThem(Row row) {
    NumpyRandom random = new NumpyRandom(Long.parseLong(row.text("seed")));

    List<Double> expected =
        Stream.of(row.text("values").split(" ")).map(Double::parseDouble).toList();
    for (double value : expected) {
      double tolerance = row.text("call").equals("beta") ? LAST_BITS * value : 0;
      assertEquals(value, next(random, row), tolerance);
    }
    assertEquals(row.number("then"), random.nextDouble());
  }

  @Test
  void streamGoesOnAfterTheFirstBlockOfWords() {
    NumpyRandom random = new NumpyRandom(7);

    for (int i = 0; i < 1000; i++) {
      random.nextDouble();
    }

    assertEquals(0.08378587007198324, random.nextDouble());
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 0.02, 0.2, 1, 1.0001, 7, 1e6})
  void betaIsWithinZeroAndOneAndHasItsVariance(double alpha) {
    NumpyRandom random = new NumpyRandom(3);
    int draws = 20_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      double distance = random.beta(alpha, alpha) - 0.5;
      sum += distance;
      squares += distance * distance;
    }

    double variance = 1 / (4 * (2 * alpha + 1));
    assertEquals(0, sum / draws, 5 * Math.sqrt(variance / draws));
    assertEquals(variance, squares / draws, 0.05 * variance);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1L << 32, Long.MIN_VALUE, Long.MAX_VALUE})
  void seedOutOfRangeIsRefusedAsNumpyDoes(long seed) {
    assertRefused("seed = " + seed + ": must be within [0, 2^32)", () -> new NumpyRandom(seed));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void parameterOfBetaOutOfRangeIsRefused(double bad) {
    NumpyRandom random = new NumpyRandom(0);

    assertRefused("a = " + bad + ": must be above 0 and finite", () -> random.beta(bad, 1));
    assertRefused("b = " + bad + ": must be above 0 and finite", () -> random.beta(1, bad));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "5, 4", "2147483647, -2147483648"})
  void emptyRangeIsRefused(int low, int high) {
    assertRefused(
        "low = %d, high = %d: low must be below high".formatted(low, high),
        () -> new NumpyRandom(0).nextInt(low, high));
  }

  static List<Row> rows() {
    return ReferenceCsv.rows("numpy_random.csv", "seed,call,a,b,values,then");
  }

  private static double next(NumpyRandom random, Row row) {
    return switch (row.text("call")) {
      case "rand" -> random.nextDouble();
      case "beta" -> random.beta(row.number("a"), row.number("b"));
      case "randint" -> random.nextInt(row.whole("a"), row.whole("b"));
      default -> throw new IllegalStateException("unknown call in " + row);
    };
  }

  private static void assertRefused(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
