package org.mixoscope.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.kernel.ReferenceCsv.Row;

/// Mixed and smoothed targets as timm's `mixup_target` computes them.
class LabelsReferenceTest {
  private static final double TOLERANCE = 1e-12;

  @ParameterizedTest
  @MethodSource("rows")
  void mixedTargetIsTimms(Row row) {
    double[] expected =
        Stream.of(row.text("y (K values)").split(" ")).mapToDouble(Double::parseDouble).toArray();
    int classes = row.whole("K");
    double smoothing = row.number("smoothing");
    double lambda = row.number("lambda");

    double[] target =
        SoftLabels.mix(
            List.of(
                SoftLabels.oneHot(row.whole("class_a"), classes, smoothing),
                SoftLabels.oneHot(row.whole("class_b"), classes, smoothing)),
            List.of(lambda, 1 - lambda));

    assertEquals(classes, target.length);
    boolean abridged = expected.length < classes; // the first classes, then the sum of all
    int shown = abridged ? expected.length - 1 : classes;
    for (int c = 0; c < shown; c++) {
      assertEquals(expected[c], target[c], TOLERANCE, "class " + c);
    }
    double sum = abridged ? expected[shown] : Arrays.stream(expected).sum();
    assertEquals(sum, Arrays.stream(target).sum(), TOLERANCE);
    assertEquals(1, sum, TOLERANCE);
  }

  static List<Row> rows() {
    return ReferenceCsv.rows("labels.csv", "K,smoothing,lambda,class_a,class_b,y (K values)");
  }
}
