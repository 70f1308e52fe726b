package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.ReferenceCsv.Row;

/// Quantiles and moments of Beta(α, α) as SciPy computes them.
@BesideWindows
class BetaQuantilesReferenceTest {
  /// Quantiles are printed with twelve significant digits.
  private static final double PRINTED_QUANTILE = 5e-12;

  private static final double PRINTED_VARIANCE = 5e-12;
  private static final double PRINTED_MINIMUM = 0.5e-9 + 1e-15;
  private static final double TOLERANCE = 1e-9;

  @ParameterizedTest
  @MethodSource("rows")
  void quantileIsTheReferences(Row row) {
    double expected = row.number("quantile");

    double quantile = beta(row).quantile(row.number("p"));

    assertEquals(expected, quantile, PRINTED_QUANTILE * expected);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void cumulativeProbabilityUpToTheQuantileIsP(Row row) {
    Beta beta = beta(row);
    double p = row.number("p");
    double quantile = beta.quantile(p);

    // Where the probability is steeper than numbers are dense, p lies between two neighbours.
    double below = beta.cumulative(Math.nextDown(quantile));
    double above = beta.cumulative(Math.nextUp(quantile));

    assertTrue(below <= p * (1 + TOLERANCE), below + " below p");
    assertTrue(above >= p * (1 - TOLERANCE), above + " above p");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void meanIsTheMedianOfTheSymmetricDistribution(Row row) {
    assertEquals(row.number("mean"), beta(row).quantile(0.5), TOLERANCE);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void varianceIsTheReferences(Row row) {
    double expected = row.number("variance");

    assertEquals(expected, beta(row).variance(), PRINTED_VARIANCE * expected);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void expectedWeightOfTheWeakerSourceIsTheReferences(Row row) {
    assertEquals(row.number("E_min(l,1-l)"), beta(row).expectedMinimum(), PRINTED_MINIMUM);
  }

  static List<Row> rows() {
    return ReferenceCsv.rows(
        "beta_quantiles.csv", "alpha,p,quantile,mean,variance,\"E_min(l,1-l)\"");
  }

  private static Beta beta(Row row) {
    return new Beta(row.number("alpha"));
  }
}
