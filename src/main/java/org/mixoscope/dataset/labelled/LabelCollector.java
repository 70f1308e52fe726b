package org.mixoscope.dataset.labelled;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.labelled.ClassLabels.Soft;
import org.mixoscope.kernel.Objection;

/// Takes the labels of a file one by one, as a name, an index, a number, a list of names or of
/// probabilities or an object of these, and finds out at the end what the classes are.
final class LabelCollector {
  /// How far a sum may be from 1: labels are often written with three digits.
  private static final double NORMAL = 2e-3;

  /// With a point, or a comma where tables have one.
  private static final Pattern A_NUMBER =
      Pattern.compile("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d+)?");

  private final @Nullable ClassList declared;
  private final ReadAs as;
  private final Notes notes;
  private final ClassKeys keys;
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
    keys = new ClassKeys(declared, as, notes);
  }

  /// @param where file and line, for messages
  void add(Objection where, JsonNode label) throws DataSetException {
    String delimiter = as.labelDelimiter();
    if (as.target() == TargetKind.NUMBER) {
      addNumber(where, label);
    } else if (label.isTextual() && delimiter != null) {
      addNames(where, parts(label.asText(), delimiter));
    } else if (label.isTextual() || label.isNumber()) {
      put(keys.key(where, label.asText().strip()));
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
      classes[i] = keys.key(where, all.get(i).asText().strip());
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
      classes[c] = keys.key(where, declared == null ? Integer.toString(c) : keys.name(where, c));
    }
    addSoft(where, classes, IntStream.range(0, length).mapToObj(label::get).toList());
  }

  private void addWeights(Objection where, JsonNode label) throws DataSetException {
    List<Integer> classes = new ArrayList<>();
    List<JsonNode> values = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : label.properties()) {
      classes.add(keys.key(where, entry.getKey().strip()));
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
    return classes(where);
  }

  /// The same of labels that are no numbers.
  ClassLabels classes(String where) throws DataSetException {
    requireNoNumbers(where);
    ClassKeys.Found found = keys.found(where);
    int[] classes = found.places();
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
    return new ClassLabels(kind(), found.names(), all, allSoft, new double[0]);
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

  /// Numbers of which one has a fraction are hardly classes: whoever means it has to say so.
  private void requireNoNumbers(String where) throws DataSetException {
    if (declared == null
        && as.target() == null
        && keys.texts().stream().allMatch(LabelCollector::isNumber)) {
      Optional<String> first =
          keys.texts().stream().filter(text -> !ClassKeys.isIndex(text)).findFirst();
      if (first.isPresent()) {
        throw new DataSetException(DataSetReason.NUMBERS.of(where, first.get()));
      }
    }
  }

  private static boolean isNumber(String text) {
    return A_NUMBER.matcher(text).matches();
  }
}
