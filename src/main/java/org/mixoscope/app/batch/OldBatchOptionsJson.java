package org.mixoscope.app.batch;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.output.Encoding;
import org.mixoscope.batch.output.OutputFormat;
import org.mixoscope.batch.output.OutputSettings;
import org.mixoscope.batch.sample.Channels;
import org.mixoscope.batch.sample.Labelling;
import org.mixoscope.batch.sample.Partners;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.image.PictureReader;
import org.mixoscope.kernel.Decoding;
import org.mixoscope.kernel.Fit;
import org.mixoscope.kernel.Frame;

/// What was chosen on the Batch screen, as 0.1.0 wrote it: with the names of Java's constants.
final class OldBatchOptionsJson {
  private OldBatchOptionsJson() {}

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
            Partners.of(Partners.Who.valueOf(node.path("pairing").asText())),
            size,
            Fit.valueOf(node.path("fit").asText()),
            Decoding.EXACT,
            Channels.THREE, // it had no other; its jobs can be resumed so
            Labelling.USUAL,
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
        ReadAs.USUAL,
        path(node.path("target")),
        making,
        OtherMaking.USUAL,
        output,
        node.path("strict").asBoolean(),
        PictureReader.DEFAULT_MAX_MEGAPIXELS,
        node.path("threads").asInt());
  }

  private static @Nullable Path path(JsonNode node) {
    return node.isTextual() ? Path.of(node.asText()) : null;
  }
}
