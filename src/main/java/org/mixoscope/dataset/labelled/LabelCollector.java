package org.mixoscope.dataset.labelled;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.labelled.ClassLabels.Soft;
import org.mixoscope.kernel.Objection;

/// Takes the labels of a file one by one, as a name, an index, a number, a list of names or of
/// probabilities or an object of these, and finds out at the end what the classes are.
final class LabelCollector {
  private static final int MOST_CLASSES = 1 << 20;

  /// How far a sum may be from 1: labels are often written with three digits.
  private static final double NORMAL = 2e-3;

  /// With a point, or a comma where tables have one.
  private static final Pattern A_NUMBER =
      Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d+)?");

  private final @Nullable ClassList declared;
  private final ReadAs as;
  private final Notes notes;
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Map<Integer, Soft> soft = new HashMap<>();
  private int[] indices = new int[1024];
  private double[] numbers = new double[0];
  private int size;
  private int vector = -1;
  private boolean named;

  /// @param declared the classes, in the order of their indices, if the data set says so
  LabelCollector(@Nullable ClassList declared, ReadAs as, Notes notes) {
    this.declared = declared;
    this.as = as;
    this.notes = notes;
  }

  /// @param where file and line, for messages
  void add(Objection where, JsonNode label) throws DataSetException {
    String delimiter = as.labelDelimiter();
    if (as.target() == TargetKind.NUMBER) {
      addNumber(where, label);
    } else if (label.isTextual() && delimiter != null) {
      addNames(where, parts(label.asText(), delimiter));
    } else if (label.isTextual() || label.isNumber()) {
      put(key(where, label.asText().strip()));
    } else if (label.isArray() && !label.isEmpty() && isNames(label)) {
      addNames(where, StreamSupport.stream(label.spliterator(), false).toList());
    } else if (label.isArray()) {
      addVector(where, label);
    } else if (label.isObject() && !label.isEmpty()) {
      addWeights(where, label);
    } else {
      throw label.isMissingNode()
          ? new DataSetException(DataSetReason.NO_LABEL.of(where))
          : new DataSetException(DataSetReason.BAD_LABEL.of(where, label));
    }
  }

  private static List<JsonNode> parts(String text, String delimiter) {
    return Arrays.stream(text.split(Pattern.quote(delimiter), -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .<JsonNode>map(TextNode::valueOf)
        .toList();
  }

  private static boolean isNames(JsonNode label) {
    return StreamSupport.stream(label.spliterator(), false).allMatch(JsonNode::isTextual);
  }

  private void addNumber(Objection where, JsonNode label) throws DataSetException {
    String text = label.asText().strip();
    double value = isNumber(text) ? Double.parseDouble(text.replace(',', '.')) : Double.NaN;
    if (!Double.isFinite(value)) {
      throw new DataSetException(DataSetReason.NO_NUMBER.of(where, label.asText()));
    }
    if (size >= numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(1024, 2 * size));
    }
    numbers[size] = value;
    put(0);
  }

  /// Several classes at once, or none.
  private void addNames(Objection where, List<JsonNode> all) throws DataSetException {
    named = true;
    int[] classes = new int[all.size()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = key(where, all.get(i).asText().strip());
    }
    int[] once = Arrays.stream(classes).distinct().toArray();
    double[] ones = new double[once.length];
    Arrays.fill(ones, 1);
    soft.put(size, new Soft(once, ones));
    put(0);
  }

  private void addVector(Objection where, JsonNode label) throws DataSetException {
    int length = label.size();
    if (length == 0 || (vector >= 0 && vector != length)) {
      throw new DataSetException(
          DataSetReason.LENGTHS_DIFFER.of(where, length, Math.max(vector, 0)));
    }
    vector = length;
    int[] classes = new int[length];
    for (int c = 0; c < length; c++) {
      classes[c] = key(where, declared == null ? Integer.toString(c) : name(where, c));
    }
    addSoft(where, classes, IntStream.range(0, length).mapToObj(label::get).toList());
  }

  private void addWeights(Objection where, JsonNode label) throws DataSetException {
    List<Integer> classes = new ArrayList<>();
    List<JsonNode> values = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : label.properties()) {
      classes.add(key(where, entry.getKey().strip()));
      values.add(entry.getValue());
    }
    addSoft(where, classes.stream().mapToInt(Integer::intValue).toArray(), values);
  }

  private void addSoft(Objection where, int[] classes, List<JsonNode> values)
      throws DataSetException {
    int[] kept = new int[classes.length];
    double[] weights = new double[classes.length];
    int count = 0;
    for (int i = 0; i < classes.length; i++) {
      double value = values.get(i).asDouble(Double.NaN);
      if (!values.get(i).isNumber() || !(value >= 0 && value <= 1)) {
        throw new DataSetException(DataSetReason.OUTSIDE_PROBABILITIES.of(where, values.get(i)));
      }
      if (value > 0) {
        kept[count] = classes[i];
        weights[count++] = value;
      }
    }
    if (count != 1 || weights[0] != 1) {
      soft.put(size, new Soft(Arrays.copyOf(kept, count), Arrays.copyOf(weights, count)));
    }
    put(count == 0 ? 0 : kept[0]);
  }

  private void put(int key) {
    if (size == indices.length) {
      indices = Arrays.copyOf(indices, 2 * size);
    }
    indices[size++] = key;
  }

  private int key(Objection where, String text) throws DataSetException {
    if (text.isEmpty()) {
      throw new DataSetException(DataSetReason.EMPTY_LABEL.of(where));
    }
    Integer known = keys.get(text);
    if (known == null) {
      requireDeclared(where, text);
      known = keys.size();
      keys.put(text, known);
    }
    return known;
  }

  private void requireDeclared(Objection where, String text) throws DataSetException {
    if (declared == null || declared.names().contains(text)) {
      return;
    }
    int index = index(text);
    if (index < 0 || index >= declared.names().size()) {
      throw new DataSetException(
          DataSetReason.NOT_DECLARED.of(where, text, declared.names().size()));
    }
  }

  private String name(Objection where, int index) throws DataSetException {
    ClassList known = declared;
    if (known == null || index >= known.names().size()) {
      throw new DataSetException(
          DataSetReason.UNDECLARED_INDEX.of(
              where, index, known == null ? 0 : known.names().size()));
    }
    return known.names().get(index);
  }

  /// All labels, over the declared classes, or 0 to the largest index, or the names in their order.
  ///
  /// @param where the file, for messages
  /// @param called what the label is called there
  Labels collected(String where, String called) throws DataSetException {
    if (as.target() == TargetKind.NUMBER) {
      return new ClassLabels(
          TargetKind.NUMBER,
          List.of(called),
          new int[size],
          Map.of(),
          Arrays.copyOf(numbers, size));
    }
    List<String> names = declared == null ? found(where) : declared.names();
    if (declared != null) {
      notes.ordered(FindingReason.DECLARED.of(declared.file()));
    }
    Map<String, Integer> places = new HashMap<>();
    for (int i = names.size() - 1; i >= 0; i--) {
      places.put(names.get(i), i);
    }
    int[] classes = new int[keys.size()];
    for (Map.Entry<String, Integer> key : keys.entrySet()) {
      Integer place = places.get(key.getKey());
      classes[key.getValue()] = place == null ? index(key.getKey()) : place;
    }
    int[] all = new int[size];
    Map<Integer, Soft> allSoft = new HashMap<>();
    for (int i = 0; i < size; i++) {
      Soft label = soft.get(i);
      if (label == null) {
        all[i] = classes[indices[i]];
      } else {
        Soft mapped =
            new Soft(Arrays.stream(label.classes()).map(c -> classes[c]).toArray(), label.values());
        allSoft.put(i, mapped);
        all[i] = mapped.best();
      }
    }
    return new ClassLabels(kind(), List.copyOf(names), all, allSoft, new double[0]);
  }

  private TargetKind kind() {
    if (named || as.target() == TargetKind.LABELS) {
      return TargetKind.LABELS;
    }
    if (soft.isEmpty()) {
      return TargetKind.CLASS;
    }
    if (soft.values().stream().allMatch(label -> Math.abs(label.sum() - 1) <= NORMAL)) {
      return TargetKind.SOFT;
    }
    long unnormal =
        soft.values().stream()
            .filter(label -> Arrays.stream(label.values()).anyMatch(value -> value != 1))
            .filter(label -> Math.abs(label.sum() - 1) > NORMAL)
            .count();
    notes.remark((int) unnormal, FindingReason.NOT_NORMAL);
    return TargetKind.LABELS;
  }

  private List<String> found(String where) throws DataSetException {
    requireNoNumbers(where);
    if (keys.keySet().stream().anyMatch(key -> index(key) == Integer.MIN_VALUE)) {
      notes.ordered(as.order().finding());
      return keys.keySet().stream().sorted(as.order().comparator()).toList();
    }
    notes.ordered(FindingReason.BY_INDEX.of());
    int least = keys.keySet().stream().mapToInt(LabelCollector::index).min().orElse(0);
    int most = keys.keySet().stream().mapToInt(LabelCollector::index).max().orElse(0);
    if (least < 0 || most >= MOST_CLASSES) {
      throw new DataSetException(
          DataSetReason.INDEX_OUTSIDE.of(where, least < 0 ? least : most, MOST_CLASSES));
    }
    return IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList();
  }

  /// Numbers of which one has a fraction are hardly classes: whoever means it has to say so.
  private void requireNoNumbers(String where) throws DataSetException {
    if (as.target() == null
        && keys.keySet().stream().allMatch(LabelCollector::isNumber)
        && keys.keySet().stream().anyMatch(key -> index(key) == Integer.MIN_VALUE)) {
      String first =
          keys.keySet().stream()
              .filter(key -> index(key) == Integer.MIN_VALUE)
              .findFirst()
              .orElseThrow();
      throw new DataSetException(DataSetReason.NUMBERS.of(where, first));
    }
  }

  private static boolean isNumber(String text) {
    return A_NUMBER.matcher(text).matches();
  }

  /// The number that a text is; the least one for none.
  private static int index(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return Integer.MIN_VALUE;
    }
  }
}
