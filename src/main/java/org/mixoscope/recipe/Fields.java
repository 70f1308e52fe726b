package org.mixoscope.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Objecting;
import org.mixoscope.kernel.Objection;

/// The fields of one JSON object, each asked for by name and kind. What is missing, of another kind
/// or left over is an [IllegalArgumentException] with an [Objection] that names the field with its
/// path.
public final class Fields {
  private final JsonNode node;
  private final String path;
  private final Set<String> asked = new HashSet<>();

  private Fields(JsonNode node, String path) {
    if (!node.isObject()) {
      throw new Refused(
          path.isEmpty() ? RecipeReason.TEXT_IS_NO_OBJECT.of() : RecipeReason.NO_OBJECT.of(path));
    }
    this.node = node;
    this.path = path;
  }

  /// Refuses what is named by its path.
  private static final class Refused extends IllegalArgumentException implements Objecting {
    private static final long serialVersionUID = 1L;

    private final Objection objection;

    Refused(Objection objection) {
      this(objection, null);
    }

    Refused(Objection objection, @Nullable Throwable cause) {
      super(objection.text(), cause);
      this.objection = objection;
    }

    @Override
    public Objection objection() {
      return objection;
    }
  }

  /// Those of the outermost object.
  public static Fields of(JsonNode root) {
    return new Fields(root, "");
  }

  /// Makes something of these fields, which must be all that there are. Where the maker refuses a
  /// value without naming a field, the path of this object is put before what it says.
  public <T> T make(Function<Fields, T> maker) {
    try {
      T made = maker.apply(this);
      requireNoOthers();
      return made;
    } catch (Refused e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw path.isEmpty() ? e : new Refused(RecipeReason.IN_OBJECT.of(path, Objection.of(e)), e);
    }
  }

  /// Whether a field is there and not null.
  public boolean has(String name) {
    asked.add(name);
    return node.hasNonNull(name);
  }

  /// Whether a field is an object.
  public boolean isObject(String name) {
    return node.path(name).isObject();
  }

  /// An object as it is, for who reads its fields.
  public JsonNode json(String name) {
    return field(name, JsonNode::isObject, FieldKind.OBJECT.of());
  }

  /// A real number.
  public double number(String name) {
    return field(name, JsonNode::isNumber, FieldKind.NUMBER.of()).doubleValue();
  }

  /// A whole number of 64 bits.
  public long integer(String name) {
    return field(
            name, n -> n.isIntegralNumber() && n.canConvertToLong(), FieldKind.WHOLE_NUMBER.of())
        .longValue();
  }

  /// A whole number of 32 bits.
  public int side(String name) {
    return field(
            name, n -> n.isIntegralNumber() && n.canConvertToInt(), FieldKind.WHOLE_NUMBER.of())
        .intValue();
  }

  /// Yes or no.
  public boolean bool(String name) {
    return field(name, JsonNode::isBoolean, FieldKind.TRUE_OR_FALSE.of()).booleanValue();
  }

  /// A text.
  public String text(String name) {
    return field(name, JsonNode::isTextual, FieldKind.TEXT.of()).textValue();
  }

  /// What a text means.
  ///
  /// @param parser throws an [IllegalArgumentException] that says what the text must be
  public <T> T parsed(String name, Function<String, T> parser) {
    String text = text(name);
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw new Refused(RecipeReason.WRONG_TEXT.of(path(name), text, Objection.of(e)), e);
    }
  }

  /// One of several things, by its name.
  ///
  /// @param id what a thing is called
  public <T> T choice(String name, List<T> all, Function<T, String> id) {
    return choice(name, text(name), all, id);
  }

  /// Several of several things, by their names.
  ///
  /// @param id what a thing is called
  public <T> List<T> choices(String name, List<T> all, Function<T, String> id) {
    return texts(name).stream().map(text -> choice(name, text, all, id)).toList();
  }

  private <T> T choice(String name, String text, List<T> all, Function<T, String> id) {
    return all.stream()
        .filter(one -> id.apply(one).equals(text))
        .findFirst()
        .orElseThrow(
            () -> {
              String ids = String.join(", ", all.stream().map(id).toList());
              return new Refused(RecipeReason.UNKNOWN_VALUE.of(path(name), text, ids));
            });
  }

  /// An object in this one.
  public Fields object(String name) {
    return new Fields(field(name, JsonNode::isObject, FieldKind.OBJECT.of()), path(name));
  }

  /// All fields of this object, which are real numbers.
  Map<String, Double> numbers() {
    Map<String, Double> all = new LinkedHashMap<>();
    node.fieldNames().forEachRemaining(name -> all.put(name, number(name)));
    return all;
  }

  /// A list of objects.
  public List<Fields> objects(String name) {
    JsonNode array = field(name, JsonNode::isArray, FieldKind.LIST.of());
    List<Fields> list = new ArrayList<>();
    for (JsonNode element : array) {
      list.add(new Fields(element, path(name) + "[" + list.size() + "]"));
    }
    return list;
  }

  /// A list of texts.
  public List<String> texts(String name) {
    List<String> list = new ArrayList<>();
    for (JsonNode element : field(name, JsonNode::isArray, FieldKind.TEXTS.of())) {
      if (!element.isTextual()) {
        throw new Refused(RecipeReason.NOT_ONLY_TEXTS.of(path(name)));
      }
      list.add(element.textValue());
    }
    return list;
  }

  /// A list of so many numbers.
  public List<Double> numbers(String name, int count) {
    return numbers(
        field(name, n -> n.isArray() && n.size() == count, FieldKind.SO_MANY_NUMBERS.of(count)),
        name);
  }

  /// A list of numbers.
  public List<Double> numbers(String name) {
    return numbers(field(name, JsonNode::isArray, FieldKind.NUMBERS.of()), name);
  }

  /// A list of lists of so many numbers.
  public List<List<Double>> rows(String name, int count) {
    List<List<Double>> rows = new ArrayList<>();
    for (JsonNode row : field(name, JsonNode::isArray, FieldKind.LIST.of())) {
      String place = name + "[" + rows.size() + "]";
      if (!row.isArray() || row.size() != count) {
        throw new Refused(
            RecipeReason.WRONG_FIELD.of(path(place), row, FieldKind.SO_MANY_NUMBERS.of(count)));
      }
      rows.add(numbers(row, place));
    }
    return rows;
  }

  /// A list of numbers; null stands for what is none, NaN.
  public List<Double> measured(String name) {
    List<Double> list = new ArrayList<>();
    for (JsonNode element : field(name, JsonNode::isArray, FieldKind.NUMBERS.of())) {
      if (!element.isNumber() && !element.isNull()) {
        throw new Refused(RecipeReason.NOT_ONLY_NUMBERS.of(path(name)));
      }
      list.add(element.isNull() ? Double.NaN : element.doubleValue());
    }
    return list;
  }

  private List<Double> numbers(JsonNode array, String name) {
    List<Double> list = new ArrayList<>();
    for (JsonNode element : array) {
      if (!element.isNumber()) {
        throw new Refused(RecipeReason.NOT_ONLY_NUMBERS.of(path(name)));
      }
      list.add(element.doubleValue());
    }
    return list;
  }

  /// Refuses what nobody has asked for.
  public void requireNoOthers() {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name)) {
                throw new Refused(RecipeReason.UNKNOWN_FIELD.of(path(name)));
              }
            });
  }

  private JsonNode field(String name, Predicate<JsonNode> kind, Objection wanted) {
    asked.add(name);
    JsonNode value = node.path(name);
    if (!kind.test(value)) {
      throw new Refused(
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
