package org.mixoscope.batch.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mixoscope.kernel.Box;

class SampleJsonTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void lineHoldsAllThatASampleCarries(int index) throws IOException {
    TestSample sample = TestSample.of(index, Folders.FRAME);

    String line = line(sample, null);

    assertTrue(line.endsWith("}\n"));
    assertEquals(line.length() - 1, line.indexOf('\n'), "one line");
    JsonNode json = new JsonMapper().readTree(line);
    assertIs(sample, json);
    assertTrue(json.path("file_name").isMissingNode());
    assertTrue(json.path("label_weights").isMissingNode());
  }

  @Test
  void nameOfAFileComesFirst() throws IOException {
    String line = line(TestSample.of(0, Folders.FRAME), "images/0000/00000000.png");

    assertTrue(line.startsWith("{\"file_name\":\"images/0000/00000000.png\",\"label\":["), line);
  }

  private static String line(TestSample sample, @Nullable String file) throws IOException {
    return new String(new SampleJson(Folders.SEED, false).line(sample.made(), file), UTF_8);
  }

  @Test
  void weightsInTheLabelAreSaidWhereTheJobWantsThem() throws IOException {
    TestSample sample = TestSample.of(0, Folders.FRAME);

    JsonNode json =
        new JsonMapper().readTree(new SampleJson(Folders.SEED, true).line(sample.made(), null));

    assertIs(sample, json);
    assertEquals(sample.labelWeights(), numbers(json.get("label_weights")));
  }

  /// Whether a line says of a sample what is so.
  static void assertIs(TestSample sample, JsonNode json) {
    assertEquals(sample.index(), json.get("index").intValue());
    assertEquals(Folders.SEED, json.get("seed").longValue());
    assertEquals(sample.method(), json.get("method").textValue());
    assertEquals(sample.label(), numbers(json.get("label")));
    Double lambda = sample.lambda();
    assertEquals(lambda == null, json.get("lambda").isNull());
    assertEquals(lambda == null ? 0 : lambda, json.get("lambda").doubleValue());
    assertEquals(sample.effectiveLambda(), json.get("effective_lambda").doubleValue());
    Box box = sample.box();
    assertEquals(
        box == null ? "null" : "[%d,%d,%d,%d]".formatted(box.x1(), box.y1(), box.x2(), box.y2()),
        json.get("box").toString());
    assertEquals(
        sample.names(),
        StreamSupport.stream(json.get("sources").spliterator(), false)
            .map(JsonNode::textValue)
            .toList());
  }

  private static List<Double> numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::doubleValue).toList();
  }
}
