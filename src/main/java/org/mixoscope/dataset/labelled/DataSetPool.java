package org.mixoscope.dataset.labelled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mixoscope.dataset.SourcePool;
import org.mixoscope.dataset.annotated.JsonKind;
import org.mixoscope.kernel.target.ClassWeights;
import org.mixoscope.recipe.Source;

/// The pictures of a data set as sources of mixes, each with its label, soft where it is, and the
/// file that says what is where in it.
public final class DataSetPool implements SourcePool {
  private static final List<String> ENDINGS =
      List.of(
          ".csv",
          ".tsv",
          ".jsonl",
          ".ndjson",
          ".yaml",
          ".yml",
          ".tar",
          ".tar.gz",
          ".tgz",
          ".zip",
          ".npz",
          ".npy",
          ".parquet",
          "-ubyte",
          "-ubyte.gz");
  private static final Set<JsonKind> MANY = Set.of(JsonKind.COCO, JsonKind.LIST);

  private final DataSet data;
  private final Map<String, Integer> numbers = new HashMap<>();

  private DataSetPool(DataSet data) {
    this.data = data;
    for (int i = 0; i < data.size(); i++) {
      numbers.putIfAbsent(data.location(i), i);
    }
  }

  /// Lists a data set that is more than folders of pictures. Of several splits the first is taken.
  ///
  /// @return null if it is none
  /// @throws DataSetException if it is one that cannot be used
  public static @Nullable DataSetPool of(Path source) throws DataSetException {
    if (!Files.exists(source)) {
      return null;
    }
    DataSet data;
    try {
      data = DataSet.described(source, ReadAs.USUAL);
    } catch (DataSetException e) {
      if (e.choices().isEmpty()) {
        throw e;
      }
      data = DataSet.described(source, ReadAs.USUAL.withSplit(e.choices().getFirst()));
    }
    return data == null ? null : new DataSetPool(data);
  }

  /// Whether a file looks like a data set: by what its name ends in, and JSON by what it begins
  /// with.
  public static boolean mayBe(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    try {
      return Files.isRegularFile(file)
          && (ENDINGS.stream().anyMatch(name::endsWith)
              || (name.endsWith(".json") && MANY.contains(JsonKind.of(file))));
    } catch (IOException e) {
      return false; // Whoever opens it is told.
    }
  }

  /// The split that it is; null if there are none.
  public @Nullable String split() {
    return data.findings().split();
  }

  @Override
  public int size() {
    return data.size();
  }

  @Override
  public Source source(int number) {
    String location = data.location(number);
    String annotation = data.annotation(number);
    return data.weights(number)
        .map(label -> labelled(location, data.labelOf(number), annotation, label))
        .orElseGet(() -> new Source(location, data.labelOf(number), annotation));
  }

  /// A label without any class is none.
  private Source labelled(
      String location, String best, @Nullable String annotation, ClassWeights label) {
    Map<String, Double> soft = new LinkedHashMap<>();
    for (int c = 0; c < label.classes(); c++) {
      if (label.weight(c) > 0) {
        soft.merge(data.classes().get(c).strip(), label.weight(c), Double::sum);
      }
    }
    return new Source(location, soft.isEmpty() ? "" : best, annotation, soft);
  }

  @Override
  public int indexOf(String location) {
    return numbers.getOrDefault(location, -1);
  }

  @Override
  public Set<String> classes() {
    return Set.copyOf(data.classes());
  }

  @Override
  public List<String> named(String file) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < data.size(); i++) {
      String name = data.name(i);
      if (name.substring(name.lastIndexOf('/') + 1).equals(file)) {
        found.add(data.location(i));
      }
    }
    return found;
  }
}
