package org.mixoscope.batch.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// `mixed.jsonl`: a line for each mixed text, in their order.
final class TextLines implements TextOutput {
  static final String NAME = "mixed.jsonl";

  private static final JsonFactory FACTORY = new JsonFactory();

  private final long seed;
  private final AppendFile lines;
  private int next;

  TextLines(Stretch stretch, long seed) throws IOException {
    this.seed = seed;
    next = stretch.begin();
    Path file = Files.createDirectories(stretch.lists().resolve(DATA)).resolve(NAME);
    long whole = Files.exists(file) ? whole(file) : 0;
    lines = new AppendFile(file, whole);
  }

  /// Counts whole lines.
  ///
  /// @return how many bytes they are
  private long whole(Path file) throws IOException {
    long bytes = 0;
    long at = 0;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      for (int one = in.read(); one >= 0; one = in.read()) {
        at++;
        if (one == '\n') {
          bytes = at;
          next++;
        }
      }
    }
    return bytes;
  }

  @Override
  public int next() {
    return next;
  }

  @Override
  public void add(TextSample sample) throws IOException {
    lines.append(line(sample));
    next++;
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
