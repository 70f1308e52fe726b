package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.kernel.ReferenceCsv.Row;

/// One byte pair blended, by every rounding that is in use.
class Uint8ReferenceTest {
  private static final String HALF_EVEN = "float32_rint_half_even(timm collate)";
  private static final String TRUNCATED = "truncate(ultralytics-style)";
  private static final String HALF_UP = "round_half_up(exact)";
  private static final String LINEAR_LIGHT = "linear_light_round";

  @ParameterizedTest
  @MethodSource("rows")
  void storedValuesAreBlendedAsTimmsCollateDoes(Row row) {
    assertEquals(row.whole(HALF_EVEN), blended(row, Blending.SRGB));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void linearLightIsBlendedAndRoundedToTheNearestByte(Row row) {
    assertEquals(row.whole(LINEAR_LIGHT), blended(row, Blending.LINEAR_LIGHT));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void roundingDiffersFromHalfUpOnlyAtExactHalves(Row row) {
    BigDecimal lambda = new BigDecimal(row.text("lambda"));
    BigDecimal exact =
        lambda
            .multiply(new BigDecimal(row.text("a")))
            .add(BigDecimal.ONE.subtract(lambda).multiply(new BigDecimal(row.text("b"))));
    assertEquals(row.whole(HALF_UP), exact.setScale(0, RoundingMode.HALF_UP).intValueExact());

    boolean half = exact.remainder(BigDecimal.ONE).compareTo(new BigDecimal("0.5")) == 0;
    int difference = row.whole(HALF_UP) - blended(row, Blending.SRGB);

    assertTrue(difference == 0 || half && difference == 1, "exactly " + exact);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void valuesAreNeverBelowTheTruncatedOnesAndAtMostOneAbove(Row row) {
    int difference = blended(row, Blending.SRGB) - row.whole(TRUNCATED);

    assertTrue(difference == 0 || difference == 1, "difference " + difference);
  }

  /// Among the darkest bytes the curve is straight, so that neighbours do have exact halves.
  @Test
  void halfOfTwoDarkNeighboursGoesUpInLinearLight() {
    for (int byteBelow = 0; byteBelow < 10; byteBelow++) {
      for (int levels = 1; levels <= 3; levels++) {
        double lambda = 1 - 0.5 / levels; // half a level above
        int above = byteBelow + levels;
        if (above <= 10) {
          assertEquals(
              byteBelow + 1,
              blended(byteBelow, above, lambda, Blending.LINEAR_LIGHT),
              byteBelow + " and " + above);
          assertEquals(
              byteBelow + 1,
              blended(above, byteBelow, 1 - lambda, Blending.LINEAR_LIGHT),
              above + " and " + byteBelow);
        }
      }
    }
  }

  @Test
  void tableTellsAllRoundingsApart() {
    for (String other : List.of(TRUNCATED, HALF_UP, LINEAR_LIGHT)) {
      assertTrue(rows().stream().anyMatch(r -> r.whole(HALF_EVEN) != r.whole(other)), other);
    }
  }

  static List<Row> rows() {
    return ReferenceCsv.rows(
        "uint8.csv", String.join(",", "a,b,lambda", HALF_EVEN, TRUNCATED, HALF_UP, LINEAR_LIGHT));
  }

  private static int blended(Row row, Blending blending) {
    return blended(row.whole("a"), row.whole("b"), row.number("lambda"), blending);
  }

  private static int blended(int a, int b, double lambda, Blending blending) {
    Frame one = new Frame(1, 1);
    List<Pixels> pair =
        List.of(Pixels.of(new byte[] {(byte) a}, one, 1), Pixels.of(new byte[] {(byte) b}, one, 1));
    return (int) Mixer.mix(Blend.pair(one, lambda), blending, pair).valueAt(0, 0, 0);
  }
}
