package org.mixoscope.dataset.annotated;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Frame;
import org.mixoscope.kernel.Objection;

/// The field `objects` of a picture in Hugging Face's tables and in WebDataset's JSON: lists of
/// boxes, classes and more with an entry for each object, or a list of objects. Boxes are x, y,
/// width, height.
public final class ObjectsJson {
  private static final List<String> BOXES = List.of("bbox", "bboxes", "boxes", "box");
  private static final List<String> CLASSES =
      List.of(
          "categories",
          "category",
          "labels",
          "label",
          "category_id",
          "classes",
          "class",
          "class_name",
          "name");

  /// What else is read of an object, as COCO calls it.
  private static final List<String> OTHERS =
      List.of("segmentation", "iscrowd", "ignore", "visible", "weight");

  private final Objection where;
  private final ClassNames classes;

  private ObjectsJson(Objection where, ClassNames classes) {
    this.where = where;
    this.classes = classes;
  }

  /// Reads the objects of a picture.
  ///
  /// @param where for messages
  /// @param objects the field
  /// @param frame of the picture; null if it is not known
  /// @param gone how many objects fell away before
  /// @param classes numbers names, or indices as text
  /// @param name of the picture
  /// @param oddities counts what is unusual. Modified
  /// @throws AnnotationException if it is no such field
  /// @throws IOException if there is no such class
  public static Annotation read(
      Objection where,
      JsonNode objects,
      @Nullable Frame frame,
      int gone,
      ClassNames classes,
      String name,
      Oddities oddities)
      throws IOException {
    ObjectsJson json = new ObjectsJson(where, classes);
    Frame known = frame == null ? size(objects) : frame;
    List<Marked> all = objects.isArray() ? json.list(objects, known) : json.lists(objects, known);
    return new Annotation(known, false, all, gone).tidied(name, oddities);
  }

  /// The size of the runs, if there are some.
  private static @Nullable Frame size(JsonNode objects) {
    JsonNode size = objects.findPath("segmentation").findPath("size");
    return size.path(0).asInt() > 0 && size.path(1).asInt() > 0
        ? new Frame(size.get(0).asInt(), size.get(1).asInt())
        : null;
  }

  private List<Marked> list(JsonNode objects, @Nullable Frame frame) throws IOException {
    List<Marked> all = new ArrayList<>(objects.size());
    for (JsonNode one : objects) {
      CocoObject object = new CocoObject(where);
      read(object, "bbox", field(one, BOXES));
      for (String other : OTHERS) {
        read(object, other, one.path(other));
      }
      all.add(marked(object, field(one, CLASSES), frame));
    }
    return all;
  }

  private List<Marked> lists(JsonNode objects, @Nullable Frame frame) throws IOException {
    if (!objects.isObject()) {
      throw AnnotationReason.BAD_FIELD.refusal(where, "objects", Need.BOXES.of());
    }
    JsonNode boxes = field(objects, BOXES);
    JsonNode names = field(objects, CLASSES);
    int count = boxes.isArray() ? boxes.size() : names.size();
    requireLength(names, CLASSES.getFirst(), count);
    for (String other : OTHERS) {
      if (objects.hasNonNull(other)) {
        requireLength(objects.get(other), other, count);
      }
    }
    List<Marked> all = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      CocoObject object = new CocoObject(where);
      read(object, "bbox", boxes.path(i));
      for (String other : OTHERS) {
        read(object, other, objects.path(other).path(i));
      }
      all.add(marked(object, names.path(i), frame));
    }
    return all;
  }

  private void requireLength(JsonNode list, String name, int count) throws AnnotationException {
    if (list.size() != count) {
      throw AnnotationReason.LENGTHS.refusal(where, count, list.size(), name);
    }
  }

  private static void read(CocoObject object, String field, JsonNode value) throws IOException {
    if (!value.isMissingNode()) {
      try (JsonParser json = value.traverse()) {
        json.nextToken();
        object.read(field, json);
      }
    }
  }

  private Marked marked(CocoObject object, JsonNode name, @Nullable Frame frame)
      throws IOException {
    if (!object.hasPlace()) {
      throw AnnotationReason.MISSING.refusal(where, "bbox");
    }
    if (!name.isTextual() && !name.isIntegralNumber()) {
      throw AnnotationReason.MISSING.refusal(where, "category");
    }
    return object.marked(classes.number(where, name.asText().strip()), frame);
  }

  private static JsonNode field(JsonNode node, List<String> names) {
    return names.stream()
        .filter(node::hasNonNull)
        .findFirst()
        .<JsonNode>map(node::get)
        .orElse(MissingNode.getInstance());
  }
}
