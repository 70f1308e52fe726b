package org.mixoscope.dataset.labelled;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mixoscope.kernel.Objection;

/// The classes that a file names one by one, and what they are at its end: those that are declared,
/// or 0 to the largest index, or the names in their order.
final class ClassKeys {
  private static final int MOST_CLASSES = 1 << 20;

  private final @Nullable ClassList declared;
  private final ReadAs as;
  private final Notes notes;
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Set<String> names;

  /// @param declared the classes, in the order of their indices, if the data set says so
  /// @param notes is told of the order. Modified
  ClassKeys(@Nullable ClassList declared, ReadAs as, Notes notes) {
    this.declared = declared;
    this.as = as;
    this.notes = notes;
    names = declared == null ? Set.of() : new HashSet<>(declared.names());
  }

  /// All classes.
  ///
  /// @param names of them, in the order of their indices
  /// @param places the index of each class, in the order in which they were met
  @SuppressWarnings("ArrayRecordComponent") // Made once, never compared.
  record Found(List<String> names, int[] places) {}

  /// Those of a file that lists them by name, in the order that the user declares.
  ///
  /// @param source for messages
  static Found named(
      Path source, List<String> all, @Nullable ClassList declared, ReadAs as, Notes notes)
      throws DataSetException {
    ClassKeys keys = new ClassKeys(declared, as, notes);
    int[] numbers = new int[all.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = keys.key(Place.ENTRY.of(source, i), all.get(i));
    }
    Found found = keys.found(source.toString());
    return new Found(
        found.names, Arrays.stream(numbers).map(number -> found.places[number]).toArray());
  }

  /// What was met so far.
  Set<String> texts() {
    return keys.keySet();
  }

  /// The number of a class in the order in which they are met.
  ///
  /// @param text its name or index
  int key(Objection where, String text) throws DataSetException {
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
    if (declared == null || names.contains(text)) {
      return;
    }
    int index = index(text);
    if (index < 0 || index >= declared.names().size()) {
      throw new DataSetException(
          DataSetReason.NOT_DECLARED.of(where, text, declared.names().size()));
    }
  }

  /// What a declared class is called.
  String name(Objection where, int index) throws DataSetException {
    ClassList known = declared;
    if (known == null || index >= known.names().size()) {
      throw new DataSetException(
          DataSetReason.UNDECLARED_INDEX.of(
              where, index, known == null ? 0 : known.names().size()));
    }
    return known.names().get(index);
  }

  /// The classes, when all were met.
  ///
  /// @param where the file, for messages
  Found found(String where) throws DataSetException {
    List<String> all = declared == null ? met(where) : declared.names();
    if (declared != null) {
      notes.ordered(FindingReason.DECLARED.of(declared.file()));
    }
    Map<String, Integer> places = new HashMap<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      places.put(all.get(i), i);
    }
    int[] classes = new int[keys.size()];
    keys.forEach(
        (text, key) -> {
          Integer place = places.get(text);
          classes[key] = place == null ? index(text) : place;
        });
    return new Found(List.copyOf(all), classes);
  }

  private List<String> met(String where) throws DataSetException {
    if (keys.keySet().stream().anyMatch(key -> index(key) == Integer.MIN_VALUE)) {
      notes.ordered(as.order().finding());
      return keys.keySet().stream().sorted(as.order().comparator()).toList();
    }
    notes.ordered(FindingReason.BY_INDEX.of());
    int least = keys.keySet().stream().mapToInt(ClassKeys::index).min().orElse(0);
    int most = keys.keySet().stream().mapToInt(ClassKeys::index).max().orElse(0);
    if (least < 0 || most >= MOST_CLASSES) {
      throw new DataSetException(
          DataSetReason.INDEX_OUTSIDE.of(where, least < 0 ? least : most, MOST_CLASSES));
    }
    return IntStream.rangeClosed(0, most).mapToObj(Integer::toString).toList();
  }

  /// Whether a text may be an index.
  static boolean isIndex(String text) {
    return index(text) != Integer.MIN_VALUE;
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
