package org.mixoscope.dataset.labelled;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.labelled.Labels.Soft;
import org.mixoscope.kernel.Objection;

/// Takes the labels of a file one by one, as a name, an index, a list of probabilities or an object
/// of them, and finds out at the end what the classes are.
final class LabelCollector {
  private final @Nullable List<String> declared;
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Map<Integer, Soft> soft = new HashMap<>();
  private int[] indices = new int[1024];
  private int size;
  private int vector = -1;

  /// @param declared the classes, in the order of their indices, if the data set says so
  LabelCollector(@Nullable List<String> declared) {
    this.declared = declared;
  }

  /// @param where file and line, for messages
  void add(Objection where, JsonNode label) throws DataSetException {
    if (label.isTextual() || label.canConvertToExactIntegral()) {
      put(key(where, label.asText().strip()));
    } else if (label.isArray()) {
      addVector(where, label);
    } else if (label.isObject() && !label.isEmpty()) {
      addNamed(where, label);
    } else {
      throw label.isMissingNode()
          ? new DataSetException(DataSetReason.NO_LABEL.of(where))
          : new DataSetException(DataSetReason.BAD_LABEL.of(where, label));
    }
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

  private void addNamed(Objection where, JsonNode label) throws DataSetException {
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
    if (count == 0) {
      throw new DataSetException(DataSetReason.ALL_ZERO.of(where));
    }
    if (count > 1 || weights[0] != 1) {
      soft.put(size, new Soft(Arrays.copyOf(kept, count), Arrays.copyOf(weights, count)));
    }
    put(kept[0]);
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
    if (declared == null || declared.contains(text)) {
      return;
    }
    int index = index(text);
    if (index < 0 || index >= declared.size()) {
      throw new DataSetException(DataSetReason.NOT_DECLARED.of(where, text, declared.size()));
    }
  }

  private String name(Objection where, int index) throws DataSetException {
    List<String> names = declared;
    if (names == null || index >= names.size()) {
      throw new DataSetException(
          DataSetReason.UNDECLARED_INDEX.of(where, index, names == null ? 0 : names.size()));
    }
    return names.get(index);
  }

  /// All labels, over the declared classes, or 0 to the largest index, or the names in their order.
  Labels collected(String where) throws DataSetException {
    List<String> names = declared == null ? found(where) : declared;
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
    return new Labels(List.copyOf(names), all, allSoft);
  }

  private List<String> found(String where) throws DataSetException {
    if (keys.keySet().stream().anyMatch(key -> index(key) == Integer.MIN_VALUE)) {
      return keys.keySet().stream().sorted().toList();
    }
    int least = keys.keySet().stream().mapToInt(LabelCollector::index).min().orElse(0);
    int most = keys.keySet().stream().mapToInt(LabelCollector::index).max().orElse(0);
    if (least < 0 || most >= MOST_CLASSES) {
      throw new DataSetException(
          DataSetReason.INDEX_OUTSIDE.of(where, least < 0 ? least : most, MOST_CLASSES));
    }
    return IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList();
  }

  private static final int MOST_CLASSES = 1 << 20;

  /// The number that a text is; the least one for none.
  private static int index(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return Integer.MIN_VALUE;
    }
  }
}
