package org.mixoscope.app.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;

/// What is chosen on the Batch screen, as JSON.
final class BatchOptionsJson {
  private BatchOptionsJson() {}

  static ObjectNode tree(BatchOptions options) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("source", text(options.source())).put("target", text(options.target()));
    Making making = options.making();
    node.put("policy", making.policy().id()).put("probability", making.probability());
    node.put("pairing", making.partners().name());
    Frame size = making.size();
    if (size != null) {
      node.put("width", size.width()).put("height", size.height());
    }
    node.put("fit", making.fit().name()).put("channels", making.channels().name());
    node.put("smoothing", making.smoothing());
    node.put("copies", making.copies()).put("originals", making.keepOriginals());
    OutputSettings output = options.output();
    node.put("format", output.format().name()).put("image", output.encoding().id());
    node.put("recipes", output.recipes());
    return node.put("strict", options.strict()).put("threads", options.threads());
  }

  private static @Nullable String text(@Nullable Path path) {
    return path == null ? null : path.toString();
  }

  /// @throws IllegalArgumentException if a value makes no sense
  static BatchOptions read(JsonNode node) {
    JsonNode smoothing = node.path("smoothing");
    Frame size =
        node.has("width")
            ? new Frame(node.path("height").asInt(), node.path("width").asInt())
            : null;
    Making making =
        new Making(
            PolicyChoice.of(node.path("policy").asText()),
            node.path("probability").asDouble(),
            Partners.valueOf(node.path("pairing").asText()),
            size,
            Fit.valueOf(node.path("fit").asText()),
            // Version 0.1.0 had no such choice.
            Channels.valueOf(node.path("channels").asText(Channels.KEEP.name())),
            smoothing.isNumber() ? (Double) smoothing.asDouble() : null,
            node.path("copies").asInt(),
            node.path("originals").asBoolean());
    OutputSettings output =
        new OutputSettings(
            OutputFormat.valueOf(node.path("format").asText()),
            Encoding.of(node.path("image").asText()),
            node.path("recipes").asBoolean());
    return new BatchOptions(
        path(node.path("source")),
        path(node.path("target")),
        making,
        output,
        node.path("strict").asBoolean(),
        node.path("threads").asInt());
  }

  private static @Nullable Path path(JsonNode node) {
    return node.isTextual() ? Path.of(node.asText()) : null;
  }
}
