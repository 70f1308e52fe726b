package org.mixoscope.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.mixoscope.recipe.JsonText;

/// What a job of clips or texts was made of, so that what was changed since is noticed.
///
/// @param tree the source but for its name, and the classes
public record SerialContents(JsonNode tree) {
  /// What a document says of it; null if it says nothing.
  public static @Nullable SerialContents of(JsonNode document) {
    if (!(document.get("source") instanceof ObjectNode source)) {
      return null;
    }
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.set("source", source.deepCopy().without("name"));
    tree.set("classes", document.path("classes"));
    return new SerialContents(tree);
  }

  /// Checks that there is the same now.
  ///
  /// @param source where it is
  /// @param now the document of what is there
  /// @throws BatchException if it is not
  public void requireSame(Path source, ObjectNode now) throws BatchException {
    // Read back: a small number is then of the same kind as in the file.
    SerialContents there = of(JsonText.parse(now.toString()));
    Difference difference = there == null ? null : Difference.between(tree, there.tree);
    if (difference != null) {
      throw new BatchException(
          BatchReason.OTHER_DATA_SET.of(source, difference.path(), difference.values()));
    }
  }
}
