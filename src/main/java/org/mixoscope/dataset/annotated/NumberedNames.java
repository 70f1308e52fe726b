package org.mixoscope.dataset.annotated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mixoscope.kernel.Objection;

/// Numbers the names that the annotation of one picture has for its classes, and brings them into
/// the order that a data set has them in, as far as one picture tells: as they are listed, else
/// indices by their value and names character by character. Not for two threads at once.
final class NumberedNames implements ClassNames {
  private static final int MOST_CLASSES = 1 << 20;

  private final List<String> listed;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /// @param listed all classes in the order of their indices; none if nothing lists them
  NumberedNames(List<String> listed) {
    this.listed = listed;
  }

  @Override
  public int number(Objection where, String name) {
    return numbers.computeIfAbsent(name, _ -> numbers.size());
  }

  /// The names, in the order of their indices.
  List<String> names() {
    if (listed.containsAll(numbers.keySet())) {
      return listed;
    }
    if (numbers.keySet().stream().allMatch(NumberedNames::isIndex)) {
      int most = numbers.keySet().stream().mapToInt(Integer::parseInt).max().orElse(0);
      return IntStream.rangeClosed(0, most)
          .mapToObj(index -> index < listed.size() ? listed.get(index) : Integer.toString(index))
          .toList();
    }
    return numbers.keySet().stream().sorted().toList();
  }

  private static boolean isIndex(String name) {
    return name.matches("\\d{1,7}") && Integer.parseInt(name) < MOST_CLASSES;
  }

  /// The annotation with the indices of [#names].
  Annotation ordered(Annotation annotation) {
    List<String> names = names();
    boolean areIndices = !names.containsAll(numbers.keySet());
    List<Integer> places = new ArrayList<>();
    numbers.forEach(
        (name, _) -> places.add(areIndices ? Integer.parseInt(name) : names.indexOf(name)));
    return annotation.renumbered(places::get);
  }
}
