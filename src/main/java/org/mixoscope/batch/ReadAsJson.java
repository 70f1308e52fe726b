package org.mixoscope.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.labelled.ClassOrder;
import org.mixoscope.dataset.labelled.ReadAs;
import org.mixoscope.dataset.labelled.TargetKind;
import org.mixoscope.recipe.Fields;

/// How a data set is read, as JSON: what is not said is found out.
public final class ReadAsJson {
  private ReadAsJson() {}

  /// @param node to put it into. Modified
  public static void write(ReadAs as, ObjectNode node) {
    Path classes = as.classes();
    if (classes != null) {
      node.put("classes", classes.toAbsolutePath().toString());
    }
    if (as.order() != ClassOrder.NAME) {
      node.put("class_order", as.order().id());
    }
    put(node, "split", as.split());
    put(node, "label_column", as.labelColumn());
    put(node, "label_delimiter", as.labelDelimiter());
    TargetKind target = as.target();
    put(node, "target", target == null ? null : target.id());
    Path pictures = as.pictures();
    if (pictures != null) {
      node.put("pictures", pictures.toAbsolutePath().toString());
    }
    if (as.transpose()) {
      node.put("transpose", true);
    }
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  /// @throws IllegalArgumentException if a field is wrong or unknown
  public static ReadAs read(Fields fields) {
    return new ReadAs(
        fields.has("classes") ? fields.parsed("classes", Path::of) : null,
        fields.has("class_order")
            ? fields.choice("class_order", List.of(ClassOrder.values()), ClassOrder::id)
            : ClassOrder.NAME,
        text(fields, "split"),
        text(fields, "label_column"),
        text(fields, "label_delimiter"),
        fields.has("target")
            ? fields.choice("target", List.of(TargetKind.values()), TargetKind::id)
            : null,
        fields.has("pictures") ? fields.parsed("pictures", Path::of) : null,
        fields.has("transpose") && fields.bool("transpose"));
  }

  private static @Nullable String text(Fields fields, String name) {
    return fields.has(name) ? fields.text(name) : null;
  }
}
