package org.mixoscope.app.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javafx.beans.Observable;
import org.mixoscope.app.memory.Part;
import org.mixoscope.app.state.PoolModel;
import org.mixoscope.app.state.PoolModel.Listing;

/// The folder that is open, for the next window to open it again.
///
/// @param pool of the window
public record FolderPart(PoolModel pool) implements Part {
  @Override
  public String name() {
    return "folder";
  }

  @Override
  public JsonNode remembered() {
    Listing listing = pool.listingProperty().get();
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return listing == null ? nodes.nullNode() : nodes.textNode(listing.root().toString());
  }

  @Override
  public void recall(JsonNode left) {
    if (left.isNull()) {
      return;
    }
    try {
      pool.reopen(Path.of(left.asText()));
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("folder = " + left + ": needs a path", e);
    }
  }

  @Override
  public Observable changes() {
    return pool.listingProperty();
  }
}
