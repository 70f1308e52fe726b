package org.mixoscope.app.explore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.Observable;
import org.mixoscope.app.memory.Part;
import org.mixoscope.app.state.Recent;

/// The folders that were open lately; the pictures that were mixed have a place of their own in the
/// file since its first version.
///
/// @param recent of the window
public record RecentPart(Recent recent) implements Part {
  @Override
  public String name() {
    return "recent-folders";
  }

  @Override
  public JsonNode remembered() {
    ArrayNode folders = JsonNodeFactory.instance.arrayNode();
    recent.folders().forEach(folder -> folders.add(folder.toString()));
    return folders;
  }

  @Override
  public void recall(JsonNode left) {
    if (!left.isArray()) {
      throw new IllegalArgumentException("recent-folders = " + left + ": needs a list of paths");
    }
    try {
      List<Path> folders = left.valueStream().map(one -> Path.of(one.asText())).toList();
      recent.restoreFolders(folders);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("recent-folders = " + left + ": needs paths", e);
    }
  }

  @Override
  public Observable changes() {
    return recent.changesProperty();
  }
}
