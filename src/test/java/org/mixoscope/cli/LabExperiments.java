package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Experiments whose outcome is known, wins of mixing and losses alike, are those of `mixoscope
/// train`. Minutes each, so that no build runs it by itself: `mvn test -Dtest=LabExperiments`.
class LabExperiments {
  /// @param line what to train
  /// @param known mean accuracy and standard deviation of each run, in percent
  /// @param better of how many seeds of five the last run is at least better; negative where mixing
  ///   does not win: then of how many at most
  record Row(String line, List<Known> known, int better) {
    private static final String DENSE = "digits --net 784-128-10 ";

    static Row of(String line, int better, Known... known) {
      return new Row(line, List.of(known), better);
    }
  }

  record Known(double mean, double sd) {}

  private static Known known(double mean, double sd) {
    return new Known(mean, sd);
  }

  static Stream<Row> rows() {
    String plane = " --epochs 300 --learning-rate 0.01";
    return Stream.of(
        Row.of(
            Row.DENSE
                + "--train-size 1400 --label-noise 0.4 --epochs 100 --against none,mixup:1,mixup:8"
                + " --method cutmix --alpha 1",
            5,
            known(83.2, 3.0),
            known(91.4, 2.1),
            known(92.3, 2.2),
            known(93.5, 2.1)),
        Row.of(
            Row.DENSE
                + "--train-size 1000 --label-noise 0.2 --epochs 60 --against none,mixup:1"
                + " --method cutmix --alpha 1",
            4,
            known(92.6, 1.4),
            known(95.0, 1.3),
            known(94.9, 0.5)),
        Row.of(
            "digits --net cnn --train-size 500 --label-noise 0.4 --epochs 30 --method mixup",
            5,
            known(80.7, 1.7),
            known(88.1, 1.6)),
        Row.of("moons --noise 0.25 --alpha 0.2" + plane, 3, known(91.9, 0.8), known(93.3, 0.7)),
        Row.of("blobs --noise 0.45 --alpha 0.2" + plane, 3, known(86.5, 1.3), known(87.6, 1.0)),
        // Three times as many epochs would learn more of the noise by heart: 88.1 without mixing.
        Row.of(
            "blobs --label-noise 0.3 --alpha 4 --epochs 100 --learning-rate 0.01",
            5,
            known(93.3, 1.1),
            known(97.4, 0.4)),
        Row.of("circles --alpha 1" + plane, -1, known(94.2, 0.2), known(89.6, 1.7)),
        Row.of("spirals --noise 0.03 --alpha 1" + plane, -1, known(99.4, 0.4), known(97.8, 0.8)),
        Row.of(
            Row.DENSE + "--train-size 100 --epochs 100 --method mixup",
            -2,
            known(89.3, 1.3),
            known(88.4, 1.9)),
        Row.of(
            Row.DENSE + "--train-size 1400 --epochs 20 --method mixup",
            -2,
            known(96.5, 0.5),
            known(95.7, 1.5)),
        Row.of(
            "digits --net cnn --train-size 1000 --epochs 10 --method mixup",
            -2,
            known(97.0, 0.5),
            known(95.1, 1.0)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void outcomeIsKnown(Row row) throws IOException {
    JsonNode runs = Run.of(Run.line(row.line + " --json", "train")).good().json().get("runs");

    List<String> off = new ArrayList<>();
    for (int run = 0; run < row.known.size(); run++) {
      double mean = 100 * runs.get(run).get("test_accuracy").get("mean").asDouble();
      double sd = 100 * runs.get(run).get("test_accuracy").get("sd").asDouble();
      Known known = row.known.get(run);
      if (Math.abs(mean - known.mean) > sd + known.sd) {
        off.add("%s: %.1f ± %.1f".formatted(runs.get(run).get("policy").asText(), mean, sd));
      }
    }
    assertEquals(List.of(), off, row.line);
    int wins = runs.get(runs.size() - 1).get("wins").asInt();
    assertTrue(row.better > 0 ? wins >= row.better : wins <= -row.better, wins + " wins");
  }

  /// A network that learned mixed pictures keeps more under noise, one that cut and pasted most.
  @Test
  void underNoiseMixingKeepsMore() throws IOException {
    String line =
        Row.DENSE
            + "--train-size 1400 --label-noise 0.4 --epochs 100 --against none,mixup:8"
            + " --method cutmix --alpha 1 --robustness noise:0.6 --json";
    JsonNode runs = Run.of(Run.line(line, "train")).good().json().get("runs");

    List<Double> known = List.of(28.5, 45.1, 52.3);
    for (int run = 0; run < known.size(); run++) {
      JsonNode accuracy = runs.get(run).get("robustness").get(0).get("accuracy");
      assertEquals(known.get(run), 100 * accuracy.get("mean").asDouble(), 5);
    }
  }
}
