package org.mixoscope.app.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.RefusedException;
import org.mixoscope.recipe.ExperimentText;
import org.mixoscope.recipe.Fields;
import org.mixoscope.recipe.RecipeReason;

/// Experiments as JSON, written and read field by field like recipes and jobs.
final class LabDocumentJson {
  private static final int VERSION = 1;
  private static final String CHANGES = "changes";
  private static final String CURVES = "curves";

  private LabDocumentJson() {}

  /// @param folder that the file will lie in; null for none
  static ObjectNode tree(LabDocument document, @Nullable Path folder) {
    ObjectNode root =
        JsonNodeFactory.instance.objectNode().put(ExperimentText.VERSION_KEY, VERSION);
    root.put("name", document.name()).put("seed", document.seed());
    root.set("training", LabOptionsJson.tree(document.options(), folder));
    if (!document.marks().isEmpty()) {
      ArrayNode changes = root.putArray(CHANGES);
      for (Mark mark : document.marks()) {
        ObjectNode change = changes.addObject().put("steps", mark.steps());
        change.set("before", LabOptionsJson.tree(mark.before(), folder));
        change.set("after", LabOptionsJson.tree(mark.after(), folder));
      }
    }
    if (!document.curves().isEmpty()) {
      ArrayNode curves = root.putArray(CURVES);
      document.curves().forEach(curve -> write(curve, curves.addObject()));
    }
    return root;
  }

  private static void write(Curve curve, ObjectNode node) {
    for (String name : Curve.NAMES) {
      ArrayNode column = node.putArray(name);
      for (double value : curve.column(name)) {
        if (name.equals(Curve.EPOCH)) {
          column.add((long) value);
        } else if (Double.isFinite(value)) {
          column.add(value);
        } else {
          column.addNull(); // of a network that went astray
        }
      }
    }
  }

  /// Reads what [#tree] made.
  ///
  /// @throws IllegalArgumentException if it is of another version, or a field is missing, wrong or
  ///   unknown
  static LabDocument read(JsonNode root, @Nullable Path folder) {
    Fields fields = Fields.of(root);
    long version = fields.integer(ExperimentText.VERSION_KEY);
    if (version != VERSION) {
      throw new RefusedException(RecipeReason.UNKNOWN_VERSION.of(version, VERSION));
    }
    return fields.make(all -> read(all, folder));
  }

  private static LabDocument read(Fields fields, @Nullable Path folder) {
    LabOptions options =
        fields.object("training").make(training -> LabOptionsJson.read(training, folder));
    List<Curve> curves =
        fields.has(CURVES)
            ? fields.objects(CURVES).stream().map(one -> one.make(LabDocumentJson::curve)).toList()
            : List.of();
    if (!curves.isEmpty()
        && (curves.size() != options.runs().size()
            || curves.stream().mapToInt(Curve::epochs).distinct().count() != 1)) {
      throw new IllegalArgumentException("curves: one for each run is needed, of as many epochs");
    }
    return new LabDocument(
        fields.text("name"),
        options,
        fields.integer("seed"),
        fields.has(CHANGES)
            ? fields.objects(CHANGES).stream()
                .map(one -> one.make(change -> mark(change, folder)))
                .toList()
            : List.of(),
        curves);
  }

  private static Mark mark(Fields fields, @Nullable Path folder) {
    return new Mark(
        fields.integer("steps"),
        fields.object("before").make(options -> LabOptionsJson.read(options, folder)),
        fields.object("after").make(options -> LabOptionsJson.read(options, folder)));
  }

  private static Curve curve(Fields fields) {
    Map<String, List<Double>> columns = new TreeMap<>();
    Curve.NAMES.forEach(name -> columns.put(name, fields.measured(name)));
    return new Curve(columns);
  }
}
