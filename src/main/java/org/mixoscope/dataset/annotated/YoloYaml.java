package org.mixoscope.dataset.annotated;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// YOLO's `data.yaml`: where the pictures of the splits are and what the classes are called.
///
/// @param root `path`, which all others start from; null if it does not say
/// @param splits folders or list files of each split, as they are written
/// @param names of the classes, in the order of their indices
public record YoloYaml(
    @Nullable String root, Map<String, List<String>> splits, List<String> names) {
  private static final List<String> SPLITS = List.of("train", "val", "valid", "test");
  private static final int MOST_CLASSES = 1 << 20;

  /// Keeps copies.
  public YoloYaml {
    splits = new LinkedHashMap<>(splits);
    names = List.copyOf(names);
  }

  /// Reads a file.
  ///
  /// @return null if it is YAML of something else
  /// @throws AnnotationException if it is no plain YAML or its classes are wrong
  /// @throws IOException if it cannot be read
  public static @Nullable YoloYaml read(Path file) throws IOException {
    if (!(PlainYaml.read(file) instanceof Map<?, ?> data)
        || SPLITS.stream().noneMatch(data::containsKey)
        || !(data.containsKey("names") || data.containsKey("nc"))) {
      return null;
    }
    if (data.containsKey("kpt_shape")) {
      throw AnnotationReason.KEY_POINTS.refusal(file);
    }
    Map<String, List<String>> splits = new LinkedHashMap<>();
    for (String split : SPLITS) {
      List<String> places = places(data.get(split));
      if (!places.isEmpty()) {
        splits.put(split, places);
      }
    }
    String root = data.get("path") instanceof String text && !isNothing(text) ? text : null;
    return new YoloYaml(root, splits, names(file, data.get("names"), data.get("nc")));
  }

  private static List<String> places(@Nullable Object value) {
    List<?> all = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    return all.stream().map(String::valueOf).filter(text -> !isNothing(text)).toList();
  }

  private static boolean isNothing(String text) {
    return text.isBlank() || text.equals("null") || text.equals("~");
  }

  private static List<String> names(Path file, @Nullable Object names, @Nullable Object nc)
      throws AnnotationException {
    int count = nc == null ? -1 : index(file, "nc", nc);
    List<String> all = new ArrayList<>();
    if (names instanceof List<?> list) {
      list.forEach(name -> all.add(String.valueOf(name)));
    } else if (names instanceof Map<?, ?> map) {
      TreeMap<Integer, String> byIndex = new TreeMap<>();
      for (Map.Entry<?, ?> one : map.entrySet()) {
        byIndex.put(index(file, "names", one.getKey()), String.valueOf(one.getValue()));
      }
      if (!byIndex.isEmpty() && byIndex.lastKey() != byIndex.size() - 1) {
        throw AnnotationReason.BAD_FIELD.refusal(file, "names", Need.EACH_INDEX.of());
      }
      all.addAll(byIndex.values());
    } else {
      for (int i = 0; i < Math.min(count, MOST_CLASSES); i++) {
        all.add(Integer.toString(i));
      }
    }
    if (all.isEmpty() || (count >= 0 && count != all.size())) {
      throw AnnotationReason.NAMES_DIFFER.refusal(file, all.size(), Math.max(0, count));
    }
    return all;
  }

  private static int index(Path file, String field, Object value) throws AnnotationException {
    String text = String.valueOf(value);
    if (!text.matches("\\d{1,7}")) {
      throw AnnotationReason.BAD_FIELD.refusal(file, field, Need.WHOLE.of());
    }
    return Integer.parseInt(text);
  }
}
