package org.mixoscope.kernel.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Composition;
import org.mixoscope.kernel.Draw;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.ReferenceCsv;
import org.mixoscope.kernel.ReferenceCsv.Row;
import org.mixoscope.kernel.batch.Outcome;

/// Boxes and λ as clovaai, torchvision, timm, fastai and keras-cv compute them.
@BesideWindows
class BoxesReferenceTest {
  /// λ is printed with nine decimals.
  private static final double PRINTED = 0.5e-9 + 1e-15;

  @ParameterizedTest
  @MethodSource("rows")
  void boxAfterClippingIsTheFrameworks(Row row) {
    Box expected = new Box(row.whole("x1"), row.whole("y1"), row.whole("x2"), row.whole("y2"));

    Box box = method(row).box(draw(row), frame(row)).clip(frame(row));

    assertEquals(expected, box);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void lambdaOfThePixelsIsTheFrameworks(Row row) {
    Composition composition = method(row).compose(draw(row), Inputs.of(frame(row)));

    List<Double> shares = composition.shares();

    assertEquals(row.number("lambda_pixels"), shares.getFirst(), PRINTED);
    assertEquals(1 - row.number("lambda_pixels"), shares.getLast(), PRINTED);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void lambdaInTheLabelIsTheFrameworks(Row row) {
    CutMix method = method(row);
    Composition composition = method.compose(draw(row), Inputs.of(frame(row)));

    List<Double> weights = Outcome.of(method, draw(row), composition).weights().label();

    assertEquals(row.number("lambda_label"), weights.getFirst(), PRINTED);
    assertEquals(1 - row.number("lambda_label"), weights.getLast(), PRINTED);
  }

  @Test
  void everyConventionThatWeOfferFromOthersIsInTheTable() {
    Set<BoxRule> rules = rows().stream().map(row -> method(row).rule()).collect(Collectors.toSet());

    assertEquals(
        Set.of(BoxRule.LEGACY, BoxRule.TIMM_1_0_29, BoxRule.FASTAI, BoxRule.KERAS_CV), rules);
  }

  @Test
  void tableTellsTheLambdaOfLabelAndPixelsApart() {
    assertTrue(
        rows().stream().anyMatch(r -> r.number("lambda_label") != r.number("lambda_pixels")));
  }

  static List<Row> rows() {
    return ReferenceCsv.rows(
        "boxes.csv", "convention,H,W,lambda_drawn,cx,cy,x1,y1,x2,y2,lambda_pixels,lambda_label");
  }

  private static CutMix method(Row row) {
    return switch (row.text("convention")) {
      case "legacy", "torchvision" -> new CutMix(1, BoxRule.LEGACY, true);
      case "timm>=1.0.29" -> new CutMix(1, BoxRule.TIMM_1_0_29, true);
      case "fastai" -> new CutMix(1, BoxRule.FASTAI, true);
      case "keras-cv" -> new CutMix(1, BoxRule.KERAS_CV, false);
      default -> throw new IllegalStateException("unknown convention in " + row);
    };
  }

  private static Frame frame(Row row) {
    return new Frame(row.whole("H"), row.whole("W"));
  }

  private static Draw draw(Row row) {
    return new Draw(
        row.number("lambda_drawn"),
        (row.number("cx") + 0.5) / row.number("W"),
        (row.number("cy") + 0.5) / row.number("H"));
  }
}
