package org.mixoscope.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.mixoscope.kernel.Objection;
import org.mixoscope.kernel.RefusedException;

/// The fields of one JSON object, each asked for by name and kind. What is missing, of another kind
/// or left over is a [RefusedException] that names the field with its path.
final class Fields {
  private final JsonNode node;
  private final String path;
  private final Set<String> asked = new HashSet<>();

  private Fields(JsonNode node, String path) {
    if (!node.isObject()) {
      throw new RefusedException(
          path.isEmpty() ? RecipeReason.TEXT_IS_NO_OBJECT.of() : RecipeReason.NO_OBJECT.of(path));
    }
    this.node = node;
    this.path = path;
  }

  static Fields of(JsonNode root) {
    return new Fields(root, "");
  }

  boolean has(String name) {
    asked.add(name);
    return node.hasNonNull(name);
  }

  double number(String name) {
    return field(name, JsonNode::isNumber, FieldKind.NUMBER.of()).doubleValue();
  }

  long integer(String name) {
    return field(
            name, n -> n.isIntegralNumber() && n.canConvertToLong(), FieldKind.WHOLE_NUMBER.of())
        .longValue();
  }

  int side(String name) {
    return field(
            name, n -> n.isIntegralNumber() && n.canConvertToInt(), FieldKind.WHOLE_NUMBER.of())
        .intValue();
  }

  boolean bool(String name) {
    return field(name, JsonNode::isBoolean, FieldKind.TRUE_OR_FALSE.of()).booleanValue();
  }

  String text(String name) {
    return field(name, JsonNode::isTextual, FieldKind.TEXT.of()).textValue();
  }

  Fields object(String name) {
    return new Fields(field(name, JsonNode::isObject, FieldKind.OBJECT.of()), path(name));
  }

  List<Fields> objects(String name) {
    JsonNode array = field(name, JsonNode::isArray, FieldKind.LIST.of());
    List<Fields> list = new ArrayList<>();
    for (JsonNode element : array) {
      list.add(new Fields(element, path(name) + "[" + list.size() + "]"));
    }
    return list;
  }

  List<Double> numbers(String name, int count) {
    return numbers(
        field(name, n -> n.isArray() && n.size() == count, FieldKind.SO_MANY_NUMBERS.of(count)),
        name);
  }

  List<Double> numbers(String name) {
    return numbers(field(name, JsonNode::isArray, FieldKind.NUMBERS.of()), name);
  }

  private List<Double> numbers(JsonNode array, String name) {
    List<Double> list = new ArrayList<>();
    for (JsonNode element : array) {
      if (!element.isNumber()) {
        throw new RefusedException(RecipeReason.NOT_ONLY_NUMBERS.of(path(name)));
      }
      list.add(element.doubleValue());
    }
    return list;
  }

  void requireNoOthers() {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                throw new RefusedException(RecipeReason.UNKNOWN_FIELD.of(path(name)));
              }
            });
  }

  private JsonNode field(String name, Predicate<JsonNode> kind, Objection wanted) {
    asked.add(name);
    JsonNode value = node.path(name);
    if (!kind.test(value)) {
      throw new RefusedException(
          value.isMissingNode()
              ? RecipeReason.MISSING_FIELD.of(path(name), wanted)
              : RecipeReason.WRONG_FIELD.of(path(name), value, wanted));
    }
    return value;
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
