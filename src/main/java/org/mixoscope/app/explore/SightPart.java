package org.mixoscope.app.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import javafx.beans.Observable;
import org.mixoscope.app.memory.Part;
import org.mixoscope.app.state.Sight;

/// How pictures are looked at, as far as the next window begins with it.
///
/// @param sight of the window
public record SightPart(Sight sight) implements Part {
  private static final String OBJECTS = "objects";

  @Override
  public String name() {
    return "sight";
  }

  @Override
  public JsonNode remembered() {
    return JsonNodeFactory.instance.objectNode().put(OBJECTS, sight.marksShownProperty().get());
  }

  @Override
  public void recall(JsonNode left) {
    JsonNode objects = left.path(OBJECTS);
    if (!objects.isBoolean()) {
      throw new IllegalArgumentException("sight: objects = " + objects + ": needs true or false");
    }
    sight.marksShownProperty().set(objects.asBoolean());
  }

  @Override
  public Observable changes() {
    return sight.marksShownProperty();
  }
}
