package org.mixoscope.batch.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;

/// `mixed.jsonl`: a line for each mixed text, in their order.
final class TextLines implements TextOutput {
  static final String NAME = "mixed.jsonl";

  private static final JsonFactory FACTORY = new JsonFactory();

  private final long seed;
  private final int begin;
  private final LineFile lines;

  TextLines(Stretch stretch, long seed) throws IOException {
    this.seed = seed;
    begin = stretch.begin();
    lines = new LineFile(Files.createDirectories(stretch.lists().resolve(DATA)).resolve(NAME));
  }

  @Override
  public int next() {
    return begin + lines.lines();
  }

  @Override
  public void add(TextSample sample) throws IOException {
    lines.append(line(sample));
  }

  private byte[] line(TextSample sample) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeStringField("text", sample.text());
      json.writeFieldName("label");
      double[] label = sample.label().stream().mapToDouble(Double::doubleValue).toArray();
      json.writeArray(label, 0, label.length);
      json.writeNumberField("index", sample.index());
      json.writeNumberField("seed", seed);
      json.writeStringField("method", sample.method());
      json.writeFieldName("lambda");
      Double lambda = sample.lambda();
      if (lambda == null) {
        json.writeNull();
      } else {
        json.writeNumber(lambda);
      }
      json.writeNumberField("effective_lambda", sample.effectiveLambda());
      json.writeArrayFieldStart("sources");
      for (String source : sample.sources()) {
        json.writeString(source);
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeRaw('\n');
    }
    return bytes.toByteArray();
  }

  @Override
  public void finish() {}

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
