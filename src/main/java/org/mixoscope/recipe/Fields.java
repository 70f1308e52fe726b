package org.mixoscope.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The fields of one JSON object, each asked for by name and kind. What is missing, of another kind
/// or left over is an [IllegalArgumentException] that names the field with its path.
final class Fields {
  private final JsonNode node;
  private final String path;
  private final Set<String> asked = new HashSet<>();

  private Fields(JsonNode node, String path) {
    if (!node.isObject()) {
      throw new IllegalArgumentException(
          (path.isEmpty() ? "the text" : path) + ": must be a JSON object { … }");
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
    return field(name, JsonNode::isNumber, "a number").doubleValue();
  }

  long integer(String name) {
    return field(name, n -> n.isIntegralNumber() && n.canConvertToLong(), "a whole number")
        .longValue();
  }

  int side(String name) {
    return field(name, n -> n.isIntegralNumber() && n.canConvertToInt(), "a whole number")
        .intValue();
  }

  boolean bool(String name) {
    return field(name, JsonNode::isBoolean, "true or false").booleanValue();
  }

  String text(String name) {
    return field(name, JsonNode::isTextual, "a text").textValue();
  }

  Fields object(String name) {
    return new Fields(field(name, JsonNode::isObject, "an object { … }"), path(name));
  }

  List<Fields> objects(String name) {
    JsonNode array = field(name, JsonNode::isArray, "a list [ … ]");
    List<Fields> list = new ArrayList<>();
    for (JsonNode element : array) {
      list.add(new Fields(element, path(name) + "[" + list.size() + "]"));
    }
    return list;
  }

  List<Double> numbers(String name, int count) {
    return numbers(
        field(name, n -> n.isArray() && n.size() == count, "a list of " + count + " numbers"),
        name);
  }

  List<Double> numbers(String name) {
    return numbers(field(name, JsonNode::isArray, "a list of numbers"), name);
  }

  private List<Double> numbers(JsonNode array, String name) {
    List<Double> list = new ArrayList<>();
    for (JsonNode element : array) {
      if (!element.isNumber()) {
        throw new IllegalArgumentException(path(name) + ": must hold numbers only");
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
                throw new IllegalArgumentException(path(name) + ": not a known field");
              }
            });
  }

  private JsonNode field(String name, Predicate<JsonNode> kind, String wanted) {
    asked.add(name);
    JsonNode value = node.path(name);
    if (!kind.test(value)) {
      throw new IllegalArgumentException(
          path(name)
              + (value.isMissingNode() ? " is missing: " : " = " + value + ": ")
              + "must be "
              + wanted);
    }
    return value;
  }

  private String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
