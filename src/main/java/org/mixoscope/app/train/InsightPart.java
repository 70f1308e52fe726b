package org.mixoscope.app.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.stream.Stream;
import javafx.beans.Observable;
import org.mixoscope.app.memory.Part;

/// What was looked at on the Train screen, for the next window.
///
/// @param model of the window
public record InsightPart(TrainModel model) implements Part {
  private static final String LOOK = "look";
  private static final String PLOT = "plot";

  @Override
  public String name() {
    return "train-insight";
  }

  @Override
  public JsonNode remembered() {
    Insight now = model.insightProperty().get();
    return JsonNodeFactory.instance
        .objectNode()
        .put(LOOK, now.look().name())
        .put(PLOT, now.plot().name());
  }

  @Override
  public void recall(JsonNode left) {
    model
        .insightProperty()
        .set(
            new Insight(
                one(Look.values(), left.path(LOOK)), one(Insight.Plot.values(), left.path(PLOT))));
  }

  private static <E extends Enum<E>> E one(E[] all, JsonNode name) {
    return Stream.of(all)
        .filter(value -> value.name().equals(name.asText()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("train-insight: " + name + ": not known"));
  }

  @Override
  public Observable changes() {
    return model.insightProperty();
  }
}
