package org.mixoscope.app.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.lab.Optimiser;
import org.mixoscope.lab.Shape;
import org.mixoscope.lab.data.PlanePoints;
import org.mixoscope.recipe.Fields;
import org.mixoscope.recipe.MethodJson;

/// What is chosen on the Train screen, as JSON.
final class LabOptionsJson {
  private static final String METHOD = "method";
  private static final String OWN = "pictures";
  private static final String DOTS = "dots";
  private static final String ADAM = "adam";
  private static final String SGD = "sgd";

  private LabOptionsJson() {}

  static ObjectNode tree(LabOptions options) {
    return tree(options, null);
  }

  /// @param folder that the file will lie in: data below it are named from there; null for none
  static ObjectNode tree(LabOptions options, @Nullable Path folder) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    LabData data = options.data();
    node.put("data", data.source()).put("size", data.size()).put("label-noise", data.labelNoise());
    if (data.points() != null) {
      node.put("noise", data.points().noise()).put("classes", data.points().classes());
    }
    if (!data.dots().isEmpty()) {
      ArrayNode dots = node.putArray(DOTS);
      data.dots().forEach(dot -> dots.addArray().add(dot.x()).add(dot.y()).add(dot.own()));
    }
    OwnData own = data.own();
    if (own != null) {
      write(own, folder, node.putObject(OWN));
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

  private static void write(OwnData own, @Nullable Path folder, ObjectNode node) {
    boolean below = folder != null && own.source().startsWith(folder);
    // With / on every system, so that it may travel.
    String path =
        folder != null && below
            ? folder.relativize(own.source()).toString().replace('\\', '/')
            : own.source().toString();
    node.put("path", path).put("side", own.side());
    node.put("channels", own.shape().channels())
        .put("height", own.shape().height())
        .put("width", own.shape().width());
    own.classes().forEach(node.putArray("classes")::add);
    node.put("train", own.train()).put("test", own.test()).put("crc32", own.checksum());
  }

  private static OwnData own(Fields fields, @Nullable Path folder) {
    Path path = fields.parsed("path", Path::of);
    return new OwnData(
        (folder == null ? path : folder.resolve(path)).toAbsolutePath().normalize(),
        fields.side("side"),
        new Shape(fields.side("channels"), fields.side("height"), fields.side("width")),
        fields.texts("classes"),
        fields.side("train"),
        fields.side("test"),
        fields.text("crc32"));
  }

  /// Reads what [#tree] made.
  ///
  /// @throws IllegalArgumentException if a value makes no sense
  static LabOptions read(JsonNode node) {
    return Fields.of(node).make(fields -> read(fields, null));
  }

  /// @param folder that the file lies in; null for none
  static LabOptions read(Fields fields, @Nullable Path folder) {
    @Nullable OwnData own =
        fields.has(OWN) ? fields.object(OWN).make(data -> own(data, folder)) : null;
    PlanePoints usual =
        own == null
            ? fields.parsed("data", LabData::of).points()
            : fields.choice("data", List.of(LabData.of(own)), LabData::source).points();
    return new LabOptions(
        new LabData(
            points(fields, usual),
            own,
            fields.has(DOTS) ? dots(fields) : List.of(),
            fields.side("size"),
            fields.number("label-noise")),
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

  private static List<Dot> dots(Fields fields) {
    return fields.rows(DOTS, 3).stream()
        .map(
            row -> new Dot(row.get(0).floatValue(), row.get(1).floatValue(), row.get(2).intValue()))
        .toList();
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
