package org.mixoscope.batch.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.mixoscope.batch.sample.Made.Sample;
import org.mixoscope.kernel.Box;

/// What every sample carries beside its pixels, as one line of JSON.
record SampleJson(long seed) {
  private static final JsonFactory FACTORY = new JsonFactory();

  /// The line, with its end.
  ///
  /// @param file for the field `file_name`; null for none
  byte[] line(Sample sample, @Nullable String file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      if (file != null) {
        json.writeStringField("file_name", file);
      }
      json.writeFieldName("label");
      json.writeArray(sample.label(), 0, sample.label().length);
      json.writeNumberField("index", sample.index());
      json.writeNumberField("seed", seed);
      json.writeStringField("method", method(sample));
      json.writeFieldName("lambda");
      if (sample.lambda() == null) {
        json.writeNull();
      } else {
        json.writeNumber(sample.lambda());
      }
      json.writeNumberField("effective_lambda", sample.effectiveLambda());
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
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return bytes.toByteArray();
  }

  /// The method's name; `none` for a sample that was left as it is.
  static String method(Sample sample) {
    return sample.mix().untouched() ? "none" : sample.mix().method().type().id();
  }
}
