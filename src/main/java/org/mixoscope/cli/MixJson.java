package org.mixoscope.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.mixoscope.dataset.Departure;
import org.mixoscope.image.NumberType;
import org.mixoscope.kernel.Box;
import org.mixoscope.kernel.batch.Outcome.Paste;
import org.mixoscope.recipe.Recipe;
import org.mixoscope.recipe.RecipeText;

/// A report for programs: every number in full, the box clipped and in pixels. Its recipe names
/// pictures from the present folder on, where `--recipe` looks for those of a text.
final class MixJson {
  private static final JsonMapper MAPPER = new JsonMapper();

  private MixJson() {}

  static String write(MixReport report) {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("method", report.type().id());
    if (report.profile() != null) {
      root.put("profile", report.profile().id());
    }
    root.put("lambda", report.lambda());
    root.put("effective_lambda", report.mix().effectiveLambda());
    report.mix().shares().forEach(root.putArray("shares")::add);
    Paste paste = report.mix().outcome().paste();
    if (paste == null) {
      root.putNull("box");
    } else {
      add(paste.clipped(), root.putArray("box"));
    }
    report.mix().classes().forEach(root.putArray("classes")::add);
    report.mix().label().forEach(root.putArray("label")::add);
    report.mix().labelWeights().forEach(root.putArray("label_weights")::add);
    report.pixelLabel().forEach(root.putArray("pixel_label")::add);
    if (report.numbers().type() != NumberType.UINT8) {
      root.put("numbers", report.numbers().type().id());
    }
    if (!report.numbers().notes().isEmpty()) {
      report.numbers().notes().forEach(root.putArray("notes")::add);
    }
    try {
      Recipe travelling = Departure.of(report.recipe(), Path.of(""));
      root.set("recipe", MAPPER.readTree(RecipeText.json(travelling)));
      return MAPPER.writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values", e);
    }
  }

  private static void add(Box box, ArrayNode array) {
    array.add(box.x1()).add(box.y1()).add(box.x2()).add(box.y2());
  }
}
