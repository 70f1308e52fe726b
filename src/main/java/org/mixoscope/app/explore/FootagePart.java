package org.mixoscope.app.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import org.mixoscope.app.memory.Part;
import org.mixoscope.app.state.Footage;
import org.mixoscope.app.state.MixModel;
import org.mixoscope.recipe.Source;

/// How clips are played, and the frame that is shown of those that are open, for the next window.
public final class FootagePart implements Part {
  private static final String FRAME = "frame";
  private static final String OF = "of";
  private static final String SPEED = "speed";
  private static final String LOOP = "loop";

  private final MixModel model;
  private final Footage footage;
  private final ObjectBinding<JsonNode> changes;

  /// @param model of the window
  public FootagePart(MixModel model) {
    this.model = model;
    footage = model.pictures().footage();
    changes =
        Bindings.createObjectBinding(
            this::tree,
            footage.frameProperty(),
            footage.speedProperty(),
            footage.loopingProperty());
  }

  @Override
  public String name() {
    return "clip";
  }

  @Override
  public JsonNode remembered() {
    // Looked at, so that it tells of the next change, too.
    var _ = changes.get();
    return tree();
  }

  private JsonNode tree() {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put(SPEED, footage.speedProperty().get()).put(LOOP, footage.loopingProperty().get());
    if (footage.isOpen()) {
      ArrayNode of = node.put(FRAME, footage.frameProperty().get()).putArray(OF);
      model.recipe().sources().stream().map(Source::location).forEach(of::add);
    }
    return node;
  }

  @Override
  public void recall(JsonNode left) {
    double speed = left.path(SPEED).asDouble();
    if (!Footage.SPEEDS.contains(speed) || !left.path(LOOP).isBoolean()) {
      throw new IllegalArgumentException("clip: speed = " + left.path(SPEED) + ", or no loop");
    }
    footage.speedProperty().set(speed);
    footage.loopingProperty().set(left.path(LOOP).asBoolean());
    boolean same =
        StreamSupport.stream(left.path(OF).spliterator(), false)
            .map(JsonNode::asText)
            .toList()
            .equals(model.recipe().sources().stream().map(Source::location).toList());
    if (same && left.path(FRAME).canConvertToInt()) {
      footage.seek(left.path(FRAME).asInt());
    }
  }

  @Override
  public Observable changes() {
    return changes;
  }
}
