package org.mixoscope.app.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.mixoscope.lab.Optimiser;
import org.mixoscope.lab.data.PlanePoints;
import org.mixoscope.recipe.Fields;
import org.mixoscope.recipe.MethodJson;

/// What is chosen on the Train screen, as JSON.
final class LabOptionsJson {
  private static final String METHOD = "method";
  private static final String ADAM = "adam";
  private static final String SGD = "sgd";

  private LabOptionsJson() {}

  static ObjectNode tree(LabOptions options) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    LabData data = options.data();
    node.put("data", data.source()).put("size", data.size()).put("label-noise", data.labelNoise());
    if (data.points() != null) {
      node.put("noise", data.points().noise()).put("classes", data.points().classes());
    }
    node.put("net", options.net()).put("epochs", options.epochs());
    node.put("optimiser", options.isAdam() ? ADAM : SGD);
    node.put("rate", options.optimiser().rate()).put("decay", options.optimiser().decay());
    ArrayNode runs = node.putArray("runs");
    for (LabRun run : options.runs()) {
      ObjectNode one = runs.addObject().put("probability", run.probability());
      if (run.method() != null) {
        MethodJson.write(run.method(), one.putObject(METHOD));
      }
    }
    return node;
  }

  /// Reads what [#tree] made.
  ///
  /// @throws IllegalArgumentException if a value makes no sense
  static LabOptions read(JsonNode node) {
    return Fields.of(node).make(LabOptionsJson::read);
  }

  private static LabOptions read(Fields fields) {
    LabData usual = fields.parsed("data", LabData::of);
    return new LabOptions(
        new LabData(
            points(fields, usual.points()), fields.side("size"), fields.number("label-noise")),
        fields.text("net"),
        optimiser(fields),
        fields.side("epochs"),
        fields.objects("runs").stream().map(one -> one.make(LabOptionsJson::run)).toList());
  }

  private static @Nullable PlanePoints points(Fields fields, @Nullable PlanePoints usual) {
    return usual == null
        ? null
        : new PlanePoints(usual.kind(), fields.number("noise"), fields.side("classes"));
  }

  private static Optimiser optimiser(Fields fields) {
    LabOptions usual = LabOptions.USUAL.withAdam(fields.text("optimiser").equals(ADAM));
    return usual.optimiser().withRate(fields.number("rate")).withDecay(fields.number("decay"));
  }

  private static LabRun run(Fields fields) {
    return new LabRun(
        fields.has(METHOD) ? MethodJson.read(fields.object(METHOD)) : null,
        fields.number("probability"));
  }
}
