package org.mixoscope.batch.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.ClassMap;

class TargetJsonTest {
  private static final Frame FRAME = new Frame(2, 3);

  @Test
  void mapsThatBlendStandWithTheirWeights() throws IOException {
    ClassMap a = ClassMap.of(Pixels.of(new byte[] {0, 0, 1, 1, 1, -1}, FRAME, 1));
    ClassMap b = ClassMap.of(Pixels.of(new byte[6], FRAME, 1));

    ClassMap mixed = a.mixed(List.of(a, b), Blend.pair(FRAME, 0.25), List.of(0.25, 0.75));

    assertEquals(
        "{\"class_map\":{\"size\":[2,3],\"maps\":["
            + "{\"indices\":[0,2,1,3,255,1],\"weights\":[0.25,6]},"
            + "{\"indices\":[0,6],\"weights\":[0.75,6]}]}}",
        json(to -> to.write(mixed)));
  }

  private interface Writing {
    void to(TargetJson json) throws IOException;
  }

  private static String json(Writing writing) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      writing.to(new TargetJson(json));
      json.writeEndObject();
    }
    return text.toString();
  }
}
