package org.mixoscope.app.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.beans.Observable;
import org.jspecify.annotations.Nullable;
import org.mixoscope.app.memory.Part;
import org.mixoscope.app.state.Predictions;
import org.mixoscope.app.state.Predictions.Setting;
import org.mixoscope.kernel.Frame;
import org.mixoscope.lab.classifier.Choices;
import org.mixoscope.lab.classifier.PixelRange;

/// Which classifier was open, and how it was understood.
///
/// @param predictions of the window
public record ClassifierPart(Predictions predictions) implements Part {
  private static final String FILE = "file";
  private static final String PIXELS = "pixels";
  private static final String HEIGHT = "height";
  private static final String WIDTH = "width";
  private static final String CLASSES = "classes";

  @Override
  public String name() {
    return "classifier";
  }

  @Override
  public JsonNode remembered() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    Setting setting = predictions.settingProperty().get();
    if (setting != null) {
      node.put(FILE, setting.file().toString());
      Choices choices = setting.choices();
      if (choices.range() != null) {
        node.put(PIXELS, choices.range().id());
      }
      if (choices.size() != null) {
        node.put(HEIGHT, choices.size().height()).put(WIDTH, choices.size().width());
      }
      if (choices.names() != null) {
        node.put(CLASSES, choices.names().toString());
      }
    }
    return node;
  }

  @Override
  public void recall(JsonNode left) {
    if (!left.isObject() || (left.has(FILE) && !left.get(FILE).isTextual())) {
      throw new IllegalArgumentException("classifier = " + left + ": needs a file");
    }
    if (left.has(FILE)) {
      predictions.restore(
          new Setting(
              Path.of(left.get(FILE).asText()),
              new Choices(
                  range(left),
                  left.has(HEIGHT)
                      ? new Frame(left.path(HEIGHT).asInt(), left.path(WIDTH).asInt())
                      : null,
                  left.has(CLASSES) ? Path.of(left.get(CLASSES).asText()) : null)));
    }
  }

  private static @Nullable PixelRange range(JsonNode left) {
    return left.has(PIXELS)
        ? Stream.of(PixelRange.values())
            .filter(range -> range.id().equals(left.get(PIXELS).asText()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("classifier = " + left + ": no such pixels"))
        : null;
  }

  @Override
  public Observable changes() {
    return predictions.settingProperty();
  }
}
