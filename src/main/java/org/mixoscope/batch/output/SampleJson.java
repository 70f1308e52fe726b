package org.mixoscope.batch.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.ClassWeights;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Quantity;

/// What every sample carries beside its pixels, as one line of JSON.
///
/// @param labelWeights whether the weights of the sources in the label are there
record SampleJson(long seed, boolean labelWeights) {
  private static final JsonFactory FACTORY = new JsonFactory();

  /// The line, with its end.
  ///
  /// @param file for the field `file_name`; null for none
  byte[] line(Sample sample, @Nullable String file) throws IOException {
    return line(sample, file, null);
  }

  /// The same of a sample whose class map lies in files.
  ///
  /// @param maps null for none
  byte[] line(Sample sample, @Nullable String file, @Nullable MapFiles maps) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      if (file != null) {
        json.writeStringField("file_name", file);
      }
      switch (sample.target()) {
        case ClassWeights label -> {
          json.writeFieldName("label");
          json.writeArray(label.toArray(), 0, label.classes());
        }
        case Quantity(double value) -> json.writeNumberField("label", value);
        case ClassMap _ -> {
          if (maps != null) {
            maps.write(json);
          }
        }
        case Objects objects -> new ObjectsJson(json).write(objects);
      }
      writeMix(json, sample);
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return bytes.toByteArray();
  }

  /// How the sample was mixed.
  void writeMix(JsonGenerator json, Sample sample) throws IOException {
    json.writeNumberField("index", sample.index());
    json.writeNumberField("seed", seed);
    json.writeStringField("method", sample.mix().methodId());
    json.writeFieldName("lambda");
    Double lambda = sample.mix().lambda();
    if (lambda == null) {
      json.writeNull();
    } else {
      json.writeNumber(lambda);
    }
    json.writeNumberField("effective_lambda", sample.effectiveLambda());
    if (labelWeights) {
      double[] weights = sample.weights().label().stream().mapToDouble(w -> w).toArray();
      json.writeFieldName("label_weights");
      json.writeArray(weights, 0, weights.length);
    }
    json.writeFieldName("box");
    Box box = sample.box();
    if (box == null) {
      json.writeNull();
    } else {
      json.writeArray(new int[] {box.x1(), box.y1(), box.x2(), box.y2()}, 0, 4);
    }
    json.writeArrayFieldStart("sources");
    for (String name : sample.names()) {
      json.writeString(name);
    }
    json.writeEndArray();
  }
}
