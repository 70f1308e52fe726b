package org.mixoscope.batch.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Blend;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Pixels;
import org.mixoscope.kernel.target.ClassMap;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Hidden;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Mask;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Objects.Keeping;

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

  @Test
  void objectsStandWithAllThatIsKnownOfThem() throws IOException {
    Objects objects =
        new Objects(
            FRAME,
            List.of(
                Instance.of(2, new Edges(0.5, 0, 3, 1.25)).asCrowd(true),
                Instance.of(0, Mask.of(new Box(1, 0, 3, 1), (_, _) -> true))),
            new Keeping(0.5, Hidden.DROP),
            4);
    String rest = "\"ignored\":false,\"weight\":1.0,\"visible\":1.0,\"source\":0";

    assertEquals(
        "{\"objects\":["
            + "{\"category\":2,\"box\":[0.5,0.0,3.0,1.25],\"crowd\":true,"
            + rest
            + "},{\"category\":0,\"box\":[1.0,0.0,3.0,1.0],\"crowd\":false,"
            + rest
            + ",\"mask\":{\"size\":[2,3],\"runs\":[0,1,1,2,0,3]}}],\"objects_gone\":4}",
        json(to -> to.write(objects)));
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
