package org.mixoscope.app.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import org.mixoscope.app.memory.Part;
import org.mixoscope.recipe.Axes;
import org.mixoscope.recipe.Axis;

/// What the sheet varies, for the next window.
///
/// @param axes of the window
public record SheetPart(ObjectProperty<Axes> axes) implements Part {
  private static final String ACROSS = "across";
  private static final String DOWN = "down";

  @Override
  public String name() {
    return "sheet";
  }

  @Override
  public JsonNode remembered() {
    Axis down = axes.get().down();
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (axes.get().equals(Axes.METHODS)) {
      return node; // every method that the next window knows
    }
    node.put(ACROSS, axes.get().across().text());
    return down == null ? node : node.put(DOWN, down.text());
  }

  @Override
  public void recall(JsonNode left) {
    axes.set(
        left.isEmpty()
            ? Axes.METHODS
            : Axes.parse(left.path(ACROSS).asText(), left.path(DOWN).asText()));
  }

  @Override
  public Observable changes() {
    return axes;
  }
}
