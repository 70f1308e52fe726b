package org.mixoscope.batch.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.target.Edges;
import org.mixoscope.kernel.target.Hidden;
import org.mixoscope.kernel.target.Instance;
import org.mixoscope.kernel.target.Mask;
import org.mixoscope.kernel.target.Objects;
import org.mixoscope.kernel.target.Objects.Keeping;

class ObjectsJsonTest {
  private static final Frame FRAME = new Frame(2, 3);
  private static final Instance CROWD = Instance.of(2, new Edges(0.5, 0, 3, 1.25)).asCrowd(true);

  /// Row 0, column 1 of 2×3: column by column two pixels that are not its, one that is, three that
  /// are not.
  private static final Instance PIXEL =
      Instance.of(0, Mask.of(new Box(0, 0, 3, 2), (y, x) -> y == 0 && x == 1));

  @Test
  void columnsHaveAllThatIsKnown() throws IOException {
    Objects objects =
        new Objects(FRAME, List.of(CROWD, PIXEL), new Keeping(0.5, Hidden.DROP), 6, 4);

    assertEquals(
        "{\"objects\":{"
            + "\"bbox\":[[0.5,0.0,2.5,1.25],[1.0,0.0,1.0,1.0]],\"categories\":[2,0],"
            + "\"segmentation\":[null,{\"size\":[2,3],\"counts\":\"213\"}],"
            + "\"area\":[3.125,1.0],\"iscrowd\":[1,0],\"ignore\":[0,0],"
            + "\"visible\":[1.0,1.0],\"weight\":[1.0,1.0],\"source\":[0,0]},"
            + "\"objects_gone\":4}",
        json(to -> to.write(objects)));
  }

  @Test
  void annotationsAreWhatToolsOfCocoRead() throws IOException {
    Instance hidden = new Instance(1, PIXEL.box(), null, false, true, 0.25, 0.0625, 1);

    assertEquals(
        "{\"image_id\":7,\"category_id\":1,\"bbox\":[1.0,0.0,1.0,1.0],"
            + "\"segmentation\":{\"size\":[2,3],\"counts\":\"213\"},\"area\":1.0,"
            + "\"iscrowd\":0,\"ignore\":0,\"visible\":1.0,\"weight\":1.0,\"source\":0}",
        json(to -> to.write(PIXEL, FRAME, 7)));
    assertEquals(
        "{\"image_id\":7,\"category_id\":2,\"bbox\":[1.0,0.0,1.0,1.0],"
            + "\"segmentation\":[],\"area\":1.0,"
            + "\"iscrowd\":1,\"ignore\":1,\"visible\":0.0625,\"weight\":0.25,\"source\":1}",
        json(to -> to.write(hidden, FRAME, 7)));
  }

  private interface Writing {
    void to(ObjectsJson json) throws IOException;
  }

  private static String json(Writing writing) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      writing.to(new ObjectsJson(json));
      json.writeEndObject();
    }
    return text.toString();
  }
}
