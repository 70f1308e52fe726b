package org.mixoscope.batch.output;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.ClassMap;

/// Targets that have a place in the picture, as fields of a sample's JSON.
record TargetJson(JsonGenerator json) {
  /// Row by row, each value followed by how many pixels have it.
  private interface Value {
    double at(int y, int x);
  }

  /// `class_map`: for each map that blends, one as a rule, its indices and its weights.
  void write(ClassMap map) throws IOException {
    Frame frame = map.frame();
    json.writeObjectFieldStart("class_map");
    writeSize(frame);
    json.writeArrayFieldStart("maps");
    for (int k = 0; k < map.maps().size(); k++) {
      Pixels indices = map.maps().get(k);
      int source = k;
      json.writeStartObject();
      writeRuns("indices", frame, (y, x) -> indices.valueAt(y, x, 0));
      writeRuns("weights", frame, (y, x) -> map.composition().weightAt(source, y, x));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void writeSize(Frame frame) throws IOException {
    json.writeFieldName("size");
    json.writeArray(new int[] {frame.height(), frame.width()}, 0, 2);
  }

  private void writeRuns(String name, Frame frame, Value value) throws IOException {
    json.writeArrayFieldStart(name);
    double last = value.at(0, 0);
    int run = 0;
    for (int y = 0; y < frame.height(); y++) {
      for (int x = 0; x < frame.width(); x++) {
        double next = value.at(y, x);
        if (next != last) {
          writeRun(last, run);
          last = next;
          run = 0;
        }
        run++;
      }
    }
    writeRun(last, run);
    json.writeEndArray();
  }

  private void writeRun(double value, int count) throws IOException {
    if (value == Math.rint(value)) {
      json.writeNumber((int) value);
    } else {
      json.writeNumber(value);
    }
    json.writeNumber(count);
  }
}
