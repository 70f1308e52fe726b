package org.mixoscope.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.BesideWindows;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.method.BoxRule;
import org.mixoscope.kernel.method.CutMix;
import org.mixoscope.kernel.method.Inputs;
import org.mixoscope.kernel.method.MaskMix;
import org.mixoscope.stats.Estimate;
import org.mixoscope.stats.MixStatistics;

@BesideWindows
class StatsCommandTest {
  /// Too large to be counted.
  private static final String[] DRAWN = {"--size", "3000x2000", "--draws", "300"};

  @Test
  void jsonHasTheNumbersOfTheKernelInFull() throws Exception {
    JsonNode json =
        json("--alpha", "0.2", "--size", "40x30", "--box-rule", "fastai", "--bins", "7");
    MixStatistics expected =
        MixStatistics.of(new CutMix(0.2, BoxRule.FASTAI, true), new Frame(30, 40), 42, 2, 7);

    assertEquals("cutmix", json.get("method").textValue());
    assertEquals(
        "{\"alpha\":0.2,\"box-rule\":\"fastai\",\"correct-lambda\":true}",
        json.get("settings").toString());
    assertEquals("{\"width\":40,\"height\":30}", json.get("frame").toString());
    assertTrue(json.get("exact").booleanValue());
    assertEquals(0, json.get("draws").intValue());
    assertSame(expected.lambda().mean(), json.at("/lambda/mean"));
    assertSame(expected.effective().mean(), json.at("/effective_lambda/mean"));
    assertSame(expected.effective().deviation(), json.at("/effective_lambda/deviation"));
    assertSame(expected.effective().weaker(), json.at("/effective_lambda/weaker"));
    assertEquals(0.5, json.at("/effective_lambda/quantiles/3/p").doubleValue());
    assertSame(
        expected.effective().quantiles().get(3).at(), json.at("/effective_lambda/quantiles/3"));
    assertSame(expected.othersShare(), json.get("others_share"));
    assertSame(expected.untouched(), json.get("untouched"));
    assertSame(expected.replaced(), json.get("replaced"));
    assertEquals(7, json.at("/lambda/histogram/probabilities").size());
    assertEquals(
        expected.effective().histogram().get(6).value(),
        json.at("/effective_lambda/histogram/probabilities/6").doubleValue());
    assertEquals(30, json.at("/coverage/rows").size());
    assertEquals(32, json.at("/coverage/rows/0").size());
    assertEquals(
        expected.coverage().rows().get(29).get(31).value(),
        json.at("/coverage/rows/29/31").doubleValue());
    assertEquals("[0.0,0.0]", json("--size", "2x1").at("/coverage/standard_errors/0").toString());
  }

  @Test
  void withoutOptionsItIsCutMixAt224() throws Exception {
    JsonNode json = json();

    assertEquals(
        "{\"alpha\":1.0,\"box-rule\":\"legacy\",\"correct-lambda\":true}",
        json.get("settings").toString());
    assertEquals("{\"width\":224,\"height\":224}", json.get("frame").toString());
    assertEquals(20, json.at("/lambda/histogram/probabilities").size());
  }

  @Test
  void drawsAreThoseOfTheSeed() throws Exception {
    JsonNode first = json(DRAWN);
    JsonNode again = json(with(DRAWN, "--seed", "42"));
    JsonNode other = json(with(DRAWN, "--seed", "-1"));

    assertEquals(first, again);
    assertNotEquals(first.get("effective_lambda"), other.get("effective_lambda"));
    assertEquals(first.get("lambda"), other.get("lambda"), "needs no draws");
    assertEquals(300, first.get("draws").intValue());
    assertFalse(first.get("exact").booleanValue());
    assertFalse(first.at("/effective_lambda/mean/exact").booleanValue());
    assertTrue(first.at("/effective_lambda/mean/standard_error").doubleValue() > 0);
    assertTrue(first.at("/lambda/mean/exact").booleanValue());
    assertFalse(first.at("/coverage/exact").booleanValue());
    assertTrue(first.at("/coverage/standard_errors/0/0").doubleValue() > 0);
  }

  @Test
  void textSaysOfEveryNumberThatItIsExact() {
    List<String> lines = lines("--method", "mixup", "--bins", "2");

    assertTrue(lines.contains("method     mixup, α = 1"), lines::toString);
    assertTrue(lines.contains("frame      224×224 pixels"), lines::toString);
    assertTrue(lines.contains("numbers    calculated, nothing was drawn"), lines::toString);
    assertTrue(
        lines.contains("mean       0.500000 exact          0.500000 exact"), lines::toString);
    assertTrue(
        lines.contains("5 %        0.050000 exact          0.050000 exact"), lines::toString);
    assertTrue(
        lines.contains("others     0.500000 exact          their expected share"), lines::toString);
    String bar = "0.5000 ██████████████████████████";
    assertTrue(lines.contains("0.000–0.500  " + bar + "  " + bar), lines::toString);
    assertTrue(lines.contains("0.500–1.000  " + bar + "  " + bar), lines::toString);
    assertTrue(lines.stream().noneMatch(line -> line.startsWith("limit")), lines::toString);
  }

  @Test
  void textGivesStandardErrorsOfWhatWasDrawn() {
    List<String> lines = lines(DRAWN);

    assertTrue(
        lines.contains("numbers    ± one standard error: from 300 draws of seed 42"),
        lines::toString);
    assertTrue(
        lines.stream()
            .anyMatch(l -> l.matches("mean       0\\.500000 exact {10}0\\.6\\d{5} ± 0\\.01\\d{4}")),
        lines::toString);
    assertTrue(
        lines.stream().anyMatch(l -> l.matches("bins {9}λ, exact {27}λ̂, ± 0\\.0\\d+ at most")),
        lines::toString);
    assertTrue(
        lines.contains("limit      0.679167 exact          the mean of λ̂ in ever larger frames"),
        lines::toString);
  }

  @Test
  void barsAreAsLongAsTheirBinsAreLikely() {
    List<String> lines = lines("--size", "1x1", "--bins", "4", "--box-rule", "unbiased");

    assertTrue(
        lines.contains("0.000–0.250  0.2500 ████████▋                   0.7500 " + "█".repeat(26)),
        lines::toString);
    assertTrue(
        lines.contains("0.250–0.500  0.2500 ████████▋                   0.0000"), lines::toString);
    assertTrue(
        lines.contains("0.750–1.000  0.2500 ████████▋                   0.2500 ████████▋"),
        lines::toString);
  }

  /// A mask draws no λ: that it is ½ for want of another would be misleading.
  @Test
  void methodWithoutLambdaHasNone() throws Exception {
    Frame frame = new Frame(1, 2);
    Inputs inputs = new Inputs(frame, List.of(), Pixels.of(new byte[] {-1, 0}, frame, 1));
    MixStatistics statistics = MixStatistics.of(new MaskMix(), inputs, 2, 1, 9, 2);
    StatsReport report = new StatsReport(new MaskMix(), statistics, 1, 9);

    assertTrue(new JsonMapper().readTree(StatsJson.write(report)).get("lambda").isNull());
    List<String> lines = report.text().lines().toList();
    assertTrue(
        lines.contains("mean       –                       0.500000 ± 0.000000"), report::text);
    assertTrue(
        lines.contains("0.500–1.000" + " ".repeat(37) + "1.0000 " + "█".repeat(26)), report::text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--bins 200 --alpha 0.01", "--method mixup --alpha 1000"})
  void linesFitATerminal(String options) {
    assertTrue(
        lines(options.isEmpty() ? new String[0] : options.split(" ")).stream()
            .allMatch(line -> line.length() <= 100));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --bins=0           | --bins = 0: must be a whole number within [1, 200]
          --bins=201         | --bins = 201: must be a whole number within [1, 200]
          --draws=1          | --draws = 1: must be a whole number within [2, 1000000]
          --draws=1000001    | --draws = 1000001: must be a whole number within [2, 1000000]
          --sources=1        | --sources = 1: must be a whole number within [2, 8]
          --sources=9        | --sources = 9: must be a whole number within [2, 8]
          --sources=3        | --method cutmix: mixes 2 pictures, not 3
          --seed=x           | --seed = x: must be a whole number such as 42
          --size=224         | --size = 224: must be WIDTHxHEIGHT such as 224x224, each at least 1
          --alpha=0          | --alpha = 0: must be above 0 and finite
          --lambda=0.5       | unknown option --lambda=0.5
          cat.png            | not understood: cat.png
          --json --json      | --json: given more than once
          --mask=sample:mask | this method depends on what pictures or a mask show, or on what is where in them, and stats looks at none
          --mask=x --draws=9 | this method depends on what pictures or a mask show, or on what is where in them, and stats looks at none
          """)
  void whatIsWrongIsSaidInOneLine(String options, String message) {
    Run.of(Stream.concat(Stream.of("stats"), Stream.of(options.split(" "))).toArray(String[]::new))
        .bad(2, "mixoscope stats: %s (see mixoscope stats --help)".formatted(message));
  }

  private static void assertSame(Estimate expected, JsonNode found) {
    assertEquals(expected.value(), found.get("value").doubleValue());
    assertEquals(expected.standardError(), found.get("standard_error").doubleValue());
    assertEquals(expected.exact(), found.get("exact").booleanValue());
  }

  private static JsonNode json(String... options) throws Exception {
    return Run.of(with(with(new String[] {"stats"}, options), "--json")).good().json();
  }

  private static List<String> lines(String... options) {
    return Run.of(with(new String[] {"stats"}, options)).good().out().lines().toList();
  }

  private static String[] with(String[] first, String... second) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(second));
    return all.toArray(String[]::new);
  }
}
