package org.mixoscope.app.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import org.mixoscope.app.memory.Part;
import org.mixoscope.app.state.Presented;

/// How the presenter's page looks, for the next window.
///
/// @param presented of the window
public record PresenterPart(ObjectProperty<Presented> presented) implements Part {
  private static final String SOURCES = "sources";
  private static final String TYPE = "type";

  @Override
  public String name() {
    return "presenter";
  }

  @Override
  public JsonNode remembered() {
    return JsonNodeFactory.instance
        .objectNode()
        .put(SOURCES, presented.get().sources())
        .put(TYPE, presented.get().type());
  }

  @Override
  public void recall(JsonNode left) {
    if (!left.path(SOURCES).isBoolean() || !left.path(TYPE).isInt()) {
      throw new IllegalArgumentException("presenter: sources and type are missing");
    }
    presented.set(new Presented(left.path(SOURCES).asBoolean(), left.path(TYPE).asInt()));
  }

  @Override
  public Observable changes() {
    return presented;
  }
}
