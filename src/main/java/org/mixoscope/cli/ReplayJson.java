package org.mixoscope.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.PrintWriter;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Workspace;
import org.mixoscope.kernel.batch.Outcome;
import org.mixoscope.kernel.batch.Outcome.Paste;
import org.mixoscope.kernel.batch.SampleMix;
import org.mixoscope.kernel.method.Inputs;

/// One JSON object a line for every sample of a replay. Closing it leaves the stream open.
final class ReplayJson implements AutoCloseable {
  private final Frame frame;
  private final JsonGenerator json;
  private final Workspace workspace = new Workspace();

  ReplayJson(PrintWriter out, Frame frame) throws IOException {
    this.frame = frame;
    this.json =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .createGenerator(out)
            .setRootValueSeparator(null);
  }

  void write(int step, int sample, SampleMix mix) throws IOException {
    Outcome outcome = mix.apply(Inputs.of(frame), workspace);
    json.writeStartObject();
    json.writeNumberField("step", step);
    json.writeNumberField("sample", sample);
    json.writeNumberField("partner", mix.sources().getLast());
    json.writeStringField("method", mix.methodId());
    json.writeNumberField("lambda", mix.draw().lambda());
    json.writeNumberField("effective_lambda", outcome.effectiveLambda());
    Paste paste = outcome.paste();
    if (paste == null) {
      json.writeNullField("box");
    } else {
      write(paste.clipped());
    }
    if (outcome.weights().differ()) {
      json.writeArrayFieldStart("label_weights");
      for (double weight : outcome.weights().label()) {
        json.writeNumber(weight);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void write(Box box) throws IOException {
    int[] corners = {box.x1(), box.y1(), box.x2(), box.y2()};
    json.writeFieldName("box");
    json.writeArray(corners, 0, corners.length);
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
